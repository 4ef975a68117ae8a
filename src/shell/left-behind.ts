import { statSync } from 'node:fs';
import process from 'node:process';

/** How long a process may take to write; what is older is of one that is gone, and its number another's. In ms. */
const LONGEST = 10 * 60_000;

/**
 * Whether a file was left behind by a process that is gone, as one is that was killed.
 * @param maker the number of the process that made it; this one's own is of an earlier process of that number
 */
export function isLeftBehind(path: string, maker: number): boolean {
  if (maker === process.pid || !isAlive(maker)) return true;
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > LONGEST;
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'; // it may be another user's
  }
}
