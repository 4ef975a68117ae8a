import { needsAction, type Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { uncoveredCells } from './coverage.ts';
import { earlierCell } from './earlier.ts';
import { type CellFacts, gridFacts } from './grid.ts';
import { type WeakStatement, weakest } from './priorities-weakest.ts';

/** A cell of the grid whose rating calls for an action (step 4), and what makes it pressing. */
export interface PriorityCell extends CellFacts {
  readonly rating: string;
  /** Its rating in the latest earlier grid that has one; null where none does. */
  readonly before: { readonly year: SchoolYear; readonly rating: string } | null;
  /** It was no better then. */
  readonly stuck: boolean;
  /** An open action takes it up. */
  readonly covered: boolean;
  /** The statements of its element that the audit judged worst. */
  readonly weakest: readonly WeakStatement[];
}

/**
 * What one action could take up: one element across strands, or one strand across elements. Its cells have the same
 * rating, and an action for these strands and elements covers them and no others.
 */
export interface Priority {
  readonly strands: readonly string[];
  readonly elements: readonly string[];
  readonly rating: string;
  readonly cells: readonly PriorityCell[];
}

export interface Priorities {
  readonly year: SchoolYear;
  /** How many of the grid's cells have no rating yet. */
  readonly unrated: number;
  /** The most pressing first. */
  readonly priorities: readonly Priority[];
}

/** Which cells are looked at: of these strands and elements (none named: all), and whether those covered are too. */
export interface Looked {
  readonly strands?: readonly string[];
  readonly elements?: readonly string[];
  readonly all?: boolean;
}

/** An action over more cells than this says little of any of them; an element across all strands is always one. */
const MOST_CELLS = 5;

/**
 * What to plan next, from a year's grid: the worst rating first, then what was no better in an earlier year, then what no
 * open action takes up, then in the programme's order. Each cell stands in one priority.
 */
export function priorities(workspace: Workspace, year: SchoolYear, looked: Looked = {}): Priorities {
  const { programme } = workspace;
  const { strands = [], elements = [], all = false } = looked;
  const open = new Set(uncoveredCells(workspace, year));
  const { cells, overall } = gridFacts(workspace, year);
  const rank = (rating: string | null): number | undefined => programme.ranks.get(rating ?? '');
  const found = cells.flatMap((cell): readonly PriorityCell[] => {
    const { element, strand, rating } = cell;
    const isAsked =
      (strands.length === 0 || strands.includes(strand)) && (elements.length === 0 || elements.includes(element));
    const covered = !open.has(cell);
    if (!isAsked || rating === null || !needsAction(programme, rating) || (covered && !all)) return [];
    const earlier = earlierCell(workspace, element, strand, year);
    const before = earlier === null ? null : { year: earlier.year, rating: earlier.said.rating };
    const stuck = before !== null && (rank(rating) ?? 0) <= (rank(before.rating) ?? -1);
    return [{ ...cell, rating, before, stuck, covered, weakest: weakest(workspace, year, element, strand) }];
  });
  const ranked = [...found].sort(
    (a, b) =>
      (rank(a.rating) ?? 0) - (rank(b.rating) ?? 0) ||
      Number(b.stuck) - Number(a.stuck) ||
      Number(a.covered) - Number(b.covered),
  );
  return { year, unrated: overall.counts.missing ?? 0, priorities: grouped(ranked, found, programme) };
}

/**
 * Each cell in turn with those like it in its row or its column, whichever has more of them.
 * @param ranked the cells, the most pressing first
 * @param inOrder the same in the programme's order
 */
function grouped(
  ranked: readonly PriorityCell[],
  inOrder: readonly PriorityCell[],
  programme: Programme,
): readonly Priority[] {
  const most = Math.max(MOST_CELLS, programme.strands.size);
  const left = new Set(ranked);
  const groups: Priority[] = [];
  for (const first of ranked) {
    if (!left.has(first)) continue;
    const alike = [...left].filter(({ rating, covered }) => rating === first.rating && covered === first.covered);
    const row = alike.filter(({ element }) => element === first.element);
    const column = alike.filter(({ strand }) => strand === first.strand);
    const taken = new Set((column.length > row.length ? column : row).slice(0, most));
    for (const cell of taken) left.delete(cell);
    const cells = inOrder.filter((cell) => taken.has(cell));
    groups.push({
      strands: [...new Set(cells.map(({ strand }) => strand))],
      elements: [...new Set(cells.map(({ element }) => element))],
      rating: first.rating,
      cells,
    });
  }
  return groups;
}
