import type { IsoDate } from '../model/calendar.ts';
import { isOpen } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { unreadableIn } from './history.ts';
import { type ListedAction, listActions } from './plan-list.ts';

/** Where the actions of the plan stand on a day; each stands in one of the lists. */
export interface PlanStanding {
  /** Open, with a day that is not past. */
  readonly onTime: readonly ListedAction[];
  readonly overdue: readonly ListedAction[];
  /** Open, with no day by which it is to be done. */
  readonly undated: readonly ListedAction[];
  readonly complete: readonly ListedAction[];
  readonly stopped: readonly ListedAction[];
  /** What can't be read of the plan, so that there may be more of each. */
  readonly unreadable: readonly string[];
}

/** Sorts the actions of the plan by where they stand on a day; within a list those due first come first. */
export function planStanding(workspace: Workspace, on: IsoDate): PlanStanding {
  const { actions } = listActions(workspace, {}, on);
  const open = actions.filter(({ action }) => isOpen(action));
  const withStatus = (wanted: string): readonly ListedAction[] =>
    actions.filter(({ action }) => action.status === wanted);
  return {
    onTime: open.filter(({ action, isOverdue }) => action.due !== undefined && !isOverdue),
    overdue: open.filter(({ isOverdue }) => isOverdue),
    undated: open.filter(({ action }) => action.due === undefined),
    complete: withStatus('complete'),
    stopped: withStatus('stopped'),
    unreadable: unreadableIn(workspace).filter((file) => file === 'plan' || file.startsWith('plan/')),
  };
}
