import { type IsoDate, isDate, plus } from '../../model/calendar.ts';
import type { Term } from '../../model/files.generated.ts';
import { boundsOf, schoolYearOf } from '../../model/school-year.ts';
import type { Step } from './follow.ts';

/** What a point in time stands for: each commit, or the last in each month or term. */
export const WAYS = ['commit', 'month', 'term'] as const;
export type Way = (typeof WAYS)[number];

/** A commit with the day on which it counts. */
export interface Dated {
  readonly step: Step;
  readonly on: IsoDate;
  /** Its own date can't be true: it is before that of a commit it builds on, or after today, or none of the calendar. */
  readonly isDoubtful: boolean;
}

/** A point in time, and the commit by which the workspace is judged there. */
export interface Point extends Dated {
  /** `2026-03-14`, `2026-03` or `2025-26 spring`. */
  readonly label: string;
}

/** When the terms of a school are, and on which day its years begin. */
export interface SchoolDays {
  readonly terms: readonly Term[];
  /** Month and day, `09-01`. */
  readonly starts: string;
}

/** In seconds: what is no more than that before another need not have been set back. */
const CLOCKS_DIFFER = 3600;

/**
 * The days on which commits count, which never go back: a commit's own, or where that can't be true, that of the one
 * before it. The same commit counts on the same day whatever is asked for.
 * @param steps oldest first
 */
export function dated(steps: readonly Step[], today: IsoDate): readonly Dated[] {
  let last = { day: '', seconds: 0 };
  const own = steps.map(({ commit: { day, seconds } }): IsoDate | null => {
    if (day === null || seconds === null || day > today) return null;
    // Only by both: the same moment is on another day elsewhere.
    if (day < last.day && seconds < last.seconds - CLOCKS_DIFFER) return null;
    if (day > last.day) last = { ...last, day };
    if (seconds > last.seconds) last = { ...last, seconds };
    return day;
  });
  let on = own.find((day) => day !== null) ?? today;
  return steps.map((step, index) => {
    const day = own[index] ?? null;
    if (day !== null && day > on) on = day;
    return { step, on, isDoubtful: day === null };
  });
}

/** The points in time that commits make, oldest first. @param commits in the order of the days on which they count */
export function pointsBy(way: Way, commits: readonly Dated[], days: SchoolDays): readonly Point[] {
  if (way === 'commit') return commits.map((commit) => ({ ...commit, label: commit.on }));
  const points = new Map<string, Point>();
  for (const commit of commits) {
    const label = way === 'month' ? commit.on.slice(0, 7) : termOf(commit.on, days);
    points.set(label, { ...commit, label });
  }
  return [...points.values()];
}

/**
 * The term a day falls in, the holidays before it included, by the terms of calendar.yaml. Where it has none for the
 * day, a third of the school year.
 */
function termOf(on: IsoDate, { terms, starts }: SchoolDays): string {
  const term = [...terms]
    .filter(({ from, to }) => isDate(from) && to >= on && from <= plus(on, LONGEST_HOLIDAY))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (term !== undefined) return `${schoolYearOf(term.from, starts)} ${term.name}`;
  const year = schoolYearOf(on, starts);
  const { from } = boundsOf(year, starts);
  const third = [plus(from, 'P4M'), plus(from, 'P8M')].filter((begins) => begins <= on).length + 1;
  return `${year} term ${third}`;
}

const LONGEST_HOLIDAY = 'P2M';
