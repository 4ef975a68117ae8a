import type { ActionFile } from '../model/files.generated.ts';
import { needsAction } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { isOpen } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type CellFacts, gridFacts } from './grid.ts';

/** Whether an action covers a cell: those of its strands in its elements; one that names no elements covers them all. */
export function covers({ strands, elements = [] }: ActionFile, element: string, strand: string): boolean {
  return strands.includes(strand) && (elements.length === 0 || elements.includes(element));
}

/**
 * The cells of a year's grid whose rating calls for an action and that no open action covers (step 4).
 * A file of the plan that can't be read is taken to cover whatever it might.
 */
export function uncoveredCells(workspace: Workspace, year: SchoolYear): readonly CellFacts[] {
  const actions = [...workspace.actions.values()];
  if (actions.some(({ state }) => state === 'unreadable')) return [];
  const open = actions.flatMap((known) => (known.state === 'known' && isOpen(known.value) ? [known.value] : []));
  return gridFacts(workspace, year).cells.filter(
    ({ rating, strand, element }) =>
      rating !== null &&
      needsAction(workspace.programme, rating) &&
      !open.some((action) => covers(action, element, strand)),
  );
}
