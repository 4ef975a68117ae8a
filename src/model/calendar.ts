import { UTCDateMini } from '@date-fns/utc/date/mini';
import { add, differenceInCalendarDays, sub } from 'date-fns';

/** A calendar date, `2026-10-12`. Such texts sort as dates do. */
export type IsoDate = string;
/** A span in years, months, weeks or days, `P3Y` (ISO 8601). */
export type Span = string;

/** Whether a text is a date that the calendar has. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && written(read(text)) === text;
}

/** The date a span after another. 29 February a year on is 28 February. */
export function plus(date: IsoDate, span: Span): IsoDate {
  return written(add(read(date), parts(span)));
}

/** The first day of a span before a date. */
function minus(date: IsoDate, span: Span): IsoDate {
  return written(sub(read(date), parts(span)));
}

/** The day before. */
export function dayBefore(date: IsoDate): IsoDate {
  return minus(date, 'P1D');
}

/** How many days lie between two dates; negative where the second comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return differenceInCalendarDays(read(to), read(from));
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date in words: `12 October 2026`. */
export function inWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** A span in words: `3 years`. */
export function spanInWords(span: Span): string {
  return Object.entries(parts(span))
    .filter(([, count]) => count > 0)
    .map(([units, count]) => `${count} ${count === 1 ? units.slice(0, -1) : units}`)
    .join(', ');
}

function parts(span: Span) {
  const [, years, months, weeks, days] = (/^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(span) ?? []).map(
    Number,
  );
  return { years: years || 0, months: months || 0, weeks: weeks || 0, days: days || 0 };
}

function read(date: IsoDate): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const read = new UTCDateMini(2000, month - 1, day);
  read.setFullYear(year, month - 1, day); // the constructor takes years below 100 for those of the last century
  return read;
}

function written(date: Date): IsoDate {
  const pad = (number: number, length: number): string => String(number).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}
