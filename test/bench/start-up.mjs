// What a command costs before it does anything, and what the commands of every day cost as a whole.
import { printRatios, timesOf } from './measure.mjs';

/** A place where lem can remember nothing. */
const NOWHERE = '/dev/null';

export function bench({ lem, env, node, rounds, DAY }) {
  const measures = {
    'node -e 0': () => node(['-e', '0']),
    'lem --version': () => node([lem, '--version']),
    'lem --help': () => node([lem, '--help']),
    'lem check (the example)': () => node([lem, 'check', ...DAY]),
    'lem check, nothing remembered': () => node([lem, 'check', ...DAY], { env: { ...env, XDG_CACHE_HOME: NOWHERE } }),
    'lem status (the example)': () => node([lem, 'status', ...DAY]),
    'lem badges (the example)': () => node([lem, 'badges', ...DAY]),
  };
  timesOf(measures, 1);
  const limits = { 'lem --version': 1.6, 'lem --help': 1.6, 'lem check (the example)': 3 };
  printRatios('Start-up', timesOf(measures, rounds), { limits });
}
