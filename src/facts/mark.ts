import { dayBefore, type IsoDate, plus } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';
import { decisionsOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A badge awarded or withdrawn on a day. */
export interface Award {
  readonly strand: string;
  readonly date: IsoDate;
  readonly withdrawn?: true;
}

/** Where the Mark stands on a day. */
export interface MarkFacts {
  readonly state: 'not-started' | 'working-towards' | 'achieved' | 'lapsed';
  /** The first date by which enough badges had been awarded within one window. */
  readonly achievedOn: IsoDate | null;
  /** The last day on which a Mark counted that has lapsed since. */
  readonly lapsedAfter: IsoDate | null;
  /** The window that decides: that of the latest achievement, or else the one that keeps most badges. */
  readonly window: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Strands whose badge counts in the window, in the programme's order. */
  readonly held: readonly string[];
  readonly missing: readonly string[];
  /** The last day on which the rest can still be awarded, or on which an achieved Mark counts; null where there is none. */
  readonly deadline: IsoDate | null;
  /** For an achieved Mark that can lapse: the badges to be awarded again so that it goes on, the most pressing first. */
  readonly renew: readonly { readonly strand: string; readonly by: IsoDate }[];
}

/** The Mark on a day, from awards.yaml. Unknown strands don't count. */
export function markFacts(workspace: Workspace, on: IsoDate): MarkFacts {
  return markFrom(awardsOn(workspace, on), workspace.programme, on);
}

/** What was awarded and withdrawn up to a day, in the order of the dates. */
export function awardsOn(workspace: Workspace, on: IsoDate): readonly Award[] {
  return [...workspace.programme.strands.keys()]
    .flatMap((strand) => decisionsOn(workspace, strand, on).map((each) => ({ ...each, strand })))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index))
    .flatMap(({ strand, date, decision }): readonly Award[] => {
      if (decision === 'awarded') return [{ strand, date }];
      return decision === 'withdrawn' ? [{ strand, date, withdrawn: true }] : [];
    });
}

/**
 * The Mark on a day. It is achieved on every day on which an award completes a span of the programme's window that holds
 * enough different badges, none of them lapsed; of several awards of a strand the latest decides. It then counts until
 * the programme's span for it has passed since the latest such day, or until fewer badges are held than it takes.
 * @param awards in any order, those of one date in the order in which they were decided; later ones than the day don't count
 */
export function markFrom(awards: readonly Award[], programme: Programme, on: IsoDate): MarkFacts {
  const { mark } = programme.file;
  const order = [...programme.strands.keys()];
  const needed = typeof mark.badges === 'number' ? mark.badges : order.length;
  /** The latest award that has not been withdrawn, by strand. */
  const latest = new Map<string, IsoDate>();
  let achievedOn = null as IsoDate | null;
  let counting = null as { readonly since: IsoDate; readonly window: MarkFacts['window'] } | null;
  let lapsedAfter = null as IsoDate | null;
  const days = [...new Set(awards.map(({ date }) => date))].filter((day) => day <= on).sort();
  for (const day of days) {
    endIfPast(day);
    const today = awards.filter(({ date }) => date === day);
    for (const { strand, withdrawn } of today) {
      if (withdrawn) latest.delete(strand);
      else latest.set(strand, day);
    }
    const inWindow = countingOn(day, endIn);
    const isAwarded = today.some(({ strand, withdrawn }) => !withdrawn && latest.get(strand) === day);
    if (isAwarded && inWindow.length >= needed) {
      achievedOn ??= day;
      counting = { since: day, window: windowOf(inWindow) };
      lapsedAfter = null;
    } else endIfPast(day);
  }
  endIfPast(on);
  const held = countingOn(on, counting === null ? endIn : endOfBadge);
  const facts = { achievedOn, lapsedAfter, held, missing: order.filter((strand) => !held.includes(strand)) };
  if (counting !== null) {
    const end = endOfMark(counting.since);
    const deadline = end === FOREVER ? null : end;
    return { state: 'achieved', ...facts, window: counting.window, deadline, renew: renewals(deadline) };
  }
  const window = windowOf(held);
  const deadline = held.map((strand) => endIn(latest.get(strand) ?? '')).sort()[0] ?? null;
  const begun = days.length === 0 ? 'not-started' : 'working-towards';
  return { state: achievedOn === null ? begun : 'lapsed', ...facts, window, deadline, renew: [] };

  function countingOn(day: IsoDate, end: (awarded: IsoDate) => IsoDate): readonly string[] {
    return order.filter((strand) => {
      const awarded = latest.get(strand);
      return awarded !== undefined && day <= end(awarded);
    });
  }

  function endIfPast(day: IsoDate): void {
    if (counting === null) return;
    const end = endOfMark(counting.since);
    if (!isPast(end, day)) return;
    lapsedAfter = end ?? dayBefore(day);
    counting = null;
  }

  function endOfBadge(awarded: IsoDate): IsoDate {
    return lastHeld(programme, awarded);
  }

  function endIn(awarded: IsoDate): IsoDate {
    return lastInWindow(programme, awarded);
  }

  /** The last day on which a Mark achieved on a day counts, as things are; null where too few badges are held. */
  function endOfMark(since: IsoDate): IsoDate | null {
    const ends = [...latest.values()].map(endOfBadge).sort();
    const badges = ends.at(-needed) ?? null;
    const own = mark.validFor === undefined ? FOREVER : plus(since, mark.validFor);
    return badges === null ? null : earlier(badges, own);
  }

  function windowOf(strands: readonly string[]): MarkFacts['window'] {
    const [from] = strands.flatMap((strand) => latest.get(strand) ?? []).sort();
    return from === undefined ? null : { from, to: plus(from, mark.window) };
  }

  /** What would no longer count on the last day of the Mark; where all would, the oldest award alone carries it on. */
  function renewals(until: IsoDate | null): MarkFacts['renew'] {
    if (until === null) return [];
    const byAge = [...latest].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
    const fallOut = byAge.filter(([, awarded]) => endIn(awarded) <= until);
    return (fallOut.length > 0 ? fallOut : byAge.slice(0, 1)).map(([strand, awarded]) => ({
      strand,
      by: earlier(endOfBadge(awarded), until),
    }));
  }
}

/** The last day on which a badge awarded on a day is held. */
function lastHeld({ file: { mark } }: Programme, awarded: IsoDate): IsoDate {
  return mark.badgeValidFor === undefined ? FOREVER : plus(awarded, mark.badgeValidFor);
}

/** The last day on which an award counts in a window with others. */
export function lastInWindow(programme: Programme, awarded: IsoDate): IsoDate {
  const { mark } = programme.file;
  const to = plus(awarded, mark.window);
  return earlier(lastHeld(programme, awarded), mark.anniversary === 'exclusive' ? dayBefore(to) : to);
}

/** Later than any date. */
const FOREVER: IsoDate = '9999-12-31';

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

/** Whether a day comes after the last one that counts; where there is none, every day does. */
function isPast(last: IsoDate | null, day: IsoDate): boolean {
  return last === null || last < day;
}
