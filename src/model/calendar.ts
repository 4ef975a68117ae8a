import { Temporal } from 'temporal-polyfill';

/** A calendar date, `2026-10-12`. Such texts sort as dates do. */
export type IsoDate = string;
/** A span in years, months, weeks or days, `P3Y` (ISO 8601). */
export type Span = string;

/** Whether a text is a date that the calendar has. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The date a span after another. 29 February a year on is 28 February. */
export function plus(date: IsoDate, span: Span): IsoDate {
  return Temporal.PlainDate.from(date).add(Temporal.Duration.from(span)).toString();
}

/** The day before. */
export function dayBefore(date: IsoDate): IsoDate {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}

/** How many days lie between two dates; negative where the second comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** The first day of a span before a date. */
export function minus(date: IsoDate, span: Span): IsoDate {
  return Temporal.PlainDate.from(date).subtract(Temporal.Duration.from(span)).toString();
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date in words: `12 October 2026`. */
export function inWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** A span in words: `3 years`. */
export function spanInWords(span: Span): string {
  const { years, months, weeks, days } = Temporal.Duration.from(span);
  const parts = [
    [years, 'year'],
    [months, 'month'],
    [weeks, 'week'],
    [days, 'day'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(', ');
}
