import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Exit } from '../../src/model/outcome.ts';
import { changedFiles } from '../../src/shell/git.ts';
import { lemIn, worldIn } from './in-process.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
/** The day on which histories are asked for. */
export const TODAY = '2026-06-08';

/** A real git repository for each test, in a folder with a space and an accent, with commits of chosen days. */
export interface HistoryRepo {
  /** An absolute path in it. */
  readonly path: (file?: string) => string;
  readonly read: (file: string) => string;
  /** Writes a file, or with null removes it or a folder. */
  readonly put: (file: string, content: string | Uint8Array | null) => void;
  /** Copies the sample school into a folder. */
  readonly school: (folder?: string) => void;
  readonly git: (...words: readonly string[]) => string;
  /** git with something to read. */
  readonly feed: (input: string | Uint8Array, ...words: readonly string[]) => string;
  /** Commits everything. @param when the committer's date, at noon where it has no time. @returns the commit's id */
  readonly commit: (when: string, message?: string) => string;
  /** Runs lem in one of its folders. Whether all is committed is not asked, as that takes three processes, but where it counts. */
  readonly lem: (
    words: readonly string[],
    setting?: Parameters<typeof worldIn>[1] & { readonly in?: string; readonly uncommitted?: true },
  ) => Promise<{ readonly exit: Exit; readonly text: string }>;
}

export function historyRepo(format = 'sha1'): HistoryRepo {
  let top = '';
  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'lem école ')));
    git('init', '-q', '--template=', '-b', 'main', `--object-format=${format}`);
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));
  const path = (file = ''): string => join(top, file);
  const call = (
    program: string,
    words: readonly string[],
    more: { readonly [name: string]: string },
    input?: string | Uint8Array,
  ) =>
    execFileSync(program, words, {
      cwd: top,
      encoding: 'utf8',
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
      env: {
        PATH: process.env.PATH,
        HOME: top,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        ...NAMES,
        ...more,
      },
    });
  const git = (...words: readonly string[]): string => call('git', words, {});
  return {
    path,
    git,
    feed: (input, ...words) => call('git', words, {}, input),
    read: (file) => readFileSync(path(file), 'utf8'),
    put: (file, content) => {
      if (content === null) {
        if (!existsSync(path(file))) throw new Error(`There is no ${file}`);
        rmSync(path(file), { recursive: true });
        return;
      }
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), content);
    },
    school: (folder = '') => cpSync(join(EXAMPLES, 'ribble-bank'), path(folder), { recursive: true }),
    commit: (when, message = 'as it is') => {
      const date = when.includes('T') ? when : `${when}T12:00:00+00:00`;
      // Another date for the author, which must not count.
      const dates = { GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: '2001-02-03T04:05:06+00:00' };
      return call('sh', ['-c', COMMIT, 'sh', message], dates).trim();
    },
    lem: (words, { in: folder = '', uncommitted, ...setting } = {}) =>
      lemIn(
        {
          ...worldIn(path(folder), { today: TODAY, ...setting }),
          changedFiles: uncommitted ? changedFiles : async () => ({ state: 'known', files: [] }),
        },
        words,
      ),
  };
}

/** In one go: to start a process from a test takes longer than git does. */
const COMMIT = 'git add -A && git -c gc.auto=0 commit -q --allow-empty -m "$1" && git rev-parse HEAD';

const NAMES = {
  GIT_AUTHOR_NAME: 'A. Khan',
  GIT_AUTHOR_EMAIL: 'office@ribblebank.example',
  GIT_COMMITTER_NAME: 'A. Khan',
  GIT_COMMITTER_EMAIL: 'office@ribblebank.example',
};
