import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isLeftBehind } from './left-behind.ts';
import { pause } from './pause.ts';
import { quietly } from './quietly.ts';

/** What an error bears where another lem did not come to an end. */
export const BUSY = 'BUSY';

const CLAIM = /^lem-[\da-f]{16}-(\d+)-[\da-f]{12}\.lock$/;

/** How long to wait for another lem, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Runs something while no other lem on this machine does the same for a folder.
 *
 * Whoever wants to lays down a claim, an empty file of its own in the system's temporary folder, and then looks for
 * others: of two, at least one sees the other's and takes its own back. No claim has a name that another had before it,
 * so one whose process is gone is removed without fear of removing a newer one. Where no claim can be laid, as with no
 * temporary folder to write in, it runs all the same.
 * @param folder its real path
 * @throws where another goes on for longer than anyone would wait
 */
export function alone<T>(folder: string, run: () => T, patience = PATIENCE): T {
  const key = createHash('sha256').update(folder.normalize().toLowerCase()).digest('hex').slice(0, 16);
  const release = claim(tmpdir(), `lem-${key}-`, patience);
  try {
    return run();
  } finally {
    release();
  }
}

/** @returns what takes the claim back */
function claim(place: string, prefix: string, patience: number): () => void {
  const own = `${prefix}${process.pid}-${randomBytes(6).toString('hex')}.lock`;
  const release = (): void => quietly(() => rmSync(join(place, own), { force: true }));
  for (const start = performance.now(); ; ) {
    try {
      if (others(place, prefix, own).length === 0) {
        writeFileSync(join(place, own), '', { flag: 'wx' });
        if (others(place, prefix, own).length === 0) return release;
        release();
      }
    } catch {
      return release;
    }
    if (performance.now() - start > patience)
      throw Object.assign(new Error('Another lem is still writing here'), { code: BUSY });
    pause(5 + Math.random() * 20);
  }
}

/** The claims of others to a folder. Those that were left behind, to whatever folder, are removed. */
function others(place: string, prefix: string, own: string): readonly string[] {
  return readdirSync(place).filter((name) => {
    const [, maker] = CLAIM.exec(name) ?? [];
    if (maker === undefined || name === own) return false;
    const path = join(place, name);
    if (!isLeftBehind(path, Number(maker))) return name.startsWith(prefix);
    quietly(() => rmSync(path, { force: true }));
    return false;
  });
}
