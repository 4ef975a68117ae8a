import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Changes, FileChange } from '../model/outcome.ts';
import { alone } from './lock.ts';
import { placeNew, placeOver, takeAway, type Undo } from './place.ts';
import { quietly } from './quietly.ts';
import { flushFolder, sweep, type Temporaries, temporaries, writeFlushed } from './temporary.ts';

/**
 * Writes files, all of them or none: each goes to a temporary file first and is flushed; only when every one is down
 * are they renamed into place. A file is thus always the old or the new one, never half of either, whenever lem is
 * killed. No other lem writes in the folder meanwhile, so that none comes between the look at a file and its renaming.
 * @throws where the disk is full, a folder can't be written or a file was changed; then all is as it was before
 */
export function write({ into, files, replace }: Changes): void {
  const made: string[] = [];
  try {
    makeFolder(resolve(into), made);
    const root = realpathSync(into);
    alone(root, () => exchange(root, files, replace, made));
  } catch (error) {
    for (const folder of made.reverse()) quietly(() => rmdirSync(folder));
    throw error;
  }
}

/** @param made where folders are added that had to be made */
function exchange(root: string, files: readonly FileChange[], replace: boolean, made: string[]): void {
  const temporary = temporaries();
  const placed: Undo[] = [];
  try {
    const jobs = files.map((file): Job => {
      const target = targetOf(root, file, made);
      return { file, target, isNew: file.expected === null || (file.expected === undefined && !replace) };
    });
    const folders = new Set(jobs.map(({ target }) => dirname(target)));
    for (const job of jobs) canStand(job);
    for (const folder of folders) sweep(folder);
    const staged = jobs.map((job) => ({ job, name: job.file.removed === true ? null : stage(job, temporary) }));
    for (const job of jobs) holdsStill(job);
    // What is taken away goes last: a file that is renamed is there under one of its names, whatever happens.
    for (const { job, name } of staged) if (name !== null) placed.push(place(job, name, temporary));
    for (const { job, name } of staged) if (name === null) placed.push(takeAway(job.target, temporary));
    for (const folder of [...folders, ...made.map(dirname)]) flushFolder(folder);
  } catch (error) {
    for (const undo of placed.reverse()) quietly(undo);
    throw error;
  } finally {
    temporary.remove();
  }
}

interface Job {
  readonly file: FileChange;
  readonly target: string;
  /** Whether nothing may be there yet. */
  readonly isNew: boolean;
}

/**
 * Where a file goes: a link to a folder is followed, if it does not lead out.
 * @throws where it does, before anything is made out there
 */
function targetOf(root: string, { path, anywhere }: FileChange, made: string[]): string {
  const target = resolve(root, path);
  const folder = dirname(target);
  if (anywhere !== true && isOutside(root, realpathSync(nearest(folder))))
    throw Object.assign(new Error(`${path} would lie outside of this folder, by a link or by its name`), {
      code: LEADS_OUT,
    });
  makeFolder(folder, made);
  return existsSync(target) && !lstatSync(target).isSymbolicLink() ? realpathSync(target) : target;
}

/** A folder, or the first above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

function isOutside(root: string, folder: string): boolean {
  const inside = relative(root, folder);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
}

/** Makes a folder with those above it. */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), made);
  try {
    mkdirSync(folder);
    made.push(folder);
  } catch (error) {
    // Another lem may have made it just now.
    if (!existsSync(folder)) throw error;
  }
}

/** @throws where a new file would stand in the place of another, or any in that of what is no file, such as a device */
function canStand({ file, target, isNew }: Job): void {
  if (isNew && lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw taken(file);
  const there = statSync(target, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile() && !there.isDirectory())
    throw new Error(`${file.path} is no file that can be written anew`);
}

function taken({ path, expected }: FileChange): Error {
  return expected === null ? changed(`${path} was made meanwhile`) : new Error(`${path} is already there.`);
}

/** Writes what a file will hold beside it, with its byte order mark and for those who may read it now. */
function stage({ file: { content, expected }, target }: Job, { name }: Temporaries): string {
  const temporary = name(dirname(target));
  const before = typeof expected === 'string' && existsSync(target) ? readFileSync(target) : null;
  const mark = before?.subarray(0, 3).toString('utf8') === MARK ? MARK : '';
  const bytes = typeof content === 'string' ? Buffer.from(mark + content, 'utf8') : content;
  writeFlushed(temporary, bytes, before === null ? null : statSync(target).mode & 0o777);
  return temporary;
}

const MARK = '\ufeff';

/** @throws where a file no longer holds what its change was made from */
function holdsStill({ file: { path, expected }, target }: Job): void {
  if (typeof expected !== 'string') return;
  const text = existsSync(target) ? readFileSync(target, 'utf8') : null;
  if ((text?.startsWith(MARK) ? text.slice(MARK.length) : text) !== expected)
    throw changed(`${path} was changed meanwhile`);
}

function place({ file, target, isNew }: Job, temporary: string, kept: Temporaries): Undo {
  if (!isNew) return placeOver(temporary, target, kept);
  try {
    return placeNew(temporary, target);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken(file) : error;
  }
}

/** What an error bears where a file would lie outside of the folder that is written in. */
export const LEADS_OUT = 'LEADS_OUT';
/** What an error bears where a file was not what its change was made from. */
export const CHANGED_MEANWHILE = 'CHANGED_MEANWHILE';

function changed(message: string): Error {
  return Object.assign(new Error(message), { code: CHANGED_MEANWHILE });
}
