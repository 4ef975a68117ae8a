import type { IsoDate } from '../model/calendar.ts';
import type { ActionFile } from '../model/files.generated.ts';
import { isOpen, type NamedAction } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Which actions are asked for: each part that is given must hold; of several strands, elements or statuses, one. */
export interface PlanFilter {
  readonly strands?: readonly string[];
  readonly elements?: readonly string[];
  readonly statuses?: readonly string[];
  /** Part of who leads. */
  readonly lead?: string;
  /** Part of the priority of the School Improvement Plan that the action serves. */
  readonly improvementPlan?: string;
  readonly isOpen?: boolean;
  readonly isOverdue?: boolean;
}

export interface ListedAction extends NamedAction {
  readonly isOverdue: boolean;
}

/** The actions that a filter lets through, by the day they are due, those without one last; and the files that can't be read. */
export function listActions(
  workspace: Workspace,
  filter: PlanFilter,
  on: IsoDate,
): { readonly actions: readonly ListedAction[]; readonly unreadable: readonly string[] } {
  const actions: ListedAction[] = [];
  const unreadable: string[] = [];
  for (const [id, known] of workspace.actions) {
    if (known.state === 'unreadable') unreadable.push(known.file);
    if (known.state !== 'known') continue;
    const action = known.value;
    const isOverdue = isOpen(action) && action.due !== undefined && action.due < on;
    if (passes(action, isOverdue, filter)) actions.push({ id, file: known.file, action, isOverdue });
  }
  return { actions: actions.sort((a, b) => compare(key(a), key(b))), unreadable };
}

function passes(action: ActionFile, isOverdue: boolean, filter: PlanFilter): boolean {
  const { strands = [], elements = [], statuses = [], lead, improvementPlan } = filter;
  return (
    (strands.length === 0 || action.strands.some((strand) => strands.includes(strand))) &&
    // An action that names no elements is for all of them, as in facts/coverage.
    (elements.length === 0 || !action.elements?.length || action.elements.some((each) => elements.includes(each))) &&
    (statuses.length === 0 || statuses.includes(action.status)) &&
    holds(action.lead, lead) &&
    holds(action.improvementPlan, improvementPlan) &&
    (!filter.isOpen || isOpen(action)) &&
    (!filter.isOverdue || isOverdue)
  );
}

/** Whether a text has a part in it, capitals or not. */
function holds(text = '', part = ''): boolean {
  return text.toLowerCase().includes(part.trim().toLowerCase());
}

function key({ id, action }: ListedAction): string {
  return `${action.due ?? '9999-12-32'} ${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
