import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isAlive } from '../left-behind.ts';
import { quietly } from '../quietly.ts';

/** A folder for what a browser leaves behind, and how it is taken away again. */
export interface Scratch {
  readonly folder: string;
  readonly remove: () => void;
}

const NAME = /^lem-browser-(\d+)-/;

/**
 * Makes a folder that only its user can enter. It goes when it is removed, or at the latest when lem ends; that of a lem
 * that was killed goes here.
 * @param place the folder for temporary files
 */
export function scratch(place: string): Scratch {
  sweep(place);
  const folder = mkdtempSync(join(place, `lem-browser-${process.pid}-`));
  const remove = (): void => {
    process.off('exit', remove);
    // A browser that was ended may still be letting go of its files. What stays is for the next lem to remove.
    quietly(() => rmSync(folder, { recursive: true, force: true, maxRetries: 30, retryDelay: 5 }));
  };
  process.once('exit', remove);
  return { folder, remove };
}

/** Removes folders of this user's whose lem is gone. */
function sweep(place: string): void {
  quietly(() => {
    for (const name of readdirSync(place)) {
      const [, maker] = NAME.exec(name) ?? [];
      if (maker === undefined || isAlive(Number(maker))) continue;
      const folder = join(place, name);
      quietly(() => {
        const { uid } = lstatSync(folder);
        if (uid === userInfo().uid || process.platform === 'win32') rmSync(folder, { recursive: true, force: true });
      });
    }
  });
}
