import { isDate } from '../../model/calendar.ts';
import type { Commit, History } from '../../world.ts';
import { git, refusalOf, type Unanswered } from '../git.ts';
import { openObjects } from './objects.ts';
import { treesIn } from './workspace.ts';

const REFUSED: Unanswered = {
  absent: 'Install git: lem reads the history from it.',
  outside: ['This is not in a git repository, so it has no history.', 'git init begins one.'],
  failed: ['git can’t tell the history', 'git fsck says what is wrong.'],
};

/**
 * What git remembers of a folder: the commits of the branch that is checked out, each followed to its first parent, and
 * what is in them. Nothing is checked out or fetched, and no message or author is read.
 * @param most how many commits are looked at
 */
export async function openHistory(folder: string, most: number): Promise<History> {
  const place = await git(folder, ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-prefix']);
  if (place.code !== 0) return refusalOf(place, REFUSED);
  const [, isInside, isShallow, prefix = ''] = /^(true|false)\n([^\n]*)\n(.*?)\/?\n$/s.exec(place.out) ?? [];
  if (isInside !== 'true') return { state: 'none', message: REFUSED.outside[0], remedy: REFUSED.outside[1] };
  const line = await lineOf(folder, most, isShallow === 'true');
  if ('state' in line) return line;
  const { commits, next, older } = line;
  const trees = new Map([...commits, ...(next === null ? [] : [next])].map(({ id, tree }) => [id, tree]));
  const objects = openObjects(folder);
  return {
    state: 'open',
    folder: prefix,
    commits: commits.map(plain),
    next: next === null ? null : plain(next),
    older,
    ...treesIn(objects, (commit) => trees.get(commit) ?? ''),
    close: objects.close,
  };
}

interface Walked extends Commit {
  readonly tree: string;
}

interface Walk {
  /** Newest first. */
  readonly commits: readonly Walked[];
  /** The one before them all, where there is one. */
  readonly next: Walked | null;
  readonly older: Extract<History, { state: 'open' }>['older'];
}

/** The commits from HEAD on, each followed to its first parent. */
async function lineOf(
  folder: string,
  most: number,
  isShallow: boolean,
): Promise<Walk | Extract<History, { state: 'none' }>> {
  const listed = await git(
    folder,
    ['rev-list', '--first-parent', `--max-count=${most + 1}`, '--format=%H %T %ct %cs', 'HEAD', '--'],
    // What it says of commits is for speed, and need not be what they say.
    ['-c', 'core.commitGraph=false'],
  );
  const walked = [...listed.out.matchAll(/^([0-9a-f]+) ([0-9a-f]+) (\d*) (\S*)$/gm)].map(
    ([, id = '', tree = '', seconds = '', day = '']): Walked => ({
      id,
      tree,
      seconds: seconds === '' ? null : Number(seconds),
      day: isDate(day) ? day : null,
    }),
  );
  if (walked.length === 0) {
    const head = await git(folder, ['rev-parse', '--verify', '--quiet', 'HEAD']);
    return head.code === 0 ? refusalOf(listed, REFUSED) : { commits: [], next: null, older: 'none' };
  }
  const commits = walked.slice(0, most);
  if (walked.length > most) return { commits, next: walked[most] ?? null, older: 'more' };
  return { commits, next: null, older: isShallow || listed.code !== 0 ? 'missing' : 'none' };
}

function plain({ id, seconds, day }: Walked): Commit {
  return { id, seconds, day };
}
