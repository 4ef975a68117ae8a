import type { GridFile } from '../model/files.generated.ts';
import type { Place } from '../model/place.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { editionOfGrid } from '../workspace/carried.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { each, type Named } from './files.ts';

/** What can be read of every grid made against the workspace's edition; `id` is its school year. */
export function* grids(workspace: Workspace): Iterable<Named<GridFile>> {
  for (const grid of each(workspace.grids)) if (!isEarlierGrid(workspace, grid.id)) yield grid;
}

/** Whether a year’s grid was made against another edition than the present one. */
export function isEarlierGrid(workspace: Workspace, year: SchoolYear): boolean {
  return editionOfGrid(workspace, year) !== workspace.programme.id;
}

/** A cell as it is written. */
export interface NamedCell {
  readonly element: string;
  readonly strand: string;
  readonly rating: string;
  readonly because: string | undefined;
  /** Where its rating stands, in the short or the long form. */
  readonly place: Place;
  /** Where its reason stands or should; the short form has no room for one. */
  readonly reason: Place;
}

const known = new WeakMap<GridFile, readonly NamedCell[]>();

/** Every cell of a grid, in the file's order, whether or not the programme has it. Many rules ask, so it is kept. */
export function cellsIn(grid: Named<GridFile>): readonly NamedCell[] {
  const cells = known.get(grid.value) ?? readCells(grid);
  known.set(grid.value, cells);
  return cells;
}

function readCells({ file, value }: Named<GridFile>): readonly NamedCell[] {
  const cells: NamedCell[] = [];
  for (const [element, row] of Object.entries(value.cells ?? {})) {
    for (const [strand, cell] of Object.entries(row)) {
      const path = ['cells', element, strand];
      if (typeof cell === 'string') {
        const place: Place = { file, path, part: 'value' };
        cells.push({ element, strand, rating: cell, because: undefined, place, reason: place });
      } else {
        const place: Place = { file, path: [...path, 'rating'], part: 'value' };
        const reason: Place = { file, path: [...path, 'because'], part: 'value' };
        cells.push({ element, strand, rating: cell.rating, because: cell.because, place, reason });
      }
    }
  }
  return cells;
}
