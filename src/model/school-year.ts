import type { IsoDate } from './calendar.ts';

/** A school year in its stored form, `2026-27`. Such texts sort as years do. */
export type SchoolYear = string;

/**
 * Reads a school year as `2026-27`, `2026/27`, `2026-2027` or `2026/2027`.
 * @returns the stored form, or null where it isn't one or its second part is not the year after
 */
export function readSchoolYear(text: string): SchoolYear | null {
  const match = /^(\d{4})[-/](\d{2}|\d{4})$/.exec(text.trim());
  if (match === null) return null;
  const first = Number(match[1]);
  const second = match[2] ?? '';
  const next = String(first + 1);
  return second === next || second === next.slice(2) ? startingIn(first) : null;
}

/** The school year a date falls in. @param starts month and day of the first day, `09-01` */
export function schoolYearOf(date: IsoDate, starts: string): SchoolYear {
  const year = Number(date.slice(0, 4));
  return startingIn(date.slice(5) >= starts ? year : year - 1);
}

/** First and last day of a school year (the last day is exclusive). */
export function boundsOf(year: SchoolYear, starts: string): { readonly from: IsoDate; readonly before: IsoDate } {
  const first = Number(year.slice(0, 4));
  return { from: `${first}-${starts}`, before: `${first + 1}-${starts}` };
}

function startingIn(first: number): SchoolYear {
  return `${String(first).padStart(4, '0')}-${String((first + 1) % 100).padStart(2, '0')}`;
}
