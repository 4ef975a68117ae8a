import { copyFileSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { pause } from './pause.ts';
import type { Temporaries } from './temporary.ts';

/** What takes a step back. */
export type Undo = () => void;

/**
 * Puts a file where nothing is.
 * @throws EEXIST where there is something after all, which stays
 */
export function placeNew(temporary: string, target: string): Undo {
  if (!linked(temporary, target)) {
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined)
      throw Object.assign(new Error(`${target} is there`), { code: 'EEXIST' });
    moved(temporary, target);
  }
  return () => rmSync(target, { force: true });
}

/** Puts a file in the place of another, which is kept beside it until the end. */
export function placeOver(temporary: string, target: string, { name }: Temporaries): Undo {
  const isThere = lstatSync(target, { throwIfNoEntry: false }) !== undefined;
  const kept = name(dirname(target));
  if (isThere && !linked(target, kept)) copyFileSync(target, kept);
  moved(temporary, target);
  return isThere ? () => moved(kept, target) : () => rmSync(target, { force: true });
}

/** Takes a file away, which is kept beside it until the end. */
export function takeAway(target: string, { name }: Temporaries): Undo {
  const kept = name(dirname(target));
  moved(target, kept);
  return () => moved(kept, target);
}

/** What a file system says that has no second names for a file. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EISDIR', 'UNKNOWN'];

/** Gives a file a second name, which must be new. @returns whether the file system has such names */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** What Windows says while another program, such as one that looks for viruses, has a file open. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];
const PATIENCE = 2_000;

/** Renames a file over another; where Windows holds it for a moment, a moment later. */
function moved(from: string, to: string): void {
  for (let wait = 10; ; wait *= 2) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const isHeld = process.platform === 'win32' && HELD.includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isHeld || wait > PATIENCE / 2) throw error;
      pause(wait);
    }
  }
}
