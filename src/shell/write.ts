import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileChange, Outcome } from '../model/outcome.ts';

/**
 * Writes files, all of them or none: each goes to a temporary file first and is flushed; only when every one is down
 * are they renamed into place. A file is thus always the old or the new one, never half of either.
 * @throws where the disk is full or a folder can't be written; what was there before is still there then
 */
export function write({ into, files, replace }: NonNullable<Outcome['changes']>): void {
  mkdirSync(into, { recursive: true });
  const root = realpathSync(into);
  const staged: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const file of files) staged.push(stage(root, file, replace));
    for (const file of files) holdsStill(root, file);
    for (const { temporary, target } of staged) renameSync(temporary, target);
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

/** What a file is found to hold when it was not what a change was made from. */
export const CHANGED_MEANWHILE = 'CHANGED_MEANWHILE';

/** @throws where a file no longer holds what its change was made from */
function holdsStill(root: string, { path, expected }: FileChange): void {
  if (expected === undefined || textAt(resolve(root, path)) === expected) return;
  throw Object.assign(new Error(`${path} was changed meanwhile`), { code: CHANGED_MEANWHILE });
}

const MARK = '\ufeff';

/** A file's text without a byte order mark, as it was read; null where there is none. */
function textAt(path: string): string | null {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
  return text?.startsWith(MARK) ? text.slice(MARK.length) : text;
}

function stage(
  root: string,
  { path, content, anywhere, expected }: FileChange,
  replace: boolean,
): { readonly temporary: string; readonly target: string } {
  const target = resolve(root, path);
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  const inside = relative(root, realpathSync(folder));
  if (anywhere !== true && (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)))
    throw new Error(`${path} leads out of the folder.`);
  if (!replace && lstatSync(target, { throwIfNoEntry: false }) !== undefined)
    throw new Error(`${path} is already there.`);
  const temporary = join(folder, `.lem-${process.pid}-${counter++}.tmp`);
  const handle = openSync(temporary, 'wx', 0o644);
  try {
    const before = expected !== undefined && existsSync(target) ? readFileSync(target) : null;
    const mark = before?.subarray(0, 3).toString('utf8') === MARK ? MARK : '';
    const bytes = typeof content === 'string' ? Buffer.from(mark + content, 'utf8') : content;
    if (before !== null) fchmodSync(handle, statSync(target).mode & 0o777);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return {
    temporary,
    target: existsSync(target) && !lstatSync(target).isSymbolicLink() ? realpathSync(target) : target,
  };
}

let counter = 0;
