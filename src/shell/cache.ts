import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Memory } from '../world.ts';

/**
 * A memory in the user's own cache folder, one file for each name. Whatever goes wrong with it, as on a full disk or in
 * a read-only home, is as if nothing had been kept.
 */
export function remembered(env: { readonly [name: string]: string | undefined }): Memory {
  const folder = join(cacheFolder(env), 'equality-mark', 'checks');
  const pathOf = (name: string): string => join(folder, `${keyOf([name]).slice(0, 32)}.json`);
  return {
    keyOf,
    recall: (name, key) => {
      try {
        const kept = readFileSync(pathOf(name), 'utf8');
        if (!kept.startsWith(`${key}\n`)) return null;
        const seal = kept.indexOf('\n', key.length + 1);
        const text = kept.slice(seal + 1);
        return kept.slice(key.length + 1, seal) === keyOf([text]) ? text : null;
      } catch {
        return null;
      }
    },
    keep: (name, key, text) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const temporary = `${pathOf(name)}.${process.pid}.tmp`;
        // With what tells whether it is all there: after a power cut a file may have been cut off.
        writeFileSync(temporary, `${key}\n${keyOf([text])}\n${text}`, { mode: 0o600 });
        renameSync(temporary, pathOf(name));
      } catch {
        // nothing kept
      }
    },
  };
}

/** In UTF-16 units. */
const ENOUGH = 65_536;

/** SHA-256 of texts, each with its length, so that no two lists of texts have the same. */
function keyOf(parts: Iterable<string>): string {
  const hash = createHash('sha256');
  // Together in pieces of some size: to hash a thousand short texts one by one takes longer than their bytes do.
  let piece = '';
  for (const part of parts) {
    piece += `${part.length}:${part}`;
    if (piece.length < ENOUGH) continue;
    hash.update(piece);
    piece = '';
  }
  hash.update(piece);
  return hash.digest('hex');
}

function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: { readonly [name: string]: string | undefined }): string {
  return XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache');
}
