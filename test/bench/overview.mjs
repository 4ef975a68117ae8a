// A county of 600 schools: each command in turn with reading the same files, and with another validator.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { county } from './county.mjs';
import { median, printRatios, runs, timesOf } from './measure.mjs';

const ROUNDS = 3;
const OTHER = ['--yes', '--package', '@sourcemeta/jsonschema', 'jsonschema'];

export function bench({ work, lem, memory, env, node, DAY }) {
  const schools = Number(process.env.BENCH_SCHOOLS ?? 600);
  const place = join(work, 'county');
  const { files, bytes } = county(place, schools);
  const paths = readdirSync(place, { recursive: true }).filter((path) => path.endsWith('.yaml'));
  const forget = () => rmSync(memory, { recursive: true, force: true });
  // Some of the schools have a slip in them.
  const lemOn = (...args) => node([lem, ...args, ...DAY], { cwd: work, ends: [0, 1] });
  const check = () => lemOn('check', '--all', '-C', place);
  const overview = () => lemOn('county', place, '--json');
  const measures = {
    'read every file': () => void paths.map((path) => readFileSync(join(place, path))),
    'lem check --all, cold': { before: forget, run: check },
    'lem check --all, warm': check,
    'lem county, cold': { before: forget, run: overview },
    'lem county, warm': overview,
  };
  // The other validator is fetched once, before anything is timed; without it the rest still says something.
  if (runs('npx', [...OTHER, 'version'], { cwd: work, env }) === 0) {
    const anything = join(work, 'anything.json');
    writeFileSync(anything, '{ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object" }');
    const args = [...OTHER, 'validate', anything, place, '--extension', '.yaml'];
    measures['jsonschema, against { "type": "object" }'] = () => void runs('npx', args, { cwd: work, env });
  } else console.log('\njsonschema can’t be had here: lem is not compared with it.');
  const times = timesOf(measures, ROUNDS);
  printRatios(`A county: ${schools} schools, ${files} files, ${(bytes / 1e6).toFixed(0)} MB`, times, {
    limits: { 'lem check --all, warm': 3 },
  });
  console.log('  wanted: lem check cold no slower than jsonschema');
  const thousand = (name) => `${(median(times[name]) / schools).toFixed(1)} s`;
  console.log(
    `  lem county, per thousand schools on ${availableParallelism()} cores: ${thousand('lem county, cold')} cold, ${thousand('lem county, warm')} warm`,
  );
}
