import { type ListedAction, listActions } from '../../../facts/plan-list.ts';
import { count } from '../../../facts/requirements/requirement.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import type { ActionFile } from '../../../model/files.generated.ts';
import type { Programme } from '../../../model/programme.ts';
import { isOpen } from '../../../workspace/select.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { type TimeAxis, type TimelineRow, type TimelineShown, timeAxis, timelineOf } from './time-axis.ts';
import { unreadAt } from './unreadable.ts';

/** The action plan over time. */
export interface PlanShown {
  readonly said: string | null;
  /** Null where the plan is empty. */
  readonly timeline: TimelineShown | null;
  readonly unread: readonly string[];
}

/** Every action as a stroke from its start to its end, by the day it is due. */
export function planShown(workspace: Workspace, on: IsoDate): PlanShown {
  const { programme } = workspace;
  const { actions } = listActions(workspace, {}, on);
  const unread = unreadAt(workspace, 'plan');
  if (actions.length === 0) return { said: null, timeline: null, unread };
  const axis = timeAxis([on, ...actions.flatMap(({ action }) => datesOf(action))]);
  const open = actions.filter(({ action }) => isOpen(action)).length;
  const overdue = actions.filter(({ isOverdue }) => isOverdue).length;
  const complete = actions.filter(({ action }) => action.status === 'complete').length;
  const stopped = actions.filter(({ action }) => action.status === 'stopped').length;
  const parts = [
    ...(complete > 0 ? [`${complete} complete`] : []),
    ...(open > 0 ? [`${open} open, ${overdue === 0 ? 'none' : overdue} of them overdue`] : []),
    ...(stopped > 0 ? [`${stopped} stopped`] : []),
  ];
  const rows = actions.map((listed) => rowOf(listed, programme, axis, on));
  return {
    said: `${count(actions.length, 'action')}: ${parts.join(', ')}.`,
    timeline: timelineOf(axis, on, {
      caption:
        'The action plan, by the day each action is due. The dates and the status in words stand for the drawing.',
      heads: ['Action', 'Status and dates'],
      rows,
      key: KEY,
    }),
    unread,
  };
}

const KEY: TimelineShown['key'] = [
  { kind: 'planned', isPoint: false, words: 'planned' },
  { kind: 'in-progress', isPoint: false, words: 'in progress' },
  { kind: 'complete', isPoint: false, words: 'complete' },
  { kind: 'stopped', isPoint: false, words: 'stopped' },
  { kind: 'late', isPoint: false, words: 'overdue since' },
  { kind: 'due', isPoint: true, words: 'due' },
];

function rowOf({ action, isOverdue }: ListedAction, programme: Programme, axis: TimeAxis, on: IsoDate): TimelineRow {
  const { start, due, completed, status, lead } = action;
  const end = (status === 'complete' ? completed : undefined) ?? due;
  const from = start ?? end;
  const strokes = [
    ...(from === undefined ? [] : [axis.stroke(status, from, end === undefined || end < from ? from : end)]),
    ...(isOverdue && due !== undefined ? [axis.stroke('late', due, on)] : []),
  ];
  const strands =
    action.strands.length === programme.strands.size && action.strands.length > 1
      ? 'all strands'
      : action.strands.map((strand) => programme.strands.get(strand)?.title ?? strand).join(', ');
  const word = STATUS[status] ?? status;
  return {
    title: action.title,
    status: isOverdue ? `${word}, overdue` : word,
    isLate: isOverdue,
    notes: [strands, ...(lead === undefined ? [] : [lead])],
    when: whenOf(action),
    strokes,
    points: due === undefined || !isOpen(action) ? [] : [{ kind: 'due', at: axis.at(due) }],
  };
}

const STATUS: { readonly [status in ActionFile['status']]: string } = {
  planned: 'Planned',
  'in-progress': 'In progress',
  complete: 'Complete',
  stopped: 'Stopped',
};

/** When it began, ended or is due, in words. */
function whenOf({ start, due, completed, status }: ActionFile): string {
  const end =
    status === 'complete' && completed !== undefined
      ? `completed ${inWords(completed)}`
      : due === undefined
        ? null
        : `${status === 'complete' || status === 'stopped' ? 'was due' : 'due'} ${inWords(due)}`;
  const parts = [start === undefined ? null : `From ${inWords(start)}`, end].filter((part) => part !== null);
  const said = parts.join(', ');
  return said === '' ? 'No dates yet' : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function datesOf({ start, due, completed }: ActionFile): readonly IsoDate[] {
  return [start, due, completed].filter((date) => date !== undefined);
}
