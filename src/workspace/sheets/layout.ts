import { exactly, nearest } from '../../model/nearest.ts';
import type { Programme } from '../../model/programme.ts';
import { MOST_COLUMNS, type Sheet, type SheetCell } from '../../model/sheet.ts';
import { FIELDS, type Field, type SheetKind } from './fields.ts';
import { plain } from './plain.ts';
import { elementOf, strandOf } from './words.ts';

/** A column as `--map` gives it; null where it is to be left out. */
export interface Mapped {
  readonly column: string;
  readonly key: string | null;
}

/** A column of ratings whose header names the strand that they are for, or the element. */
export interface Wide {
  readonly key: 'strand' | 'element';
  readonly id: string;
  readonly column: number;
  /** The column of the reasons for them. */
  readonly because: number | null;
}

/** Where a sheet has what. Columns and rows count from 0. */
export interface Layout {
  readonly sheet: Sheet;
  readonly header: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly wide: readonly Wide[];
  /** Columns that lem can make nothing of. */
  readonly leftOut: readonly number[];
}

/** A form may have a title and some lines of advice above its headers. */
const MOST_ABOVE = 30;

/** Where the sheet that fits a kind best has what; null where no header of any of them is known. */
export function layoutOf(
  sheets: readonly Sheet[],
  kind: SheetKind,
  programme: Programme,
  map: readonly Mapped[],
): Layout | null {
  let best: Layout | null = null;
  for (const sheet of sheets)
    for (const header of sheet.rows.slice(0, MOST_ABOVE).keys()) {
      const layout = layoutAt(sheet, header, kind, programme, map);
      if (known(layout) > (best === null ? 0 : known(best))) best = layout;
    }
  return best;
}

function known({ columns, wide }: Layout): number {
  return columns.size + wide.length;
}

/** The columns that a kind can't do without and that are not there, by the header lem gives them. */
export function missingFrom({ columns, wide }: Layout, kind: SheetKind): readonly string[] {
  const has = (...keys: readonly string[]): boolean => keys.some((key) => columns.has(key));
  const need = (isThere: boolean, key: string): readonly string[] => (isThere ? [] : [headerOf(kind, key)]);
  const isRated = wide.length > 0 || has('rating', 'because', 'evidence', 'status', 'completed', 'assessors');
  if (kind === 'audit') return [...need(has('statement', 'id'), 'statement'), ...need(isRated, 'rating')];
  if (kind === 'plan') return [...need(has('title', 'id'), 'title'), ...need(has('strands', 'id'), 'strands')];
  const isWide = (key: Wide['key']): boolean => wide.some((each) => each.key === key);
  return [
    ...need(has('element') || isWide('element'), 'element'),
    ...need(has('strand') || isWide('strand'), 'strand'),
    ...need(isRated, 'rating'),
  ];
}

/** A field's header, as lem writes it. */
function headerOf(kind: SheetKind, key: string): string {
  return FIELDS[kind].find((field) => field.key === key)?.header ?? key;
}

/** The text of a header. */
export function headerText(cell: SheetCell | undefined): string {
  return typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '';
}

