import type { Award, MarkFacts } from '../facts/mark.ts';
import type { IsoDate } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';

/** What a timeline of badges is drawn from. */
export interface Timeline {
  readonly programme: Programme;
  readonly awards: readonly Award[];
  /** Awards that are only supposed. */
  readonly supposed: readonly Award[];
  readonly mark: MarkFacts;
  readonly on: IsoDate;
}

/** The badges over time, whatever they are drawn with. */
export interface BadgeTimeline {
  /** The first and the last day there is something to show of. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly strands: readonly StrandTimeline[];
}

/** One strand's badge over time. */
export interface StrandTimeline {
  readonly strand: string;
  readonly title: string;
  /** What was decided, and what is supposed, in the order of the dates. */
  readonly awards: readonly (Award & { readonly kind: 'awarded' | 'supposed' | 'withdrawn' })[];
  /** How long it counts in the window; null where it does not. */
  readonly counts: { readonly from: IsoDate; readonly to: IsoDate } | null;
}

/** Lays badges out in time; null where none was awarded or is supposed to be. */
export function badgeTimeline({ programme, awards, supposed, mark, on }: Timeline): BadgeTimeline | null {
  const dates = [...awards, ...supposed].map(({ date }) => date);
  if (dates.length === 0) return null;
  const ends = [mark.window?.to, mark.deadline ?? undefined, on].filter((date) => date !== undefined);
  return {
    first: [...dates, on].sort()[0] ?? on,
    last: [...dates, ...ends].sort().at(-1) ?? on,
    strands: [...programme.strands.values()].map(({ id, title }): StrandTimeline => {
      const own = [...awards, ...supposed].filter(({ strand }) => strand === id);
      const latest = own.filter(({ withdrawn }) => !withdrawn).at(-1);
      const counts =
        mark.held.includes(id) && latest !== undefined && mark.window !== null
          ? { from: latest.date, to: mark.window.to }
          : null;
      return {
        strand: id,
        title,
        awards: own.map((award) => ({
          ...award,
          kind: award.withdrawn ? 'withdrawn' : supposed.includes(award) ? 'supposed' : 'awarded',
        })),
        counts,
      };
    }),
  };
}
