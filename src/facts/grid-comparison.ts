import { seen } from '../model/known.ts';
import { isRating, type Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carried, editionOfGrid } from '../workspace/carried.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isSameScale, MOVES, type Move, moveOf } from './audit-comparison.ts';
import { cellOf } from './grid.ts';
import { type RollUp, rollUp } from './rollup.ts';

/** A cell of the summary grid in two years. */
export interface ComparedCell {
  readonly element: string;
  readonly strand: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The reason the later grid gives. */
  readonly because: string | null;
  readonly move: Move;
}

/** Cells rolled up in both years, and how many of them moved how. */
export interface ComparedCells {
  readonly before: RollUp;
  readonly after: RollUp;
  readonly move: Move;
  readonly counts: { readonly [move in Move]: number };
}

/** The two latest grids side by side, or why they can't be set so. */
export type GridComparison =
  | { readonly state: 'too-few'; readonly year: SchoolYear | null }
  | {
      /** One of the grids has ratings of another scale, or its edition is not at hand. */
      readonly state: 'other-scale' | 'no-edition';
      readonly before: SchoolYear;
      readonly after: SchoolYear;
      /** The edition that stands in the way. */
      readonly edition: string;
    }
  | {
      readonly state: 'compared';
      readonly before: SchoolYear;
      readonly after: SchoolYear;
      /** The edition of the earlier grid where it is another than the present one: it is read in the words of this one. */
      readonly edition: string | null;
      readonly cells: readonly ComparedCell[];
      readonly strands: readonly (ComparedCells & { readonly strand: string })[];
      readonly overall: ComparedCells;
    };

/** Holds the latest grid up to a school year against the one before it, cell by cell, in the present edition's words. */
export function compareGrids(workspace: Workspace, year: SchoolYear): GridComparison {
  const { programme } = workspace;
  const years = [...workspace.grids.keys()].filter((each) => each <= year).sort();
  const [before, after] = [years.at(-2), years.at(-1)];
  if (before === undefined || after === undefined) return { state: 'too-few', year: after ?? null };
  for (const each of [before, after]) {
    const edition = editionOfGrid(workspace, each);
    const made = edition === programme.id ? programme : workspace.editions.get(edition);
    if (made === undefined) return { state: 'no-edition', before, after, edition };
    if (!isSameScale(made, programme)) return { state: 'other-scale', before, after, edition };
  }
  const cells = cellsOf(workspace, before, after);
  const over = (keep: (cell: ComparedCell) => boolean): ComparedCells => rolledUp(cells.filter(keep), programme);
  const edition = editionOfGrid(workspace, before);
  return {
    state: 'compared',
    before,
    after,
    edition: edition === programme.id ? null : edition,
    cells,
    strands: [...programme.strands.keys()].map((strand) => ({ strand, ...over((cell) => cell.strand === strand) })),
    overall: over(() => true),
  };
}

function cellsOf(workspace: Workspace, before: SchoolYear, after: SchoolYear): readonly ComparedCell[] {
  const { programme } = workspace;
  const { grids } = carried(workspace);
  const [earlier, later] = [grids.get(before), grids.get(after)];
  return [...programme.elements.keys()].flatMap((element) =>
    [...programme.strands.keys()].map((strand): ComparedCell => {
      const was = cellOf(seen(earlier), element, strand).rating;
      const { rating: is, because } = cellOf(seen(later), element, strand);
      // In a file that can't be read, what is not there may be what can't be read.
      const isUntold =
        (was === null && earlier?.state === 'unreadable') ||
        (is === null && later?.state === 'unreadable') ||
        [was, is].some((word) => word !== null && !isRating(programme, word));
      const move = isUntold ? 'not-comparable' : moveOf(was, is, programme);
      return { element, strand, before: was, after: is, because, move };
    }),
  );
}

function rolledUp(cells: readonly ComparedCell[], programme: Programme): ComparedCells {
  const [before, after] = [
    rollUp(
      cells.map((cell) => cell.before),
      programme,
    ),
    rollUp(
      cells.map((cell) => cell.after),
      programme,
    ),
  ];
  const counts = Object.fromEntries(
    MOVES.map((move) => [move, cells.filter((cell) => cell.move === move).length]),
  ) as ComparedCells['counts'];
  const move = counts['not-comparable'] > 0 ? 'not-comparable' : moveOf(before.rating, after.rating, programme);
  return { before, after, move, counts };
}
