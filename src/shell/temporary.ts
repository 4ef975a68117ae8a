import { closeSync, fchmodSync, fstatSync, fsyncSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isLeftBehind } from './left-behind.ts';
import { quietly } from './quietly.ts';

/** The files that lem makes beside those it writes. git ignores them in a workspace that lem made. */
const NAME = /^\.lem-(\d+)-\d+\.tmp$/;

/** The temporary files of one writing. */
export interface Temporaries {
  /** A name in a folder, which is gone again at the end whatever stands there then. */
  readonly name: (folder: string) => string;
  readonly remove: () => void;
}

let counter = 0;

export function temporaries(): Temporaries {
  const names: string[] = [];
  return {
    name: (folder) => {
      const name = join(folder, `.lem-${process.pid}-${counter++}.tmp`);
      names.push(name);
      return name;
    },
    remove: () => {
      for (const name of names) quietly(() => rmSync(name, { force: true }));
    },
  };
}

/** Writes a new file and flushes it to the disk. @param mode who may do what with it; null for the usual */
export function writeFlushed(path: string, bytes: Uint8Array, mode: number | null): void {
  const handle = openSync(path, 'wx', 0o644);
  try {
    // Not every file system lets it be set, and there all files have the same.
    if (mode !== null && (fstatSync(handle).mode & 0o777) !== mode) fchmodSync(handle, mode);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } catch (error) {
    quietly(() => closeSync(handle));
    throw error;
  }
  closeSync(handle);
}

/** Removes what an earlier lem left in a folder that was killed there. */
export function sweep(folder: string): void {
  quietly(() => {
    for (const name of readdirSync(folder)) {
      const [, maker] = NAME.exec(name) ?? [];
      const path = join(folder, name);
      if (maker !== undefined && isLeftBehind(path, Number(maker))) quietly(() => rmSync(path, { force: true }));
    }
  });
}

/** Flushes a folder to the disk, so that its names outlive a power cut, where the system knows of such a thing. */
export function flushFolder(folder: string): void {
  quietly(() => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}
