import { Lexer, type Node } from 'yaml';
import type { Edit, Plain } from '../model/edit.ts';
import type { Step } from '../model/place.ts';
import { isSame, withKey, withoutValue, withValue } from './edit-data.ts';
import { follow, keyOf } from './edit-nodes.ts';
import { removals } from './edit-remove.ts';
import { type Splice, settings } from './edit-set.ts';
import { keyText } from './edit-text.ts';
import { documentOf, parse } from './parse.ts';
import { valueAt } from './schema-path.ts';
import type { Source } from './source.ts';

/**
 * Edits of a file that leave the rest of it as it is, byte for byte: comments, order, quotes, indents and line ends.
 * Each is a splice of the text, and is taken only if the text then reads as the old data with that one change. Where
 * there is no such splice, as in a file with a fault in its YAML or behind an alias, the answer is null.
 */

/**
 * Puts a value at a path. Maps on the way that are not there are made, and a list takes one more at its end. A map or
 * list is compared with the one it replaces, so that what they share keeps its comments.
 * @param order for a key that is not there yet: the keys of its map as they usually follow one another (default: at the end)
 * @returns the file's new text, or null
 */
export function setValue(
  source: Source,
  path: readonly Step[],
  value: Plain,
  order: readonly string[] = [],
): string | null {
  if (!isEditable(source)) return null;
  const before = valueAt(source.data, path);
  if (isSame(before, value)) return source.text;
  const parts = differences(before, value);
  if (parts !== null) {
    const inPath = parts.map((part) => ({ ...part, path: [...path, ...part.path] }));
    return inTurn(source, inPath, order);
  }
  const found = settings(source.text, rootOf(source), path, value, order);
  return held(source, withValue(source.data, path, value), found);
}

/**
 * Makes several edits in turn.
 * @param orderAt the keys of the map at a path as they usually follow one another, for one that is not there yet
 * @returns the file's new text, or null where one of them can't be made
 */
export function rewritten(
  source: Source,
  parts: readonly Part[],
  orderAt: (path: readonly Step[]) => readonly string[],
): string | null {
  let now = source;
  for (const { path, value } of parts) {
    const text =
      value === undefined
        ? valueAt(now.data, path) === undefined
          ? now.text
          : removeValue(now, path)
        : setValue(now, path, value, orderAt(path.slice(0, -1)));
    if (text === null) return null;
    now = parse(now.file, text);
  }
  return now.text;
}

/** Gives the key at a path another name; null where the map has that name already. */
export function renameKey(source: Source, path: readonly Step[], key: string): string | null {
  const spot = isEditable(source) ? follow(rootOf(source), path) : null;
  const pair = spot?.holder?.items[spot.index] as { readonly key?: Node } | undefined;
  if (!spot || spot.rest.length > 0 || !pair?.key?.range) return null;
  if (spot.holder?.items.some((item) => keyOf(item as Parameters<typeof keyOf>[0]) === key)) return null;
  const [from, to] = pair.key.range;
  return held(source, withKey(source.data, path, key), [{ from, to, text: keyText(key) }]);
}

/** Takes out what stands at a path, key and all. The comments around it stay. */
export function removeValue(source: Source, path: readonly Step[]): string | null {
  if (!isEditable(source) || path.length === 0 || valueAt(source.data, path) === undefined) return null;
  return held(source, withoutValue(source.data, path), removals(source.text, rootOf(source), path), false);
}

/** Makes an edit, if the file still holds at its place what it was meant for. */
export function edited(source: Source, edit: Edit): string | null {
  const { path } = edit.place;
  if (edit.kind === 'rename') return renameKey(source, path, edit.key);
  if (!isSame(valueAt(source.data, path), edit.was)) return null;
  const text = edit.kind === 'set' ? setValue(source, path, edit.value) : removeValue(source, path);
  return text !== null && isSame(commentsIn(text), commentsIn(source.text)) ? text : null;
}

function isEditable({ data, problems }: Source): boolean {
  return problems.length === 0 ? data !== undefined : problems.every(({ code }) => code === 'yaml/empty');
}

function rootOf(source: Source): Node | null {
  return documentOf(source).contents as Node | null;
}

/** The first of several ways that comes to the data wanted, and loses no comment where that is asked. */
function held(source: Source, wanted: unknown, ways: readonly Splice[], keepsComments = true): string | null {
  for (const { from, to, text } of ways) {
    const made = source.text.slice(0, from) + text + source.text.slice(to);
    const after = parse(source.file, made);
    if (after.problems.length > 0 || !isSame(after.data, wanted)) continue;
    if (!keepsComments || isSame(commentsIn(made), commentsIn(source.text))) return made;
  }
  return null;
}

/** A value to put at a path, or without one the path to take out. */
export type Part =
  | { readonly path: readonly Step[]; readonly value: Plain }
  | { readonly path: readonly Step[]; readonly value?: undefined };

/** What turns one map or list into another, in an order in which no step moves the place of a later one; null for others. */
function differences(before: unknown, after: Plain): readonly Part[] | null {
  if (typeof before !== 'object' || before === null || typeof after !== 'object') return null;
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after);
  if (Array.isArray(before) || Array.isArray(after)) return null;
  const map = after as { readonly [key: string]: Plain };
  const set = Object.entries(map).map(([key, value]): Part => ({ path: [key], value }));
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(map, key));
  return [...set, ...gone.map((key): Part => ({ path: [key] }))];
}

function listDifferences(before: readonly unknown[], after: readonly Plain[]): readonly Part[] {
  let same = 0;
  while (same < after.length && isSame(before[same], after[same])) same++;
  const surplus = Math.max(0, before.length - after.length);
  let tail = 0;
  while (surplus > 0 && tail < after.length - same && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const set = after.slice(same, after.length - tail).map((value, index): Part => ({ path: [same + index], value }));
  const gone = Array.from({ length: surplus }, (_, index): Part => ({ path: [before.length - tail - 1 - index] }));
  return [...set, ...gone];
}

function inTurn(source: Source, parts: readonly Part[], order: readonly string[]): string | null {
  let now = source;
  for (const { path, value } of parts) {
    const text = value === undefined ? removeValue(now, path) : setValue(now, path, value, order);
    if (text === null) return null;
    now = parse(now.file, text);
  }
  return now.text;
}

/** The mark that the lexer puts before a text that is not in quotes. */
const TEXT_FOLLOWS = '\u001f';

/** The comments of a text, in order. */
function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== TEXT_FOLLOWS) comments.push(token);
    before = token;
  }
  return comments;
}
