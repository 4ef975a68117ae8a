import type { Move } from '../../../facts/audit-comparison.ts';
import {
  type ComparedCell,
  type ComparedCells,
  compareGrids,
  type GridComparison,
} from '../../../facts/grid-comparison.ts';
import { count, filled } from '../../../facts/requirements/requirement.ts';
import type { Programme } from '../../../model/programme.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { MARKS } from '../../audit-table.ts';
import { type RatingShown, ratingOf } from '../../summary/grid.ts';
import { type Columns, columnsOf, yearShown } from './heat-map.ts';
import { unreadAt } from './unreadable.ts';

/** The two latest grids side by side. */
export interface YearsShown {
  /** What became of the cells in sentences, or why they can’t be compared. */
  readonly said: readonly string[];
  /** Null where there is nothing to compare. */
  readonly table: MovesShown | null;
  /** What is lower than it was, each with its reason. */
  readonly fallen: readonly FallShown[];
  readonly unread: readonly string[];
}

export interface MovesShown extends Columns {
  readonly before: string;
  readonly after: string;
  readonly rows: readonly { readonly title: string; readonly cells: readonly MoveShown[] }[];
  readonly rolls: readonly MoveShown[];
  /** For each strand how many cells rose and fell. */
  readonly tallies: readonly { readonly up: number; readonly down: number }[];
}

export interface MoveShown {
  readonly before: RatingShown | null;
  readonly after: RatingShown | null;
  readonly move: Move;
  readonly sign: string;
  readonly words: string;
}

export interface FallShown {
  readonly element: string;
  readonly strand: string;
  readonly before: RatingShown | null;
  readonly after: RatingShown | null;
  readonly because: string | null;
}

/** What rose and fell between the two latest grids up to a school year. */
export function yearsShown(workspace: Workspace, year: SchoolYear): YearsShown {
  const comparison = compareGrids(workspace, year);
  const nothing = { table: null, fallen: [] };
  if (comparison.state === 'too-few') {
    const unread = unreadAt(workspace, 'grid');
    const only =
      comparison.year === null ? 'There is no grid yet' : `There is only the grid of ${yearShown(comparison.year)}`;
    return { ...nothing, said: [`${only}, and nothing to compare it with.`], unread };
  }
  const { before, after } = comparison;
  const unread = unreadAt(workspace, `grid/${before}.yaml`, `grid/${after}.yaml`);
  if (comparison.state !== 'compared') return { ...nothing, said: [whyNot(comparison, workspace)], unread };
  if (comparison.overall.counts['not-comparable'] === comparison.cells.length)
    return { ...nothing, said: [`${bothYears(comparison)} can’t be compared.`], unread };
  return {
    said: [summed(comparison), ...carriedOver(comparison, workspace)],
    table: table(comparison, workspace.programme),
    fallen: comparison.cells.filter(({ move }) => move === 'down').map((cell) => fall(cell, workspace.programme)),
    unread,
  };
}

type Compared = Extract<GridComparison, { state: 'compared' }>;

function whyNot(
  { state, before, after, edition }: Exclude<GridComparison, Compared | { state: 'too-few' }>,
  { programme }: Workspace,
): string {
  const years = `${bothYears({ before, after })} can’t be compared`;
  return state === 'no-edition'
    ? `${years}: one was made against the edition ${edition}, which is not at hand.`
    : `${years}: the scale has changed. ${edition} has other ratings than ${programme.id}, so better or worse can’t be told.`;
}

function bothYears({ before, after }: Pick<Compared, 'before' | 'after'>): string {
  return `The grids of ${yearShown(before)} and ${yearShown(after)}`;
}

function summed({ before, after, cells, overall: { counts } }: Compared): string {
  const parts = [
    `${counts.up || 'none'} rose`,
    `${counts.down || 'none'} fell`,
    `${counts.same} stayed the same`,
    ...(counts.new > 0 ? [`${counts.new} had no rating before`] : []),
    ...(counts['no-longer'] > 0 ? [count(counts['no-longer'], 'no longer applies', 'no longer apply')] : []),
    ...(counts['not-yet'] > 0
      ? [count(counts['not-yet'], 'is', 'are').concat(' not yet rated, neither better nor worse')]
      : []),
    ...(counts['not-comparable'] > 0 ? [`${counts['not-comparable']} can’t be told`] : []),
  ];
  return `From ${yearShown(before)} to ${yearShown(after)}, of ${count(cells.length, 'cell')}: ${parts.join(', ')}.`;
}

function carriedOver({ before, edition }: Compared, { programme }: Workspace): readonly string[] {
  if (edition === null) return [];
  return [
    `The grid of ${yearShown(before)} was made against ${edition} and is read here in the words of ${programme.id}.`,
  ];
}

function table({ before, after, cells, strands }: Compared, programme: Programme): MovesShown {
  return {
    before: yearShown(before),
    after: yearShown(after),
    ...columnsOf(programme),
    rows: [...programme.elements.values()].map(({ id, title }) => ({
      title,
      cells: cells.filter(({ element }) => element === id).map((cell) => moved(cell, programme)),
    })),
    rolls: strands.map(({ before: was, after: is, move }) =>
      moved({ before: was.rating, after: is.rating, move }, programme),
    ),
    tallies: strands.map(({ counts }: ComparedCells) => ({ up: counts.up, down: counts.down })),
  };
}

function moved(
  { before, after, move }: Pick<ComparedCell, 'before' | 'after' | 'move'>,
  programme: Programme,
): MoveShown {
  const [was, is] = [ratingOf(programme, before), ratingOf(programme, after)];
  const [mark, , means] = MARKS[move];
  const named = (rating: RatingShown | null): string => rating?.title ?? 'no rating';
  const words =
    move === 'not-comparable'
      ? 'Can’t tell'
      : was?.title === is?.title
        ? `${named(is)}, as before`
        : `${named(was)} before, ${named(is)} now: ${means}`;
  return { before: was, after: is, move, sign: mark, words };
}

function fall({ element, strand, before, after, because }: ComparedCell, programme: Programme): FallShown {
  return {
    element: programme.elements.get(element)?.title ?? element,
    strand: programme.strands.get(strand)?.title ?? strand,
    before: ratingOf(programme, before),
    after: ratingOf(programme, after),
    because: filled(because ?? undefined) ? because : null,
  };
}