function layoutAt(sheet: Sheet, header: number, kind: SheetKind, programme: Programme, map: readonly Mapped[]): Layout {
  const texts = (sheet.rows[header] ?? []).slice(0, MOST_COLUMNS).map(headerText);
  const columns = new Map<string, number>();
  const free = new Set([...texts.keys()].filter((column) => texts[column] !== ''));
  const take = (keyOf: (text: string) => string | null): void => {
    for (const column of free) {
      const key = keyOf(texts[column] ?? '');
      if (key === null || columns.has(key)) continue;
      columns.set(key, column);
      free.delete(column);
    }
  };
  const ignored = new Set<number>();
  for (const { column: name, key } of map) {
    const column = [...free].find((each) => exactly(name, [[texts[each] ?? '', '']]) !== null);
    if (column === undefined) continue;
    free.delete(column);
    if (key === null) ignored.add(column);
    else columns.set(key, column);
  }
  const fields = FIELDS[kind];
  take((text) => fields.find((field) => plain(field.header) === plain(text))?.key ?? null);
  take((text) => fields.find(({ words }) => words.includes(plain(text)))?.key ?? null);
  const wide = kind === 'plan' ? [] : wideColumns(kind, programme, texts, free);
  for (const { column, because } of wide) {
    free.delete(column);
    if (because !== null) free.delete(because);
  }
  // A row in which nothing is known for sure is no row of headers.
  if (columns.size + wide.length === 0) return { sheet, header, columns, wide, leftOut: [] };
  const open = fields.filter(({ key }) => !columns.has(key)).flatMap(namesOf);
  take((text) => (plain(text).length < 4 ? null : nearest(plain(text), open)));
  labelOf(kind, programme, sheet, wide, columns, free);
  return { sheet, header, columns, wide, leftOut: [...free, ...ignored].sort((a, b) => a - b) };
}

function namesOf({ key, header, words }: Field): readonly (readonly [string, string])[] {
  return [header, ...words].map((word) => [plain(word), key] as const);
}

/** Columns under the name of a strand; in a grid that stands on its side, under that of an element. */
function wideColumns(
  kind: SheetKind,
  programme: Programme,
  texts: readonly string[],
  free: ReadonlySet<number>,
): readonly Wide[] {
  const under = (key: Wide['key'], text: string): string | null => {
    const found = key === 'strand' ? strandOf(programme, text) : elementOf(programme, text);
    return 'id' in found ? found.id : null;
  };
  const reasons = FIELDS[kind].find(({ key }) => key === 'because');
  const names = [reasons?.header ?? '', ...(reasons?.words ?? [])].map(plain);
  /** A header such as `Race: reason`, without what says that it is one. */
  const reasonFor = (text: string): string | null => {
    const all = plain(text);
    const name = names.find((each) => each !== '' && all.endsWith(` ${each}`));
    return name === undefined ? null : all.slice(0, -name.length - 1);
  };
  const along = (key: Wide['key']): readonly Wide[] => {
    const found = new Map<string, Wide>();
    for (const column of free) {
      const id = under(key, texts[column] ?? '');
      if (id !== null && !found.has(id)) found.set(id, { key, id, column, because: null });
    }
    for (const column of kind === 'grid' ? free : []) {
      const about = reasonFor(texts[column] ?? '');
      const wide = about === null ? undefined : found.get(under(key, about) ?? '');
      if (wide !== undefined && wide.because === null) found.set(wide.id, { ...wide, because: column });
    }
    return [...found.values()];
  };
  const strands = along('strand');
  return strands.length > 0 || kind === 'audit' ? strands : along('element');
}

/** In a grid of columns, the one to their left that says what its rows are about, whatever its header. */
function labelOf(
  kind: SheetKind,
  programme: Programme,
  sheet: Sheet,
  wide: readonly Wide[],
  columns: Map<string, number>,
  free: Set<number>,
): void {
  const [first] = wide;
  if (kind !== 'grid' || first === undefined) return;
  const key = first.key === 'strand' ? 'element' : 'strand';
  if (columns.has(key)) return;
  const taken = new Set(columns.values());
  const isAbout = (cell: SheetCell | undefined): boolean =>
    'id' in (key === 'element' ? elementOf(programme, headerText(cell)) : strandOf(programme, headerText(cell)));
  let best = { column: -1, found: 0 };
  for (let column = 0; column < Math.min(...wide.map((each) => each.column)); column++) {
    const found = sheet.rows.filter((row) => isAbout(row[column])).length;
    if (!taken.has(column) && found > best.found) best = { column, found };
  }
  if (best.found === 0) return;
  columns.set(key, best.column);
  free.delete(best.column);
}
