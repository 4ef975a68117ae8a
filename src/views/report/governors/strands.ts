import type { BadgeState } from '../../../facts/eligibility.ts';
import { gridFacts } from '../../../facts/grid.ts';
import { compareGrids } from '../../../facts/grid-comparison.ts';
import { standingOn } from '../../../facts/history.ts';
import { count } from '../../../facts/requirements/requirement.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import type { Programme } from '../../../model/programme.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { type RatingShown, ratingOf } from '../../summary/grid.ts';
import { fitted, lengthOf, linesOf, PAPER, type Setting } from './paper.ts';

/** The summary grid in small: a row for each strand, with its badge, its roll-up then and now, and its cells. */
export interface StrandsShown {
  readonly year: string;
  /** The year that the grid is held against; null where there is none to hold it against. */
  readonly before: string | null;
  /** Why nothing is compared; null where it is, or where there is nothing earlier. */
  readonly why: string | null;
  /** Whether there are so many elements that a rating is shown by its letter alone. */
  readonly isDense: boolean;
  readonly scale: readonly RatingShown[];
  readonly elements: readonly { readonly number: number; readonly title: string; readonly short: string }[];
  readonly rows: readonly StrandRow[];
  /** How much there is no room for; null where there is room for all. */
  readonly left: string | null;
}

export interface StrandRow {
  readonly title: string;
  /** Null where it can’t be told. */
  readonly badge: { readonly kind: BadgeState; readonly words: string } | null;
  readonly before: RatingShown | null;
  readonly now: RatingShown | null;
  /** Whether cells are missing, so that the roll-up is of those there are. */
  readonly isPart: boolean;
  readonly move: 'up' | 'down' | 'same' | null;
  /** How many of its cells rose and fell. */
  readonly raised: number;
  readonly fallen: number;
  readonly cells: readonly (RatingShown | null)[];
}

/** Shorter than elsewhere: there is little room in a row. */
const BADGES: { readonly [state in BadgeState]: string } = {
  'not-started': 'not started',
  'working-towards': 'working towards',
  ready: 'ready to claim',
  submitted: 'submitted',
  'further-evidence': 'further evidence',
  'not-yet': 'not yet',
  held: 'held',
  lapsed: 'lapsed',
};

const TITLE: Setting = { size: 8.5, width: 39, weight: 'bold' };
const KEY = { size: 7, line: 3.2 };
/** How many lines the key and the title of a row may have: less, where all would not go in. */
const WAYS = [
  { key: 4, row: 2 },
  { key: 4, row: 1 },
  { key: 3, row: 1 },
] as const;
/** With its gap behind. */
const NUMBER = 6.6;
const HEAD = 13;
const ROW = { one: 5.9, two: 9.2 };
/** More cells than this would be too narrow for their letters. */
const MOST_ELEMENTS = 16;
/** With more cells, or with longer words, words beside letters find no room. */
const DENSE = 10;
const WORD = 12;

/**
 * The strands as they stand on a day, as many of them as there is room for.
 * @param year the school year of the grid
 * @param room in millimetres
 */
export function strandsShown(workspace: Workspace, year: SchoolYear, on: IsoDate, room: number): StrandsShown {
  const { programme } = workspace;
  const all = [...programme.elements.values()];
  const shown = all.slice(0, MOST_ELEMENTS);
  const whole = rowsOf(
    workspace,
    year,
    on,
    shown.map(({ id }) => id),
  );
  const ways = WAYS.map((way) => {
    const titles = keyOf(
      shown.map(({ title }) => title),
      way.key,
    );
    const rows = whole.map((row) => ({ ...row, title: fitted(row.title, TITLE, way.row) }));
    const left = room - HEAD - heightOfKey(titles);
    return { titles, rows, fitting: rows.filter((_, index) => heightOfRows(rows.slice(0, index + 1)) <= left) };
  });
  const found = ways.find(({ rows, fitting }) => fitting.length === rows.length) ?? ways.at(-1);
  const { titles = [], rows = [], fitting = [] } = found ?? {};
  const compared = compareGrids(workspace, year);
  return {
    year: year.replace('-', '–'),
    before: compared.state === 'compared' ? compared.before.replace('-', '–') : null,
    why:
      compared.state === 'other-scale'
        ? `The grid of ${compared.before} has ratings of another scale, so the two can’t be compared.`
        : compared.state === 'no-edition'
          ? `The grid of ${compared.before} was made against ${compared.edition}, which is not at hand.`
          : null,
    isDense: shown.length > DENSE || programme.file.scale.some(({ title }) => lengthOf(title, TITLE.size) > WORD),
    scale: programme.file.scale.flatMap(({ id }) => ratingOf(programme, id) ?? []),
    elements: shown.map(({ title }, index) => ({ number: index + 1, title, short: titles[index] ?? title })),
    rows: fitting,
    left: leftSaid(rows.length - fitting.length, all.length - shown.length),
  };
}

