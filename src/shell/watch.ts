import { type FSWatcher, lstatSync, readdirSync, watch as watchFolder } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import type { Watch } from '../model/outcome.ts';

/** How long to wait for more before looking again, in milliseconds: a save is often several changes. */
const PAUSE = 50;
/** How deep folders are watched. */
const DEEPEST = 12;

/** How watching ended: the user stopped it, or it could not be done. */
export type Watched = { readonly state: 'stopped' } | { readonly state: 'failed'; readonly message: string };

/**
 * Calls back soon after something changes in a folder, until the user stops it with Ctrl-C; and once at the start, for
 * what changed while nothing was watched yet. Calls never overlap.
 */
export function watch({ root, folders }: Watch, changed: () => Promise<void>): Promise<Watched> {
  return new Promise((settle, fail) => {
    const watchers = new Map<string, FSWatcher>();
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    let isBusy = false;
    let isBehind = false;

    const end = (how: () => void): void => {
      isOver = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      process.off('SIGINT', stop);
      how();
    };
    const stop = (): void => end(() => settle({ state: 'stopped' }));
    const failed = (error: unknown): void => {
      const message = limitOf(error);
      end(() => (message === null ? fail(error) : settle({ state: 'failed', message })));
    };
    const soon = (): void => {
      if (isOver) return;
      clearTimeout(timer);
      timer = setTimeout(() => void look().catch(failed), PAUSE);
    };
    const look = async (): Promise<void> => {
      isBehind = isBusy;
      if (isBusy) return;
      isBusy = true;
      attach();
      await changed();
      isBusy = false;
      if (isBehind) soon();
    };
    // Folders come and go: those that are new are watched before their files are read.
    const attach = (): void => {
      const wanted = RECURSIVE
        ? [root]
        : [root, ...folders().flatMap((folder) => foldersIn(join(root, folder), DEEPEST))];
      for (const [folder, watcher] of watchers) if (!wanted.includes(folder)) detach(folder, watcher);
      for (const folder of wanted) if (!watchers.has(folder)) attachTo(folder);
    };
    const attachTo = (folder: string): void => {
      try {
        const watcher = watchFolder(folder, { recursive: RECURSIVE }, (kind, name) => {
          // A folder that is gone says so by its own name; one that comes in its place needs a watcher of its own.
          if (kind === 'rename' && name === basename(folder)) detach(folder, watcher);
          if (isOfInterest(name)) soon();
        });
        watcher.on('error', () => {
          detach(folder, watcher);
          soon();
        });
        watchers.set(folder, watcher);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
      }
    };
    const detach = (folder: string, watcher: FSWatcher): void => {
      watcher.close();
      if (watchers.get(folder) === watcher) watchers.delete(folder);
    };

    process.on('SIGINT', stop);
    soon();
  });
}

/** Where one watcher sees all that is below its folder, without one for each. */
const RECURSIVE = process.platform === 'win32' || process.platform === 'darwin';

/** What git, editors and lem itself keep in folders with a dot, and what is rendered, is not the school's work. */
function isOfInterest(name: string | null): boolean {
  const [first = ''] = (name ?? '').split(/[\\/]/);
  return name === null || !(first === 'build' || first === 'node_modules' || first === '.git' || first === '.lem');
}

function foldersIn(folder: string, depth: number): readonly string[] {
  try {
    if (!lstatSync(folder).isDirectory()) return [];
    const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...(depth === 0 ? [] : below.flatMap(({ name }) => foldersIn(join(folder, name), depth - 1)))];
  } catch {
    return [];
  }
}

/** In words, the limit of the system that was met; null for another error. */
function limitOf(error: unknown): string | null {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EMFILE' ? 'the system watches no more folders than it already does' : null;
}
