import type { Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carried } from '../workspace/carried.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type CellFacts, gridFacts, suggestion } from './grid.ts';
import type { RollUp } from './rollup.ts';

/** A cell of the grid beside the judgements of the audit that it rests on (step 3). */
export interface GridSuggestion extends CellFacts {
  /** The roll-up of the strand's judgements in the element's audit, with the spread behind it. */
  readonly audit: RollUp;
  /** Whether the cell is empty and what the audit suggests can stand there as it is, without a reason. */
  readonly fills: boolean;
}

/** What the audit of a year suggests for every cell of the grid, in the programme's order. */
export function gridSuggestions(workspace: Workspace, year: SchoolYear): readonly GridSuggestion[] {
  const { programme } = workspace;
  const audits = carried(workspace).audits.get(year);
  return gridFacts(workspace, year).cells.map((cell) => {
    const { element, strand, rating, suggested } = cell;
    return {
      ...cell,
      audit: suggestion(programme, audits?.get(element), element, strand),
      fills: rating === null && suggested !== null && reasonFor(programme, suggested, suggested) === null,
    };
  });
}

/** Why a cell with this rating has to give its reason, or null: grid/not-applicable-without-reason, grid/differs-unexplained. */
export function reasonFor(
  programme: Programme,
  rating: string,
  suggested: string | null,
): 'not-applicable' | 'differs' | null {
  if (rating === programme.file.notApplicable.id) return 'not-applicable';
  return suggested === null || suggested === rating ? null : 'differs';
}
