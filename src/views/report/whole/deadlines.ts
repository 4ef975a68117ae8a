import { deadlinesOn } from '../../../facts/deadlines.ts';
import { count } from '../../../facts/requirements/requirement.ts';
import { daysBetween, type IsoDate, inWords } from '../../../model/calendar.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { unreadAt } from './unreadable.ts';

/** What falls due. */
export interface DeadlinesShown {
  readonly rows: readonly DeadlineShown[];
  readonly unread: readonly string[];
}

export interface DeadlineShown {
  readonly date: string;
  readonly when: string;
  readonly what: string;
  readonly isOverdue: boolean;
}

/** Everything that falls due or is overdue on a day, soonest first. */
export function deadlinesShown(workspace: Workspace, on: IsoDate): DeadlinesShown {
  return {
    rows: deadlinesOn(workspace, on).map(({ date, what, overdue }) => ({
      date: inWords(date),
      when: whenOf(daysBetween(on, date)),
      what,
      isOverdue: overdue,
    })),
    unread: unreadAt(workspace, 'plan', 'calendar.yaml', 'reference-group.yaml', 'awards.yaml', 'audit'),
  };
}

function whenOf(days: number): string {
  if (days === 0) return 'today';
  return days < 0 ? `${count(-days, 'day')} ago` : `in ${count(days, 'day')}`;
}
