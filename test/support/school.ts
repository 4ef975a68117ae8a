import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exit } from '../../src/model/outcome.ts';
import { lemIn, worldIn } from './in-process.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const ON = '2026-06-08';

/** A copy of the sample school for each test, in a folder with a space and an accent, and lem run in it in this process. */
export function sampleSchool(): {
  readonly path: (file: string) => string;
  /** A file's text; null where there is none. */
  readonly read: (file: string) => string | null;
  readonly put: (file: string, text: string) => void;
  readonly lem: (
    words: readonly string[],
    setting?: Parameters<typeof worldIn>[1],
  ) => Promise<{ readonly exit: Exit; readonly text: string }>;
} {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lem école '));
    cpSync(join(EXAMPLES, 'ribble-bank'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const path = (file: string): string => join(folder, file);
  return {
    path,
    read: (file) => (existsSync(path(file)) ? readFileSync(path(file), 'utf8') : null),
    put: (file, text) => {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), text);
    },
    lem: (words, setting) => lemIn(worldIn(folder, { today: ON, ...setting }), words),
  };
}
