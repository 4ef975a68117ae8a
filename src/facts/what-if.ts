import type { IsoDate } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';
import { type Award, type MarkFacts, markFrom } from './mark.ts';

/** What would become of the Mark if badges were awarded on given days. */
export interface WhatIf {
  readonly supposed: readonly Award[];
  /** The day for which the answer holds: the day asked about, or that of the last award supposed. */
  readonly on: IsoDate;
  readonly mark: MarkFacts;
  /** Strands that count today and would count no more by then. */
  readonly lost: readonly string[];
}

/** Supposes awards besides those that were made. */
export function whatIf(
  awards: readonly Award[],
  supposed: readonly Award[],
  programme: Programme,
  on: IsoDate,
): WhatIf {
  const inOrder = [...supposed].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const day = [on, ...inOrder.map(({ date }) => date)].sort().at(-1) ?? on;
  const mark = markFrom([...awards, ...inOrder], programme, day);
  const today = markFrom(awards, programme, on);
  return { supposed: inOrder, on: day, mark, lost: today.held.filter((strand) => !mark.held.includes(strand)) };
}
