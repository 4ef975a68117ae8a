import { dayBefore, daysBetween, type IsoDate, plus } from '../model/calendar.ts';
import type { Term } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { at, type Place } from '../model/place.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rhythmOf, withoutTerms } from './rhythm.ts';

/** A day by which a meeting is due, and what says so. */
export interface MeetingDue {
  readonly date: IsoDate;
  readonly place: Place;
}

/**
 * The day by which the reference group meets next as it has agreed to (step 1): so many times a term by the terms of
 * calendar.yaml, or so long after it last met. Null where its words don't tell, or where a meeting is planned.
 */
export function groupMeetingDue(workspace: Workspace, on: IsoDate): MeetingDue | null {
  const { file } = workspace.referenceGroup;
  const { members = [], meetings = [], established, meets = '' } = seen(workspace.referenceGroup) ?? {};
  const rhythm = rhythmOf(meets);
  const dates = meetings.map(({ date }) => date).sort();
  const last = dates.at(-1) ?? established;
  if (rhythm === null || members.length === 0 || (last !== undefined && last >= on)) return null;
  const place = at(file, 'meets');
  if ('every' in rhythm) return last === undefined ? null : { date: plus(last, rhythm.every), place };
  const inTerm = nextInTerms(dates, last ?? on, termsOf(workspace), rhythm.perTerm);
  if (inTerm !== null) return { date: inTerm, place };
  return last === undefined ? null : { date: plus(last, withoutTerms(rhythm.perTerm)), place };
}

/** The end of the term that goes on or comes next, if calendar.yaml has fewer co-ordinators’ meetings in it than there are. */
export function networkMeetingDue(workspace: Workspace, on: IsoDate): MeetingDue | null {
  const perTerm = workspace.programme.file.meetings?.perTerm;
  const dates = (seen(workspace.calendar)?.meetings ?? []).map(({ date }) => date);
  const terms = termsOf(workspace);
  const index = terms.findIndex(({ to }) => to >= on);
  const term = terms[index];
  if (perTerm === undefined || term === undefined || heldIn(dates, terms, index) >= perTerm) return null;
  return { date: term.to, place: at(workspace.calendar.file, 'meetings') };
}

function termsOf(workspace: Workspace): readonly Term[] {
  return [...(seen(workspace.calendar)?.terms ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** How many meetings fall into a term or the holidays before it. */
function heldIn(dates: readonly IsoDate[], terms: readonly Term[], index: number): number {
  const before = terms[index - 1]?.to ?? '';
  return dates.filter((date) => date > before && date <= (terms[index]?.to ?? '')).length;
}

/** The day that the next of so many meetings a term is due: each has an equal share of it. Null past the last term. */
function nextInTerms(
  dates: readonly IsoDate[],
  since: IsoDate,
  terms: readonly Term[],
  perTerm: number,
): IsoDate | null {
  for (const [index, { from, to }] of terms.entries()) {
    const held = heldIn(dates, terms, index);
    if (to < since || held >= perTerm) continue;
    const days = Math.ceil(((daysBetween(from, to) + 1) * (held + 1)) / perTerm);
    const due = dayBefore(plus(from, `P${Math.max(days, 1)}D`));
    return due < since ? to : due;
  }
  return null;
}
