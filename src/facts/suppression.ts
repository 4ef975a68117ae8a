import { canDiffer, type Entry, type Totalled } from '../model/leeway.ts';
import type { Programme } from '../model/programme.ts';

/** Counts below this are not published where a programme does not say otherwise. */
const USUAL = 10;

/** The smallest count of people that a programme lets be published. */
export function smallestPublished({ file }: Programme): number {
  return file.privacy?.smallNumber ?? USUAL;
}

/** Counts of people by row and column, and which of their totals are to be published with them. */
export interface Counts {
  readonly cells: readonly (readonly number[])[];
  readonly rowTotals: boolean;
  readonly columnTotals: boolean;
}

/** The same as they may be published; null for a number that is kept back, and for totals that were not asked for. */
export interface Suppressed {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[] | null;
  readonly columnTotals: readonly (number | null)[] | null;
  /** The total of all; there is one where both kinds of totals are published. */
  readonly total: number | null;
  /**
   * How every number that is kept back is to be shown, all of them alike. `small`: each is a small one and may be called
   * so. `unsaid`: some stand back only so that a small one can’t be worked out, or to say that each is small would give
   * one away; which is which must not be told. `none`: nothing is kept back.
   */
  readonly kept: 'none' | 'small' | 'unsaid';
}

/**
 * Keeps back counts of people below a number, and as many others as it takes that nobody can work one out.
 *
 * Zeros are published: they count nobody, and that a group has no one is often what must be told. So a reader knows of
 * each number kept back that it is at least 1. Beyond that a reader adds up, takes away and knows this rule; still no
 * number kept back has only one value that it can have. Where all are small and called so, what a published total leaves
 * for the numbers kept back is not itself a small number. Where others are kept back too, each could be `below` or more.
 *
 * The next smallest number in the row or column is kept back first, totals last; what then proves needless is published.
 * @param below the smallest count that is published
 */
export function suppressed(counts: Counts, below: number): Suppressed {
  const table = withTotals(counts, below);
  const isNone = !table.entries.flat().includes('kept');
  if (isNone) return published(counts, table, 'none');
  if (isSafe(table, 'small')) return published(counts, table, 'small');
  const added: At[] = [];
  for (let open = unsafe(table); open !== null; open = unsafe(table)) {
    const next = nextSmallest(table, open);
    if (next === null) break;
    put(table, next, 'kept');
    added.push(next);
  }
  for (const place of added.reverse()) {
    put(table, place, 'shown');
    if (unsafe(table) !== null) put(table, place, 'kept');
  }
  return published(counts, table, 'unsaid');
}

type Standing = 'shown' | 'kept' | 'absent';
type At = readonly [row: number, column: number];

/** Counts with all their totals, what becomes of each, and the limit. */
interface Table {
  readonly values: readonly (readonly number[])[];
  readonly entries: Standing[][];
  readonly below: number;
}

function withTotals({ cells, rowTotals, columnTotals }: Counts, below: number): Table {
  const rows = cells.map((row) => [...row, sum(row)]);
  const values = [...rows, (rows[0] ?? [0]).map((_, column) => sum(rows.map((row) => row[column] ?? 0)))];
  const entries = values.map((row, r) =>
    row.map((value, c): Standing => {
      const [isRowTotal, isColumnTotal] = [c === row.length - 1, r === values.length - 1];
      if ((isRowTotal && !rowTotals) || (isColumnTotal && !columnTotals)) return 'absent';
      return value > 0 && value < below ? 'kept' : 'shown';
    }),
  );
  return { values, entries, below };
}

/** What a reader knows of each number. @param kept how those kept back are shown */
function known({ values, entries, below }: Table, kept: 'small' | 'unsaid'): Totalled {
  return values.map((row, r) =>
    row.map((value, c): Entry => {
      const standing = entries[r]?.[c];
      if (standing === 'shown') return { value, least: value, most: value };
      if (standing === 'absent') return { value, least: 0, most: Infinity };
      return { value, least: 1, most: kept === 'small' ? below - 1 : Infinity };
    }),
  );
}

