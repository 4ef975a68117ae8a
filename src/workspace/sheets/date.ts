import { type IsoDate, isDate } from '../../model/calendar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/;
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| ?[ap]m)?$/i;

/** In characters: `Wednesday 23rd September 2026 at 12:00`, and some spaces. */
const LONGEST = 60;

/**
 * A date as spreadsheets and people in England write it: year first, or day, month and year, the month as a number or a
 * word. A time behind it is left out.
 * @returns null for anything else, and for a day that the calendar does not have
 */
export function readDate(text: string): IsoDate | null {
  if (text.length > LONGEST) return null;
  const words = text
    .trim()
    .replace(TIME, '')
    .toLowerCase()
    .split(/[\s/.,-]+/)
    .filter((word) => word !== '' && !WEEKDAY.test(word));
  const [first = '', second = '', third = ''] = words;
  if (words.length !== 3) return null;
  const parts = /^\d{4}$/.test(first)
    ? [first, second, third]
    : [century(third), second, first.replace(/(st|nd|rd|th)$/, '')];
  const [year = '', month = '', day = ''] = parts;
  const date = `${year}-${monthOf(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function monthOf(word: string): string {
  const index = /^[a-z]{3,9}$/.test(word) ? MONTHS.indexOf(word.slice(0, 3)) : -1;
  return index === -1 ? word : String(index + 1);
}

/** A year of two figures is one of this century: nothing in a workspace is older. */
function century(year: string): string {
  return /^\d{2}$/.test(year) ? `20${year}` : year;
}
