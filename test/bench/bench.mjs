// Speed as ratios in one run: each command in turn with the others, so that a machine's changing mood hits all alike.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { county } from './county.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lem = join(root, 'bin/lem.js');
const runs = Number(process.env.BENCH_RUNS ?? 21);
const { NODE_EXTRA_CA_CERTS: _slowsNodeItself, ...env } = process.env;
const work = mkdtempSync(join(tmpdir(), 'lem-bench-'));
const school = join(work, 'school');
cpSync(join(root, 'examples/ribble-bank'), school, { recursive: true });
const DAY = ['--on', '2026-06-08'];
/** Where lem remembers what has not changed, and a place where it can remember nothing. */
const memory = join(work, 'cache');
const nowhere = '/dev/null';

/** Wall time of a process in milliseconds. */
function time(args, cache = memory) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, {
    cwd: school,
    env: { ...env, NO_COLOR: '1', XDG_CACHE_HOME: cache },
    stdio: 'ignore',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Times commands in turn and prints each as a ratio of the first. */
function inTurn(title, commands, limits = {}) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (const [args, cache] of Object.values(commands)) time(args, cache);
  for (let run = 0; run < runs; run++)
    for (const [name, [args, cache]] of Object.entries(commands)) times[name].push(time(args, cache));
  const [first] = Object.keys(commands);
  console.log(`\n${title} (median of ${runs}, each in turn)`);
  for (const [name, all] of Object.entries(times)) {
    const ratio = median(all.map((each, index) => each / times[first][index]));
    const limit = limits[name] === undefined ? '' : `  at most ${limits[name]} wanted`;
    console.log(
      `  ${name.padEnd(34)}${median(all).toFixed(0).padStart(6)} ms ${ratio.toFixed(2).padStart(7)} ×${limit}`,
    );
  }
}

try {
  inTurn(
    'Start-up',
    {
      'node -e 0': [['-e', '0']],
      'lem --version': [[lem, '--version']],
      'lem --help': [[lem, '--help']],
      'lem check (the example)': [[lem, 'check', ...DAY]],
      'lem check, nothing remembered': [[lem, 'check', ...DAY], nowhere],
      'lem status (the example)': [[lem, 'status', ...DAY]],
      'lem badges (the example)': [[lem, 'badges', ...DAY]],
    },
    { 'lem --version': '1.6 ×', 'lem --help': '1.6 ×', 'lem check (the example)': '3 ×' },
  );

  // Five strands of the same length, so that each further one shows what a PDF costs once the browser is up.
  const [first, ...others] = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'];
  for (const strand of [first, ...others]) {
    const text = `strand: ${strand}\nstatus: draft\ngoals: A goal.\noutcomes: [{ claim: A claim. }]\n`;
    writeFileSync(join(school, `accreditation/2025-26/${strand}.yaml`), text);
  }
  const one = [];
  const five = [];
  const rounds = Math.max(3, Math.round(runs / 4));
  time([lem, 'summary', 'render', first, ...DAY]);
  for (let run = 0; run < rounds; run++) {
    one.push(time([lem, 'summary', 'render', first, ...DAY]));
    five.push(time([lem, 'summary', 'render', '--all', ...DAY]));
  }
  const further = median(five.map((each, index) => (each - one[index]) / others.length));
  console.log(`\nRendering (median of ${rounds})`);
  console.log(`  one summary as a whole process    ${median(one).toFixed(0).padStart(6)} ms`);
  console.log(`  five summaries, one browser       ${median(five).toFixed(0).padStart(6)} ms`);
  console.log(
    `  each further PDF                  ${further.toFixed(0).padStart(6)} ms          at most 150 ms wanted`,
  );

  // A county: 600 schools, each command in turn with reading the same files and with another validator.
  const schools = Number(process.env.BENCH_SCHOOLS ?? 600);
  const place = join(work, 'county');
  const { files, bytes } = county(place, schools);
  const paths = readdirSync(place, { recursive: true }).filter((path) => path.endsWith('.yaml'));
  const anything = join(work, 'anything.json');
  writeFileSync(anything, '{ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object" }');
  const all = [lem, 'check', '--all', '-C', place, ...DAY];
  const other = [
    '--yes',
    '--package',
    '@sourcemeta/jsonschema',
    'jsonschema',
    'validate',
    anything,
    place,
    '--extension',
    '.yaml',
  ];
  const run = (program, args) => {
    const options = { cwd: work, env: { ...env, NO_COLOR: '1', XDG_CACHE_HOME: memory }, stdio: 'ignore' };
    return spawnSync(program, args, options).status;
  };
  const measures = {
    'read every file': () => void paths.map((path) => readFileSync(join(place, path))),
    'lem check --all, cold': () => {
      rmSync(memory, { recursive: true, force: true });
      run(process.execPath, all);
    },
    'lem check --all, warm': () => run(process.execPath, all),
  };
  // The other validator is fetched once, before anything is timed; without it the rest still says something.
  if (run('npx', [...other.slice(0, 4), 'version']) === 0) {
    measures['jsonschema, against { "type": "object" }'] = () => run('npx', other);
  }
  const found = Object.fromEntries(Object.keys(measures).map((name) => [name, []]));
  for (let round = 0; round < 3; round++) {
    for (const [name, measure] of Object.entries(measures)) {
      const started = process.hrtime.bigint();
      measure();
      found[name].push(Number(process.hrtime.bigint() - started) / 1e6);
    }
  }
  console.log(
    `\nA county: ${schools} schools, ${files} files, ${(bytes / 1e6).toFixed(0)} MB (median of 3, each in turn)`,
  );
  for (const [name, times] of Object.entries(found)) {
    const ratio = median(times.map((each, index) => each / found['read every file'][index]));
    console.log(
      `  ${name.padEnd(44)}${(median(times) / 1000).toFixed(2).padStart(7)} s ${ratio.toFixed(2).padStart(7)} ×`,
    );
  }
  console.log('  wanted: cold no slower than jsonschema, warm at most 3 × reading the files');
} finally {
  rmSync(work, { recursive: true, force: true });
}
