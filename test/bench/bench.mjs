// Speed as ratios in one run.
// npm run bench [-- subject...]: all subjects, or those that are named.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './measure.mjs';

/** What is measured: a file each, whose `bench` takes a place to work in. */
const SUBJECTS = {
  'start-up': () => import('./start-up.mjs'),
  rendering: () => import('./rendering.mjs'),
  printing: () => import('./printing.mjs'),
  county: () => import('./overview.mjs'),
  submissions: () => import('./submissions.mjs'),
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const { NODE_EXTRA_CA_CERTS: _slowsNodeItself, ...own } = process.env;

/** A folder of its own with a copy of the sample school, and lem as it is run there. */
function placeFor(subject) {
  const work = mkdtempSync(join(tmpdir(), `lem-bench-${subject}-`));
  const school = join(work, 'school');
  cpSync(join(root, 'examples/ribble-bank'), school, { recursive: true });
  const lem = join(root, 'bin/lem.js');
  // Where lem remembers what has not changed.
  const memory = join(work, 'cache');
  const env = { ...own, NO_COLOR: '1', XDG_CACHE_HOME: memory };
  return {
    root,
    work,
    school,
    lem,
    memory,
    env,
    /** The day on which the sample school stands. */
    DAY: ['--on', '2026-06-08'],
    rounds: Number(process.env.BENCH_RUNS ?? 21),
    /** Runs Node on a file of its own in the school, or elsewhere. */
    node: (args, options = {}) => mustRun(process.execPath, args, { cwd: school, env, ...options }),
  };
}

const named = process.argv.slice(2);
const known = Object.keys(SUBJECTS);
const unknown = named.find((subject) => !known.includes(subject));
if (unknown !== undefined) {
  console.error(`There is no subject ${unknown}. There are: ${known.join(', ')}.`);
  process.exit(2);
}
for (const subject of named.length === 0 ? known : named) {
  const { bench } = await SUBJECTS[subject]();
  const place = placeFor(subject);
  try {
    await bench(place);
  } finally {
    rmSync(place.work, { recursive: true, force: true });
  }
}
