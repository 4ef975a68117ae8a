import { MOST_COLUMNS, MOST_ROWS } from '../../model/sheet.ts';

/** What a sheet's XML comes to: the same for a reader that fills in every gap, or that it would be too much or is none. */
export type Fitted =
  | { readonly state: 'fits'; readonly xml: string }
  | { readonly state: 'too-large' }
  | { readonly state: 'unreadable' };

/** A form may have some rows above those that are counted. */
const LAST_ROW = MOST_ROWS + 50;
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;
/**
 * A tag, from one bracket to the next. One within the other is no XML that a spreadsheet program writes, nor is one so
 * long that an engine for regular expressions would run out of stack over it.
 */
const TAG = /<([^<>]{0,20000})>/g;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*("[^"&]*"|'[^'&]*')/y;

/** Stands before the word for an error: the reader takes a cell that is one for an empty one, and a text for a text. */
export const ERROR = '\0';
const WRITTEN_ERROR = '_x0000_';

/**
 * Makes a sheet's XML fit for the reader, which fills in all rows and columns before a cell, however far they go, and
 * takes long over cells that hold nothing: such cells are left out, rows of them at the end too, and the rest may not
 * lie beyond what lem reads. It takes as long as the text is long, whatever is in it.
 */
export function fitSheet(xml: string): Fitted {
  const cuts: Cut[] = [];
  let end = 0;
  let row: Row | null = null;
  let last = 0;
  let isError = false;
  for (const { 0: whole, 1: inside = '', index } of xml.matchAll(TAG)) {
    // What is declared or commented, and a second bracket, might be read otherwise elsewhere than here.
    if (xml.indexOf('<', end) !== index || inside.startsWith('!') || (inside.startsWith('?') && end > 0))
      return { state: 'unreadable' };
    end = index + whole.length;
    const name = localName(inside);
    const isEnd = inside.startsWith('/');
    if (name === 'row') {
      const tag: Tag | null = isEnd ? END : tagOf(inside);
      if (tag === null || (row === null) === isEnd) return { state: 'unreadable' };
      row ??= rowOf(tag, last, index, cuts.length);
      if (row === null) return { state: 'unreadable' };
      if (!isEnd && !tag.isEmpty) continue;
      if (row.isFilled || row.number <= LAST_ROW) last = row.number;
      else cuts.splice(row.cuts, cuts.length, { from: row.from, to: end, put: '' });
      row = null;
    } else if (name === 'c' && !isEnd) {
      const tag = tagOf(inside);
      const [, letters = '', number = ''] = ADDRESS.exec(tag?.attributes.get('r')?.slice(1, -1) ?? '') ?? [];
      if (tag === null || row === null || letters === '') return { state: 'unreadable' };
      if (!tag.isEmpty) {
        if (columnOf(letters) > MOST_COLUMNS || Math.max(Number(number), row.number) > LAST_ROW)
          return { state: 'too-large' };
        row = { ...row, isFilled: true };
        isError = tag.attributes.get('t')?.slice(1, -1) === 'e';
      }
      if (tag.isEmpty || isError) cuts.push({ from: index, to: end, put: isError ? asText(tag) : '' });
    } else if (name === 'v' && isError) {
      cuts.push({ from: end, to: end, put: WRITTEN_ERROR });
      isError = false;
    }
  }
  return xml.includes('<', end) ? { state: 'unreadable' } : { state: 'fits', xml: cut(xml, cuts) };
}

/** A stretch of a text, and what takes its place. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

function cut(text: string, cuts: readonly Cut[]): string {
  const kept = cuts.map(({ from, put }, index) => text.slice(cuts[index - 1]?.to ?? 0, from) + put);
  return kept.join('') + text.slice(cuts.at(-1)?.to ?? 0);
}

interface Row {
  readonly number: number;
  readonly isFilled: boolean;
  /** Where it begins, and how many cuts there are before it. */
  readonly from: number;
  readonly cuts: number;
}

/** A row of its own number, or of the one after the last; null where its number is none. */
function rowOf({ attributes }: Tag, last: number, from: number, cuts: number): Row | null {
  const given = attributes.get('r')?.slice(1, -1);
  if (given !== undefined && !/^\d{1,7}$/.test(given)) return null;
  return { number: given === undefined ? last + 1 : Number(given), isFilled: false, from, cuts };
}

interface Tag {
  readonly name: string;
  /** Each in its quotation marks, by its name without what stands before a colon. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether it closes itself. */
  readonly isEmpty: boolean;
}

const END: Tag = { name: '', attributes: new Map(), isEmpty: false };

/** A tag from what stands between its brackets; null where its attributes could be read in several ways. */
function tagOf(inside: string): Tag | null {
  const name = /^[^\s/]*/.exec(inside)?.[0] ?? '';
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = name.length;
  let end = name.length;
  for (let found = ATTRIBUTE.exec(inside); found !== null; found = ATTRIBUTE.exec(inside)) {
    end = ATTRIBUTE.lastIndex;
    const [, key = '', value = ''] = found;
    const local = key.startsWith('xmlns:') ? key : (key.split(':').at(-1) ?? key);
    if (attributes.has(local)) return null;
    attributes.set(local, value);
  }
  const rest = inside.slice(end).trim();
  return rest === '' || rest === '/' ? { name, attributes, isEmpty: rest === '/' } : null;
}

function localName(inside: string): string {
  return /^\/?(?:[^\s/:]*:)?([^\s/]*)/.exec(inside)?.[1] ?? '';
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The tag of a cell that says it is text. */
function asText({ name, attributes }: Tag): string {
  const written = [...attributes].map(([key, value]) => ` ${key}=${key === 't' ? '"str"' : value}`);
  return `<${name}${written.join('')}>`;
}