function isSafe(table: Table, kept: 'small' | 'unsaid'): boolean {
  return unsafe(table, kept) === null && (kept === 'unsaid' || !leavesSmall(table));
}

/** The smallest number kept back that a reader could work out or, if they are not called small, could tell to be small. */
function unsafe(table: Table, kept: 'small' | 'unsaid' = 'unsaid'): At | null {
  const reader = known(table, kept);
  const open = places(table).filter(([row, column]) => {
    if (standingAt(table, [row, column]) !== 'kept') return false;
    const value = valueAt(table, [row, column]);
    if (kept === 'unsaid' && value < table.below) return !canDiffer(reader, row, column, table.below - value);
    return !canDiffer(reader, row, column, 1) && !canDiffer(reader, row, column, -1);
  });
  return open.sort((a, b) => valueAt(table, a) - valueAt(table, b))[0] ?? null;
}

/** Whether a published total less what else is published leaves a small number for those kept back. */
function leavesSmall(table: Table): boolean {
  return lines(table).some((line) => {
    const total = line.at(-1);
    if (total === undefined || standingAt(table, total) !== 'shown') return false;
    const kept = line.filter((at) => standingAt(table, at) === 'kept');
    const left = sum(kept.map((at) => valueAt(table, at)));
    return left > 0 && left < table.below;
  });
}

/** Every row and every column with its total. */
function lines(table: Table): readonly (readonly At[])[] {
  const all = places(table);
  const rows = [...table.values.keys()].map((row) => all.filter(([r]) => r === row));
  return [...rows, ...[...(table.values[0] ?? []).keys()].map((column) => all.filter(([, c]) => c === column))];
}

/**
 * The next number to keep back: the smallest that counts anybody, in a row or column with only one that is kept back, or
 * else in those of the number that is open, or else anywhere; totals last.
 */
function nextSmallest(table: Table, [row, column]: At): At | null {
  const [rows, columns] = [table.values.length, table.values[0]?.length ?? 0];
  const lonely = lines(table).filter((line) => isLonely(table, line));
  const far = (at: At): number => {
    if (lonely.some((line) => line.some(([r, c]) => r === at[0] && c === at[1]))) return 0;
    return at[0] === row || at[1] === column ? 1 : 2;
  };
  const isTotal = ([r, c]: At): number => Number(r === rows - 1) + Number(c === columns - 1);
  const order = (at: At): readonly number[] => [far(at), isTotal(at), valueAt(table, at), at[0], at[1]];
  const open = places(table).filter((at) => standingAt(table, at) === 'shown' && valueAt(table, at) > 0);
  return open.sort((a, b) => compare(order(a), order(b)))[0] ?? null;
}

/** Whether only one number of a row or column is kept back, so that the others tell it. */
function isLonely(table: Table, line: readonly At[]): boolean {
  const standings = line.map((at) => standingAt(table, at));
  return !standings.includes('absent') && standings.filter((standing) => standing === 'kept').length === 1;
}

function published(
  { rowTotals, columnTotals }: Counts,
  { values, entries }: Table,
  kept: Suppressed['kept'],
): Suppressed {
  const shown = values.map((row, r) => row.map((value, c) => (entries[r]?.[c] === 'shown' ? value : null)));
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: rowTotals ? shown.slice(0, -1).map((row) => row.at(-1) ?? null) : null,
    columnTotals: columnTotals ? (shown.at(-1)?.slice(0, -1) ?? null) : null,
    total: shown.at(-1)?.at(-1) ?? null,
    kept,
  };
}

function places({ values }: Table): At[] {
  return values.flatMap((row, r) => row.map((_, c): At => [r, c]));
}

function valueAt({ values }: Table, [row, column]: At): number {
  return values[row]?.[column] ?? 0;
}

function standingAt({ entries }: Table, [row, column]: At): Standing | undefined {
  return entries[row]?.[column];
}

function put({ entries }: Table, [row, column]: At, standing: Standing): void {
  (entries[row] as Standing[])[column] = standing;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) if (number !== b[index]) return number - (b[index] ?? 0);
  return 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
