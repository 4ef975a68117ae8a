// Makes the n-th call that changes something on disk go wrong, in a process of its own:
// `LEM_FAULT=kill:3 node --import ./faulty-fs.mjs …`, or `goWrong('ENOSPC:3')`. To kill is to be gone before the call, or in the
// middle of it where it writes; a code is what the call throws, half done where it writes and done where it closes.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CALLS = [
  ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'fchmodSync', 'copyFileSync', 'writeFileSync'],
  ['renameSync', 'linkSync', 'mkdirSync', 'rmdirSync', 'rmSync'],
].flat();
/** What takes back, and works on a disk that is full. */
const TAKES_BACK = ['rmSync', 'rmdirSync'];

let kind = '';
let left = Number.POSITIVE_INFINITY;
const { writeSync } = fs;

/** @param fault what the call does and which it is, from 1: `ENOSPC:3` */
export function goWrong(fault) {
  const [name, at] = fault.split(':');
  kind = name;
  left = Number(at);
}

/** Whether it went wrong; from now on nothing does. */
export function wentWrong() {
  const went = left < 1;
  left = Number.POSITIVE_INFINITY;
  return went;
}

for (const name of CALLS) {
  const real = fs[name];
  fs[name] = (...args) => {
    if ((kind !== 'kill' && TAKES_BACK.includes(name)) || left < 1 || --left >= 1) return real(...args);
    left = 0;
    if (name === 'writeSync') writeSync(args[0], args[1], args[2] ?? 0, Math.floor(args[1].length / 2));
    if (name === 'copyFileSync') fs.writeFileSync(args[1], fs.readFileSync(args[0]).subarray(1));
    if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
    if (name === 'closeSync') real(...args);
    throw Object.assign(new Error(`${kind}: ${name}`), { code: kind });
  };
}
syncBuiltinESMExports();
if (process.env.LEM_FAULT) goWrong(process.env.LEM_FAULT);
