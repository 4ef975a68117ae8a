import type { IsoDate } from './calendar.ts';

/** A visit, as far as its recommendations go. */
interface Recommending<T> {
  readonly date: IsoDate;
  readonly recommendations?: readonly T[] | undefined;
}

/**
 * Every recommendation with what a command line names it by, its day and its number among those of the day
 * (`2026-06-25.1`), and where it stands: the index of its visit and its own.
 */
export function withIds<T>(
  visits: readonly Recommending<T>[],
): readonly { readonly id: string; readonly recommendation: T; readonly visit: number; readonly index: number }[] {
  const counts = new Map<IsoDate, number>();
  return visits.flatMap(({ date, recommendations = [] }, visit) =>
    recommendations.map((recommendation, index) => {
      const number = (counts.get(date) ?? 0) + 1;
      counts.set(date, number);
      return { id: `${date}.${number}`, recommendation, visit, index };
    }),
  );
}
