import { seen } from '../model/known.ts';
import { concerns, needsAction } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carried } from '../workspace/carried.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { judgementOf } from './grid.ts';

/** A statement that the audit judged to need an action. */
export interface WeakStatement {
  readonly statement: string;
  readonly rating: string;
}

/**
 * The statements of an element that were judged worst for a strand, if that rating calls for an action: what an action
 * for the cell would have to change.
 */
export function weakest(
  workspace: Workspace,
  year: SchoolYear,
  element: string,
  strand: string,
): readonly WeakStatement[] {
  const { programme } = workspace;
  const audit = seen(carried(workspace).audits.get(year)?.get(element));
  const judged = (programme.elements.get(element)?.statements ?? []).flatMap((statement) => {
    const rating = concerns(statement, strand) ? judgementOf(audit, statement.id, strand) : null;
    return rating !== null && needsAction(programme, rating) ? [{ statement: statement.id, rating }] : [];
  });
  const worst = [...programme.ranks.keys()].find((each) => judged.some(({ rating }) => rating === each));
  return judged.filter(({ rating }) => rating === worst);
}
