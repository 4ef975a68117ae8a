import type { SchoolYear } from '../model/school-year.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ComparedCell, compareGrids } from './grid-comparison.ts';

/** A cell whose rating rose or fell. */
export interface MovedCell extends ComparedCell {
  readonly move: 'up' | 'down';
  readonly before: string;
  readonly after: string;
}

/** The cells that rose or fell, and since which grid. */
export interface MovedCells {
  /** Null where there is no earlier grid that this one can be held against. */
  readonly since: SchoolYear | null;
  /** The falls first, then what went farthest, then what ends lowest. */
  readonly cells: readonly MovedCell[];
}

/** What moved from the grid before to the one that counts in a school year. */
export function movedCells(workspace: Workspace, year: SchoolYear): MovedCells {
  const compared = compareGrids(workspace, year);
  if (compared.state !== 'compared') return { since: null, cells: [] };
  const { ranks } = workspace.programme;
  const rank = (word: string): number => ranks.get(word) ?? 0;
  const way = ({ before, after }: MovedCell): number => Math.abs(rank(after) - rank(before));
  const cells = compared.cells
    .filter((cell): cell is MovedCell => cell.move === 'up' || cell.move === 'down')
    .sort(
      (a, b) =>
        Number(b.move === 'down') - Number(a.move === 'down') || way(b) - way(a) || rank(a.after) - rank(b.after),
    );
  return { since: compared.before, cells };
}
