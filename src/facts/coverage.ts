import { needsAction } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { isOpen } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type CellFacts, gridFacts } from './grid.ts';

/**
 * The cells of a year's grid whose rating calls for an action and that no open action covers (step 4). An action
 * covers the cells of its strands in its elements; one that names no elements covers its strands in all of them.
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
      !open.some(
        ({ strands, elements }) =>
          strands.includes(strand) && (elements === undefined || elements.length === 0 || elements.includes(element)),
      ),
  );
}
