// How the subjects measure: what is compared is done in turn, so that a machine's changing mood hits all alike.
import { spawnSync } from 'node:child_process';

/** The middle one; of an even number the later of the two. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Wall time of what a function does, in milliseconds. */
export function timeOf(measured) {
  const started = process.hrtime.bigint();
  measured();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/**
 * Does each measure as often as wanted, one after the other in each round.
 * @param measures functions by what they are called; or `{ before, run }`, of which only `run` is timed
 * @returns the times of each, in milliseconds
 */
export function timesOf(measures, rounds) {
  const times = Object.fromEntries(Object.keys(measures).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, measure] of Object.entries(measures)) {
      const { before, run } = typeof measure === 'function' ? { run: measure } : measure;
      before?.();
      times[name].push(timeOf(run));
    }
  return times;
}

/**
 * Prints the times of each, and its ratio to the first: the median of the ratios of each round.
 * @param limits what is wanted of a ratio, by name
 */
export function printRatios(title, times, { limits = {} } = {}) {
  const [first] = Object.values(times);
  const width = Math.max(...Object.keys(times).map((name) => name.length)) + 2;
  console.log(`\n${title} (median of ${first.length}, each in turn)`);
  for (const [name, all] of Object.entries(times)) {
    const middle = median(all);
    const shown = middle < 10_000 ? `${middle.toFixed(0)} ms` : `${(middle / 1000).toFixed(2)} s`;
    const limit = limits[name] === undefined ? '' : `  at most ${limits[name]} × wanted`;
    console.log(`  ${name.padEnd(width)}${shown.padStart(9)} ${ratio(all, first).toFixed(2).padStart(7)} ×${limit}`);
  }
}

/** How much longer some took than others, round by round. */
export function ratio(times, others) {
  return median(times.map((each, index) => each / others[index]));
}

/** Runs a program and returns how it ended; null where there is none of that name. What it prints goes nowhere. */
export function runs(program, args, options = {}) {
  return spawnSync(program, args, { stdio: 'ignore', ...options }).status;
}

/** Runs a program that must end well, or as else is said. */
export function mustRun(program, args, { ends = [0], ...options } = {}) {
  const status = runs(program, args, options);
  if (!ends.includes(status)) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
}
