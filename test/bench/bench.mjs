// Speed as ratios in one run: each command in turn with the others, so that a machine's changing mood hits all alike.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lem = join(root, 'bin/lem.js');
const runs = Number(process.env.BENCH_RUNS ?? 21);
const { NODE_EXTRA_CA_CERTS: _slowsNodeItself, ...env } = process.env;
const work = mkdtempSync(join(tmpdir(), 'lem-bench-'));
const school = join(work, 'school');
cpSync(join(root, 'examples/ribble-bank'), school, { recursive: true });
const DAY = ['--on', '2026-06-08'];

/** Wall time of a process in milliseconds. */
function time(args) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, {
    cwd: school,
    env: { ...env, NO_COLOR: '1' },
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
  for (const args of Object.values(commands)) time(args);
  for (let run = 0; run < runs; run++)
    for (const [name, args] of Object.entries(commands)) times[name].push(time(args));
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
      'node -e 0': ['-e', '0'],
      'lem --version': [lem, '--version'],
      'lem --help': [lem, '--help'],
      'lem check (the example)': [lem, 'check', ...DAY],
      'lem status (the example)': [lem, 'status', ...DAY],
      'lem badges (the example)': [lem, 'badges', ...DAY],
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
  const all = [];
  const rounds = Math.max(3, Math.round(runs / 4));
  time([lem, 'summary', 'render', first, ...DAY]);
  for (let run = 0; run < rounds; run++) {
    one.push(time([lem, 'summary', 'render', first, ...DAY]));
    all.push(time([lem, 'summary', 'render', '--all', ...DAY]));
  }
  const further = median(all.map((each, index) => (each - one[index]) / others.length));
  console.log(`\nRendering (median of ${rounds})`);
  console.log(`  one summary as a whole process    ${median(one).toFixed(0).padStart(6)} ms`);
  console.log(`  five summaries, one browser       ${median(all).toFixed(0).padStart(6)} ms`);
  console.log(
    `  each further PDF                  ${further.toFixed(0).padStart(6)} ms          at most 150 ms wanted`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
