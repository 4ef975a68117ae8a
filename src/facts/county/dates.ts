import { type IsoDate, plus, type Span } from '../../model/calendar.ts';
import type { CountySchool, Visit } from '../../model/county-school.generated.ts';

/** A visit that a school has booked. */
export interface VisitDue extends Visit {
  readonly school: CountySchool;
  /** Whether the audit should have been sent by now. */
  readonly isOverdue: boolean;
}

/** Whether the audit should have been sent by now. */
export function isOverdue({ on }: CountySchool, { sendAudit }: Visit): boolean {
  return sendAudit !== null && sendAudit < on;
}

/** The visits that are booked, soonest first. */
export function visitsDue(schools: readonly CountySchool[]): readonly VisitDue[] {
  return byDate(
    schools.flatMap((school) =>
      school.visits.map((visit) => ({
        ...visit,
        school,
        isOverdue: isOverdue(school, visit),
      })),
    ),
  );
}

/** Something that ends: a badge, the Mark, or the time in which an unfinished Mark’s other badges can be awarded. */
export interface Lapse {
  readonly school: CountySchool;
  readonly date: IsoDate;
  readonly what: 'badge' | 'mark' | 'window';
  /** The badge’s strand; null for the others. */
  readonly strand: string | null;
}

/** What ends within a span from the day on that schools were judged as on, its last day too: soonest first. */
export function lapsesWithin(schools: readonly CountySchool[], within: Span): readonly Lapse[] {
  return byDate(
    schools.flatMap((school): readonly Lapse[] => {
      const { on, badges, mark } = school;
      const badgeEnds = badges.flatMap(({ state, lapses, title }): readonly Lapse[] =>
        state === 'held' && lapses !== null ? [{ school, date: lapses, what: 'badge', strand: title }] : [],
      );
      const markEnds = (): readonly Lapse[] => {
        if (mark === null || mark.deadline === null) return [];
        const what = { achieved: 'mark', 'working-towards': 'window' }[mark.state as string];
        return what === undefined ? [] : [{ school, date: mark.deadline, what: what as Lapse['what'], strand: null }];
      };
      const last = plus(on, within);
      return [...badgeEnds, ...markEnds()].filter(({ date }) => date >= on && date <= last);
    }),
  );
}

/** Those of one day stay in the order of the schools. */
function byDate<T extends { readonly date: IsoDate }>(dated: readonly T[]): readonly T[] {
  return [...dated].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
