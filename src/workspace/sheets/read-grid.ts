import type { SchoolYear } from '../../model/school-year.ts';
import { pathOf } from '../layout.ts';
import type { Workspace } from '../workspace.ts';
import { type Gathering, gathering, type Reading } from './gather.ts';
import type { Layout } from './layout.ts';
import { type Cell, type Row, rowsOf } from './rows.ts';
import { dateIn, ratingIn } from './values.ts';
import { elementOf, strandOf } from './words.ts';

/** Reads a grid: a row for a cell. One of elements and strands comes in the same form, as `rowsOf` unfolds it. */
export function readGrid(workspace: Workspace, layout: Layout, year: SchoolYear): Reading {
  const { rows, faults } = rowsOf(layout);
  const gathered = gathering(workspace, faults);
  const file = workspace.grids.get(year)?.file ?? pathOf.grid(year);
  // Where cells are joined, the element or strand stands in the first row of them only.
  let above: Row['cells'] = {};
  for (const { row, cells } of rows) {
    const { element = above.element, strand = above.strand, rating, because, completed } = cells;
    if (completed !== undefined) {
      const date = dateIn(gathered, completed);
      if (date !== null) gathered.set(file, ['completed'], date, completed);
    }
    if (cells.element !== undefined) above = { ...above, element: cells.element };
    if (cells.strand !== undefined && layout.wide.length > 0) above = { ...above, strand: cells.strand };
    if (rating === undefined && because === undefined) continue;
    if (element === undefined || strand === undefined) {
      gathered.fault({ row, column: null }, `This row names no ${element === undefined ? 'element' : 'strand'}.`);
      continue;
    }
    const [inElement, inStrand] = [
      elementOf(workspace.programme, element.text),
      strandOf(workspace.programme, strand.text),
    ];
    if ('wrong' in inElement) gathered.fault(element, inElement.wrong);
    if ('wrong' in inStrand) gathered.fault(strand, inStrand.wrong);
    if ('id' in inElement && 'id' in inStrand)
      cellSays(workspace, file, ['cells', inElement.id, inStrand.id], { rating, because }, gathered);
  }
  return gathered.reading();
}

/** A cell keeps the form it has, short or long; a reason makes the long one. */
function cellSays(
  { programme }: Workspace,
  file: string,
  path: readonly string[],
  { rating, because }: { readonly rating: Cell | undefined; readonly because: Cell | undefined },
  gathered: Gathering,
): void {
  const now = gathered.now(file, ...path);
  const isLong = typeof now === 'object' && now !== null;
  const before = isLong ? gathered.now(file, ...path, 'rating') : now;
  const value = rating === undefined ? before : ratingIn(programme, gathered, rating, before);
  const at = rating ?? because;
  if (value === null || at === undefined) return;
  if (typeof value !== 'string') gathered.fault(at, 'This gives a reason and no rating.');
  else if (isLong) {
    if (rating !== undefined) gathered.set(file, [...path, 'rating'], value, rating);
    if (because !== undefined) gathered.set(file, [...path, 'because'], because.text, because);
  } else gathered.set(file, path, because === undefined ? value : { rating: value, because: because.text }, at);
}
