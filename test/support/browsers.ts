import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../src/shell/browser/find.ts';

const FAKE = fileURLToPath(new URL('./fake-browser.mjs', import.meta.url));

/** The browser that the tests print with. */
export function realBrowser(): string {
  const found = findBrowser({
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: homedir(),
    isThere: (path) => existsSync(path) && statSync(path).isFile(),
    hasEmbedded: false,
  });
  if (found.state !== 'path') throw new Error('These tests need a browser: CI installs one.');
  return found.path;
}

/** A program in a folder that behaves as a browser that misbehaves. @param how as in `fake-browser.mjs` */
export function fakeBrowser(folder: string, how: string): string {
  const path = join(folder, `fake-${how.replace(':', '-')}`);
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${FAKE}" "${how}" "${realBrowser()}" "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The processes that bear a word in their command lines, as a browser bears its folder; without those that are gone but for their name. */
export function processesWith(word: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word);
      } catch {
        return false; // It has ended meanwhile.
      }
    })
    .map(Number);
}
