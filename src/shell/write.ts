import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
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
    for (const { temporary, target } of staged) renameSync(temporary, target);
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

function stage(
  root: string,
  { path, content }: FileChange,
  replace: boolean,
): { readonly temporary: string; readonly target: string } {
  const target = resolve(root, path);
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  const inside = relative(root, realpathSync(folder));
  if (inside === '..' || inside.startsWith(`..${sep}`)) throw new Error(`${path} leads out of the folder.`);
  if (!replace && lstatSync(target, { throwIfNoEntry: false }) !== undefined)
    throw new Error(`${path} is already there.`);
  const temporary = join(folder, `.lem-${process.pid}-${counter++}.tmp`);
  const handle = openSync(temporary, 'wx', 0o644);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
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
