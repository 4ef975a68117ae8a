import type { IsoDate } from '../../model/calendar.ts';
import { didYouMean } from '../../model/nearest.ts';
import type { Programme } from '../../model/programme.ts';
import { readDate } from './date.ts';
import type { Gathering } from './gather.ts';
import { plain, short } from './plain.ts';
import type { Cell } from './rows.ts';
import { type FoundAll, ratingOf } from './words.ts';

/** What single cells come to: a value, or null where there is none and the fault has been told. */

type Told = Pick<Gathering, 'fault'>;
type Words = { readonly [value: string]: string };

/** How people write where an audit stands, and an action. */
export const AUDIT_STATUS: Words = {
  draft: 'in progress, started, not started, open',
  complete: 'completed, done, finished, final, agreed',
};
export const ACTION_STATUS: Words = {
  planned: 'not started, not yet started, to do, plan',
  'in-progress': 'in progress, ongoing, started, under way, underway, begun',
  complete: 'completed, done, finished, achieved',
  stopped: 'abandoned, cancelled, dropped',
};

/** @param now what stands there: it may stay, whatever it is */
export function ratingIn(programme: Programme, told: Told, cell: Cell, now: unknown): string | null {
  if (cell.text === now) return cell.text;
  const found = ratingOf(programme, cell.text);
  if ('id' in found) return found.id;
  told.fault(cell, found.wrong);
  return null;
}

export function dateIn(told: Told, cell: Cell): IsoDate | null {
  const date = readDate(cell.text);
  if (date === null)
    told.fault(cell, `“${short(cell.text)}” is not a date of the calendar. Write it like 2026-10-12 or 12/10/2026.`);
  else if (date < EARLIEST) told.fault(cell, `“${short(cell.text)}” is too long ago to be meant. Check its year.`);
  else return date;
  return null;
}

/** To Excel, a number such as 0 or 17 in a cell for dates is a day of the years about 1900. */
const EARLIEST: IsoDate = '2000-01-01';

export function statusIn(words: Words, told: Told, cell: Cell): string | null {
  const pairs = Object.entries(words).flatMap(([value, others]) =>
    [value, ...others.split(', ')].map((word) => [word, value] as const),
  );
  const [, found = null] = pairs.find(([word]) => plain(word) === plain(cell.text)) ?? [];
  if (found === null) told.fault(cell, `“${short(cell.text)}” is not a status. ${didYouMean(cell.text, pairs)}`);
  return found;
}

/** A list of ids. */
export function idsIn(told: Told, cell: Cell, find: (text: string) => FoundAll): readonly string[] | null {
  const found = find(cell.text);
  if ('ids' in found) return found.ids;
  told.fault(cell, found.wrong);
  return null;
}
