import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A folder for what a browser leaves behind, and how it is taken away again. */
export interface Scratch {
  readonly folder: string;
  readonly remove: () => void;
}

/** Makes a folder that only its user can enter. It goes when it is removed, or at the latest when lem ends, even by Ctrl-C. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'lem-browser-'));
  const remove = (): void => {
    process.off('exit', remove);
    try {
      // A browser that was ended may still be letting go of its files.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    } catch {
      // The system clears its folder for temporary files in its own time.
    }
  };
  process.once('exit', remove);
  return { folder, remove };
}
