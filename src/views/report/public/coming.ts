import { deadlinesOn } from '../../../facts/deadlines.ts';
import { groupMeetingDue } from '../../../facts/meetings-due.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import { seen } from '../../../model/known.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { dutyDates } from './duty.ts';

/** What comes next, by the day. */
export interface Coming {
  readonly date: string;
  readonly what: string;
}

/** Visits, the next meeting and audit, and when this information and the objectives are due again. */
export function comingShown(workspace: Workspace, on: IsoDate): readonly Coming[] {
  const { information, objectives } = dutyDates(on);
  const audit = deadlinesOn(workspace, on).find(({ kind, date }) => kind === 'audit' && date >= on);
  const group = groupMeetingDue(workspace, on);
  const dates: readonly (readonly [IsoDate, string])[] = [
    ...visits(workspace, on),
    ...(group === null || group.date < on
      ? []
      : [[group.date, 'Our reference group meets again, at the latest'] as const]),
    ...(seen(workspace.referenceGroup)?.meetings ?? []).flatMap(({ date }) =>
      date > on ? [[date, 'Our reference group meets'] as const] : [],
    ),
    ...(audit === undefined ? [] : [[audit.date, 'The yearly audit is due again'] as const]),
    [information, 'This information is due again'],
    [objectives, 'New objectives are due, four years on at the latest'],
  ];
  return [...dates]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([date, what]) => ({ date: inWords(date), what }));
}

/** Visits by the strands that the programme has: any other word in the calendar is the school’s own, and not looked at. */
function visits({ calendar, programme }: Workspace, on: IsoDate): readonly (readonly [IsoDate, string])[] {
  return (seen(calendar)?.visits ?? []).flatMap(({ date, kind, strands = [] }) => {
    if (date < on) return [];
    const titles = [...programme.strands.values()].filter(({ id }) => strands.includes(id)).map(({ title }) => title);
    const what = kind === 'accreditation' ? 'Accreditation visit' : 'Visit';
    return [[date, `${what}${titles.length === 0 ? '' : `: ${titles.join(', ')}`}`] as const];
  });
}