/** How high it stands, in millimetres. */
export function heightOfStrands({ elements, rows, why, left }: StrandsShown): number {
  const notes = [why, left].filter((note) => note !== null).length;
  return HEAD + heightOfKey(elements.map(({ short }) => short)) + heightOfRows(rows) + notes * 4.2;
}

/** `and 7 more strands`: the roll-ups are over all elements, shown or not. */
function leftSaid(strands: number, elements: number): string | null {
  const parts = [
    strands === 0 ? '' : count(strands, 'more strand'),
    elements === 0 ? '' : count(elements, 'more element'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : `and ${parts.join(', ')}`;
}

function heightOfRows(rows: readonly StrandRow[]): number {
  return rows.reduce((sum, { title }) => sum + (linesOf(title, TITLE) > 1 ? ROW.two : ROW.one), 0);
}

/** The elements’ titles for the key, cut where they would take too many lines together. */
function keyOf(titles: readonly string[], most: number): readonly string[] {
  const lengths = titles.map((title) => lengthOf(title, KEY.size));
  let width = 90;
  while (width > 12 && linesOfKey(lengths.map((length) => Math.min(length, width))) > most) width -= 6;
  return titles.map((title) => fitted(title, { size: KEY.size, width }, 1));
}

function heightOfKey(titles: readonly string[]): number {
  return linesOfKey(titles.map((title) => lengthOf(title, KEY.size))) * KEY.line + 1.5;
}

/** @param lengths of the titles; each has its number before it and a gap behind */
function linesOfKey(lengths: readonly number[]): number {
  let [lines, used] = [1, 0];
  for (const length of lengths) {
    if (used + length + NUMBER > PAPER.width) [lines, used] = [lines + 1, 0];
    used += length + NUMBER;
  }
  return lines;
}

function rowsOf(
  workspace: Workspace,
  year: SchoolYear,
  on: IsoDate,
  elements: readonly string[],
): readonly StrandRow[] {
  const { programme } = workspace;
  const standing = standingOn(workspace, on);
  const facts = gridFacts(workspace, year);
  const compared = compareGrids(workspace, year);
  return [...programme.strands.values()].map(({ id, title }): StrandRow => {
    const badge = standing.strands.find(({ strand }) => strand === id)?.badge ?? null;
    const roll = facts.strands.find(({ strand }) => strand === id);
    const then = compared.state === 'compared' ? compared.strands.find(({ strand }) => strand === id) : undefined;
    const now = roll?.rating ?? roll?.provisional ?? null;
    const before = then?.before.rating ?? then?.before.provisional ?? null;
    return {
      title: fitted(title, TITLE, 2),
      badge: badge === null ? null : { kind: badge, words: BADGES[badge] },
      before: ratingOf(programme, before),
      now: ratingOf(programme, now),
      isPart: roll?.complete === false && now !== null,
      move: directionOf(programme, before, now),
      raised: then?.counts.up ?? 0,
      fallen: then?.counts.down ?? 0,
      cells: elements.map((element) =>
        ratingOf(programme, facts.cells.find((cell) => cell.element === element && cell.strand === id)?.rating ?? null),
      ),
    };
  });
}

function directionOf({ ranks }: Programme, before: string | null, now: string | null): StrandRow['move'] {
  const [from, to] = [ranks.get(before ?? ''), ranks.get(now ?? '')];
  if (from === undefined || to === undefined) return null;
  return to > from ? 'up' : to < from ? 'down' : 'same';
}
