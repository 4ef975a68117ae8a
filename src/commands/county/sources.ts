import { type Outcome, unusable } from '../../model/outcome.ts';
import { WORKSPACE_FILE } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';
import { workspacesBelow } from '../check/many.ts';
import { folderOf, type Input, text } from '../command.ts';

/** Where a school is to be found: its workspace, or a submission of it. */
export interface SchoolSource {
  readonly seenIn: 'workspace' | 'submission';
  /** The folder of the workspace or the archive, absolute. */
  readonly root: string;
  /** As the user named it, with / between folders: what is shown of it. */
  readonly path: string;
  /** What tells it from others on any machine: its path from the folder or list that was named. */
  readonly id: string;
}

export const SCHOOLS_ARGUMENT = [
  '[paths...]',
  'schools’ folders, or archives of lem submit, or folders that hold such (default: this one)',
] as const;
export const LIST_OPTION = ['--list <file>', 'a file that names the schools’ folders or archives, one a line'] as const;

/** In bytes: a line for each school of England takes a tenth of it. */
const LARGEST_LIST = 20_000_000;

type Refused = { readonly refusal: Outcome };

/**
 * The schools that the command line names: an archive of lem submit’s, or a folder that is a workspace or holds workspaces
 * and archives below it. A list names such, relative to its own folder. Without either, those at or below the folder that
 * lem works in. Each folder and archive counts once.
 * @param words the arguments
 */
export function sourcesOf(
  world: World,
  input: Input,
  words: readonly string[],
): { readonly sources: readonly SchoolSource[] } | Refused {
  const here = folderOf(world, input);
  const list = text(input, 'list');
  const listed = list === undefined ? [] : linesOf(world, here, list);
  if ('refusal' in listed) return listed;
  const named = words.map((word): Named => ({ word, base: here, before: '', by: null }));
  const all = words.length === 0 && list === undefined ? [{ word: '.', base: here, before: '', by: null }] : named;
  const sources = new Map<string, SchoolSource>();
  for (const each of [...all, ...listed]) {
    const found = below(world, each);
    if ('refusal' in found) return found;
    for (const source of found) if (!sources.has(source.root)) sources.set(source.root, source);
  }
  if (sources.size === 0)
    return {
      refusal: unusable(
        'There is no school to look at.',
        'Name the schools’ folders or archives, or a file with --list.',
      ),
    };
  return { sources: [...sources.values()] };
}

/** A folder or an archive as it was named. */
interface Named {
  readonly word: string;
  /** The folder that it is relative to. */
  readonly base: string;
  /** What is put before the word when it is shown. */
  readonly before: string;
  /** Where it was named, for a message: `list.txt:3`; null for the command line. */
  readonly by: string | null;
}

function below(world: World, { word, base, before, by }: Named): readonly SchoolSource[] | Refused {
  const folder = world.files.resolve(base, word);
  const shown = slashed(`${before}${word}`);
  const where = by === null ? '' : `${by} `;
  const { state } = world.files.readGiven(folder, 0);
  if (state === 'absent')
    return {
      refusal: unusable(`${where}There is no folder or archive ${shown}.`, 'Check its path; nothing was looked at.'),
    };
  if (state !== 'folder' && shown.toLowerCase().endsWith(ARCHIVE))
    return [{ seenIn: 'submission', root: folder, path: shown, id: slashed(word) }];
  if (state !== 'folder' && state !== 'link')
    return {
      refusal: unusable(
        `${where}${shown} is not a folder, and no archive: the names of those end in ${ARCHIVE}.`,
        'Name a school’s folder or its submission, or a folder that holds them.',
      ),
    };
  const schools = schoolsIn(world, folder);
  if (schools === null)
    return { refusal: unusable(`${where}${shown} can’t be read.`, 'Give yourself permission to read it.') };
  if (schools.length === 0)
    return {
      refusal: unusable(
        `${where}There is no school in ${shown}: no folder has a ${WORKSPACE_FILE}, and no file ends in ${ARCHIVE}.`,
        'Take it out, or begin the school’s workspace with lem init.',
      ),
    };
  return schools.map(({ seenIn, root }): SchoolSource => {
    const inside = world.files.shown(folder, root);
    if (inside === '.') return { seenIn, root, path: shown, id: slashed(word) };
    return { seenIn, root, path: shown === '.' ? inside : `${shown}/${inside}`, id: inside };
  });
}

/** How the names of archives end that lem submit made. */
const ARCHIVE = '.zip';

/** The workspaces at or below a folder, and the archives that lie in none of them: a school’s own copy is no second school. */
function schoolsIn(world: World, folder: string): readonly Pick<SchoolSource, 'root' | 'seenIn'>[] | null {
  try {
    return [
      ...workspacesBelow(world, folder).map((root) => ({ seenIn: 'workspace', root }) as const),
      ...world.files
        .filesOutside(folder, WORKSPACE_FILE, ARCHIVE)
        .map((root) => ({ seenIn: 'submission', root }) as const),
    ];
  } catch {
    // No permission, or gone since it was looked at.
    return null;
  }
}

/** The folders and archives that a list names. Blank lines and those that begin with # say nothing. */
function linesOf(world: World, here: string, list: string): readonly Named[] | Refused {
  const path = world.files.resolve(here, list);
  const given = world.files.readGiven(path, LARGEST_LIST);
  if (given.state !== 'read')
    return {
      refusal: unusable(
        given.state === 'absent' ? `There is no list ${list}.` : `The list ${list} can’t be read.`,
        given.state === 'too-large'
          ? 'It is too large for a list of schools.'
          : 'Name a text file, with a folder or an archive a line.',
      ),
    };
  const base = world.files.resolve(path, '..');
  const before = list.replace(/[^/\\]*$/, '');
  return new TextDecoder()
    .decode(given.bytes)
    .split(/\r?\n/)
    .map((line, index) => ({ word: line.trim(), by: `${list}:${index + 1}` }))
    .filter(({ word }) => word !== '' && !word.startsWith('#'))
    .map(({ word, by }): Named => ({ word, base, before: isAbsolute(word) ? '' : before, by }));
}

function isAbsolute(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(path);
}

/** With / between folders, and no part that says nothing. */
function slashed(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const plain = parts.filter((part, index) => part !== '.' && (part !== '' || index === 0)).join('/');
  return plain === '' ? (path.startsWith('/') ? '/' : '.') : plain;
}
