import { seen } from '../../model/known.ts';
import { didYouMean } from '../../model/nearest.ts';
import { elementWords, type Programme, ratingShown, ratingWords, strandWords } from '../../model/programme.ts';
import type { Workspace } from '../workspace.ts';
import { partedBy } from './list.ts';
import { plain, short } from './plain.ts';

/** What a cell names, by its id; or why it can't be told, with what was probably meant. */
export type Found = { readonly id: string } | { readonly wrong: string };
export type FoundAll = { readonly ids: readonly string[] } | { readonly wrong: string };

type Pairs = readonly (readonly [word: string, id: string])[];

const NOT_APPLICABLE = ['n/a', 'na', 'not applicable', 'does not apply'];
const ALL = ['all', 'all strands', 'all elements', 'every strand', 'whole school'];

/** Words and what they stand for, to be looked up many times. */
export interface Lexicon {
  readonly what: string;
  readonly pairs: Pairs;
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>;
  readonly plain: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many parts the words with most commas have. */
  readonly parts: number;
}

/** @param what such a word names, for messages */
function lexicon(what: string, pairs: Pairs): Lexicon {
  const by = (key: (word: string) => string): ReadonlyMap<string, ReadonlySet<string>> => {
    const map = new Map<string, Set<string>>();
    for (const [word, id] of pairs) map.set(key(word), (map.get(key(word)) ?? new Set()).add(id));
    map.delete('');
    return map;
  };
  const parts = Math.max(1, ...pairs.map(([word]) => word.split(',').length));
  return { what, pairs, exact: by(exact), plain: by(plain), parts };
}

interface Lexicons {
  readonly elements: Lexicon;
  readonly strands: Lexicon;
  readonly ratings: Lexicon;
}

const made = new WeakMap<Programme, Lexicons>();

function lexiconsOf(programme: Programme): Lexicons {
  const known = made.get(programme) ?? {
    elements: lexicon('element', elementWords(programme)),
    strands: lexicon('strand', strandWords(programme)),
    ratings: lexicon('rating', ratingPairs(programme)),
  };
  made.set(programme, known);
  return known;
}

function ratingPairs(programme: Programme): Pairs {
  const { notApplicable } = programme.file;
  return [
    ...ratingWords(programme).flatMap((id): Pairs => {
      const { title, letter } = ratingShown(programme, id) ?? notApplicable;
      return [id, title, letter].map((word) => [word, id] as const);
    }),
    ...NOT_APPLICABLE.map((word) => [word, notApplicable.id] as const),
  ];
}

/** Whether a text means all strands, or all elements. */
export function isAll(text: string): boolean {
  return ALL.includes(plain(text));
}

export function elementOf(programme: Programme, text: string): Found {
  return lookUp(text, lexiconsOf(programme).elements);
}

export function strandOf(programme: Programme, text: string): Found {
  return lookUp(text, lexiconsOf(programme).strands);
}

/** A rating by its id, title or letter, or by two of them that agree: `Red (R)`. */
export function ratingOf(programme: Programme, text: string): Found {
  const { ratings } = lexiconsOf(programme);
  const found = lookUp(text, ratings);
  if ('id' in found) return found;
  const parts = text.split(/[\s()/:.–-]+/).filter((part) => part !== '');
  const ids = new Set(
    parts.map((part) => ratings.exact.get(exact(part))).map((all) => (all?.size === 1 ? [...all][0] : null)),
  );
  const [only] = ids;
  return ids.size === 1 && parts.length > 1 && only ? { id: only } : found;
}

/** Several strands in one cell, or all of them. */
export function strandsOf(programme: Programme, text: string): FoundAll {
  if (isAll(text)) return { ids: [...programme.strands.keys()] };
  return each(text, lexiconsOf(programme).strands.parts, (word) => strandOf(programme, word));
}

/** Several elements in one cell, or all of them. */
export function elementsOf(programme: Programme, text: string): FoundAll {
  if (isAll(text)) return { ids: [...programme.elements.keys()] };
  return each(text, lexiconsOf(programme).elements.parts, (word) => elementOf(programme, word));
}

/** The evidence items, by id or title. */
export function evidenceWords({ evidence }: Workspace): Lexicon {
  const pairs = [...evidence].flatMap(([id, known]): Pairs => {
    const title = seen(known)?.title;
    return title === undefined
      ? [[id, id]]
      : [
          [id, id],
          [title, id],
        ];
  });
  return lexicon('evidence item', pairs);
}

/** Several evidence items in one cell. @param already ids that stand there now, which may stay whatever they are */
export function evidenceOf(words: Lexicon, text: string, already: readonly string[]): FoundAll {
  return each(text, words.parts, (word) => (already.includes(word) ? { id: word } : lookUp(word, words)));
}

/** An id as it is shown: by its title, if that leads back to it. */
export function shownAs(id: string, title: string | undefined, find: (text: string) => Found): string {
  const found = title === undefined || /[;"\r\n]|^\s|\s$/.test(title) ? null : find(title);
  return title !== undefined && found !== null && 'id' in found && found.id === id ? title : id;
}

/** What a text stands for: one of the words, or else the only one that is the same in plain words. */
function lookUp(text: string, words: Lexicon): Found {
  const ids = words.exact.get(exact(text)) ?? words.plain.get(plain(text)) ?? new Set();
  if (ids.has(text)) return { id: text };
  const [only, ...others] = ids;
  if (only === undefined) {
    const article = /^[aeiou]/.test(words.what) ? 'an' : 'a';
    return { wrong: `“${short(text)}” is not ${article} ${words.what}. ${didYouMean(short(text), words.pairs)}` };
  }
  return others.length === 0
    ? { id: only }
    : { wrong: `“${short(text)}” may be several things. Write one of ${[only, ...others].join(', ')}.` };
}

function exact(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Each thing that a cell names, once. Names that hold commas themselves are put together again.
 * @param parts how many parts with commas between a name has at most
 */
function each(text: string, parts: number, one: (word: string) => Found): FoundAll {
  const ids = new Set<string>();
  for (const item of partedBy(text, ';\n')) {
    const words = item.split(',').map((word) => word.trim());
    for (let from = 0; from < words.length; ) {
      let to = Math.min(words.length, from + parts);
      let found = one(words.slice(from, to).join(', '));
      while ('wrong' in found && to > from + 1) found = one(words.slice(from, --to).join(', '));
      if ('wrong' in found) return found;
      ids.add(found.id);
      from = to;
    }
  }
  return { ids: [...ids] };
}
