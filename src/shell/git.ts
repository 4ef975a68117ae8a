import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { env, execPath } from 'node:process';
import type { ChangedFiles } from '../world.ts';

/** In bytes. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** The user's own settings of git that are kept; GIT_DIR and the like would lead to another repository than the folder's. */
const KEPT = [
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
];

/**
 * What keeps git from running programs that the repository's own configuration names: a repository may come from a
 * stranger, as an archive. Filters have names of their own and are dealt with below.
 */
const HARMLESS = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.untrackedCache=false',
    'core.quotePath=false',
    'diff.external=',
    'protocol.allow=never',
    'submodule.recurse=false',
  ].flatMap((setting) => ['-c', setting]),
];

/** What git says. */
export interface Answer {
  /** Its exit code; null where there is no git. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type None = Extract<ChangedFiles, { readonly state: 'none' }>;

/** What is said where git has no answer: without git, outside a repository, and where it fails, before its own reason. */
export interface Unanswered {
  readonly absent: string;
  readonly outside: readonly [message: string, remedy: string];
  readonly failed: readonly [message: string, remedy: string];
}

const CHANGED: Unanswered = {
  absent: 'Install git, or leave out --changed.',
  outside: ['This is not in a git repository, so nothing is known of what changed.', 'Leave out --changed.'],
  failed: ['git can’t say what changed', 'Leave out --changed.'],
};

/**
 * The files in a folder that git says have changed: staged, unstaged or new; with a base also what the commits since
 * then changed. Files that are gone count.
 * @param folder in a repository, or its top
 * @param base a branch, tag or commit; what it and HEAD have in common is what is compared with
 */
export async function changedFiles(folder: string, base: string | null): Promise<ChangedFiles> {
  if (base?.startsWith('-')) return none(`${base} is not a base to compare with.`, BASE_REMEDY);
  const found = await git(folder, ['rev-parse', '--show-prefix']);
  if (found.code !== 0) return refusalOf(found);
  const prefix = found.out.replace(/\n$/, '');
  const settings = await withoutFilters(folder);
  if ('state' in settings) return settings;
  const status = await git(
    folder,
    ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignore-submodules=all', '--', '.'],
    settings,
  );
  if (status.code !== 0) return refusalOf(status);
  const names = parts(status.out).map((entry) => entry.slice(3));
  if (base !== null) {
    const since = await sinceBase(folder, base, settings);
    if ('state' in since) return since;
    names.push(...since.names);
  }
  const inside = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  return { state: 'known', files: [...new Set(inside)].sort() };
}

/** The commit that a folder is at, in full; null without git, without a commit, and where files of it are not committed. */
export async function commitOf(folder: string): Promise<string | null> {
  const changed = await changedFiles(folder, null);
  if (changed.state === 'none' || changed.files.length > 0) return null;
  const { code, out } = await git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  return code === 0 && /^[0-9a-f]{40,64}$/.test(out.trim()) ? out.trim() : null;
}

const BASE_REMEDY = 'Name a branch, a tag or a commit, such as --changed main. Paths go before --changed.';

async function sinceBase(
  folder: string,
  base: string,
  settings: readonly string[],
): Promise<{ readonly names: readonly string[] } | None> {
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', `${base}^{commit}`]);
  if (commit.code !== 0) {
    if (await isShallow(folder)) return tooShallow(base);
    return none(`git knows no branch, tag or commit ${base}.`, BASE_REMEDY);
  }
  const common = await git(folder, ['merge-base', commit.out.trim(), 'HEAD']);
  if (common.code !== 0) {
    if (await isShallow(folder)) return tooShallow(base);
    return none(`HEAD and ${base} have no commit in common.`, BASE_REMEDY);
  }
  const diff = await git(
    folder,
    [
      ...['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--no-ext-diff', '--no-textconv'],
      ...['--ignore-submodules=all', common.out.trim(), 'HEAD', '--'],
    ],
    settings,
  );
  return diff.code === 0 ? { names: parts(diff.out) } : refusalOf(diff);
}

async function isShallow(folder: string): Promise<boolean> {
  return (await git(folder, ['rev-parse', '--is-shallow-repository'])).out.trim() === 'true';
}

function tooShallow(base: string): None {
  return none(
    `This clone is shallow, and what it has in common with ${base} is not in it.`,
    'Fetch the rest with git fetch --unshallow; in CI, set the depth of the checkout to 0.',
  );
}

/**
 * Settings that empty every filter of the repository's own: a filter is a program that git runs on a file's content to
 * compare it. Those that the user has set up for all repositories stay.
 */
async function withoutFilters(folder: string): Promise<readonly string[] | None> {
  const listed = await git(folder, ['config', '--list', '--show-scope', '--name-only', '-z']);
  if (listed.code !== 0) return refusalOf(listed);
  const words = parts(listed.out);
  const own = words.filter((_, index) => index % 2 === 1 && !TRUSTED.includes(words[index - 1] ?? ''));
  const filters = [...new Set(own.flatMap((name) => /^filter\.(.*)\.[^.]*$/s.exec(name)?.[1] ?? []))];
  if (filters.some((filter) => filter.includes('=')))
    return none('This repository has a filter that can’t be turned off.', 'Leave out --changed.');
  return filters.flatMap((filter) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((setting) => ['-c', `filter.${filter}.${setting}`]),
  );
}

/** Where settings come from that are the user's or the machine's, or given above, and not the repository's. */
const TRUSTED: readonly string[] = ['system', 'global', 'command'];

/** Why git has no answer. */
export function refusalOf({ code, err }: Answer, said: Unanswered = CHANGED): None {
  if (code === null) return none('git is not there.', said.absent);
  if (/not a git repository/i.test(err)) return none(...said.outside);
  if (/dubious ownership|safe\.directory/i.test(err))
    return none(
      'git does not trust this repository, as it belongs to someone else.',
      'If you do, git status there says how to tell it so.',
    );
  const [message, remedy] = said.failed;
  const reason = err.split('\n')[0]?.replace(/^(fatal|error): /, '') ?? '';
  return none(`${message}: ${reason === '' ? `it ended with ${code}` : reason}.`, remedy);
}

function none(message: string, remedy: string): None {
  return { state: 'none', message, remedy };
}

function parts(out: string): readonly string[] {
  return out.split('\0').filter((part) => part !== '');
}

/** Asks git in a folder, with no shell in between. */
export function git(folder: string, words: readonly string[], settings: readonly string[] = []): Promise<Answer> {
  const { args, options } = harmless(folder, words, settings);
  return new Promise((settle) => {
    const child = execFile('git', args, { ...options, maxBuffer: LARGEST_ANSWER }, (error, out, err) => {
      if (error === null) return settle({ code: 0, out, err });
      const { code } = error as { readonly code?: unknown };
      if (code === 'ENOENT') return settle({ code: null, out: '', err: '' });
      settle({ code: typeof code === 'number' ? code : -1, out, err: err || error.message });
    });
    child.stdin?.end();
  });
}

/** How git is called, so that it runs nothing that a repository names, asks nothing and fetches nothing. */
export function harmless(folder: string, words: readonly string[], settings: readonly string[] = []) {
  const kept = Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.toUpperCase().startsWith('GIT_') || KEPT.includes(name)),
  );
  const own = {
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    // Commits have the parents that they name, whatever the repository says besides.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
  };
  return {
    args: ['-C', folder, ...HARMLESS, ...settings, ...words],
    // Windows looks for a program in the folder it is called in first: that must not be a stranger's.
    options: { cwd: dirname(execPath), env: { ...kept, ...own }, windowsHide: true },
  };
}
