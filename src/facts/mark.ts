import { dayBefore, type IsoDate, plus } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';
import { decisionsOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One badge awarded on one day. */
export interface Award {
  readonly strand: string;
  readonly date: IsoDate;
}

/** Where the Mark stands on a day. */
export interface MarkFacts {
  readonly state: 'not-started' | 'working-towards' | 'achieved' | 'lapsed';
  /** The first date by which enough badges had been awarded within one window. */
  readonly achievedOn: IsoDate | null;
  /** The window that decides: that of the achievement, or else the one that keeps most badges. */
  readonly window: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Strands whose badge counts in the window, in the programme's order. */
  readonly held: readonly string[];
  readonly missing: readonly string[];
  /** The last day on which the rest can still be awarded, or on which an achieved Mark counts; null where there is none. */
  readonly deadline: IsoDate | null;
}

/** The Mark on a day, from awards.yaml. Unknown strands don't count. */
export function markFacts(workspace: Workspace, on: IsoDate): MarkFacts {
  const awards = [...workspace.programme.strands.keys()].flatMap((strand) =>
    decisionsOn(workspace, strand, on)
      .filter(({ decision }) => decision === 'awarded')
      .map(({ date }): Award => ({ strand, date })),
  );
  return markFrom(awards, workspace.programme, on);
}

/**
 * The Mark on a day, from awards up to it in any order. Any span of the programme's window that holds enough different
 * badges makes the Mark; a later award of the same strand may replace an earlier one, so the best window decides.
 */
export function markFrom(awards: readonly Award[], programme: Programme, on: IsoDate): MarkFacts {
  const { mark } = programme.file;
  const order = [...programme.strands.keys()];
  const needed = typeof mark.badges === 'number' ? mark.badges : order.length;
  const starts = [...new Set(awards.map(({ date }) => date))].sort();
  const windows = starts.map((from) => windowFrom(awards, from, programme));
  const facts = (
    state: MarkFacts['state'],
    window: Window | null,
    achievedOn: IsoDate | null,
    deadline: IsoDate | null,
  ): MarkFacts => {
    const held = order.filter((strand) => window?.firsts.has(strand));
    return {
      state,
      achievedOn,
      window: window === null ? null : { from: window.from, to: window.to },
      held,
      missing: order.filter((strand) => !held.includes(strand)),
      deadline,
    };
  };

  const achievements = windows
    .flatMap((window) => {
      const dates = [...window.firsts.values()].sort();
      const date = dates[needed - 1];
      return date === undefined ? [] : [{ window, date }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const [first] = achievements;
  if (first !== undefined) {
    const latest = achievements.at(-1) ?? first;
    const until = mark.validFor === undefined ? null : plus(latest.date, mark.validFor);
    const lapsed = until !== null && until < on;
    return facts(lapsed ? 'lapsed' : 'achieved', until === null ? first.window : latest.window, first.date, until);
  }
  const live = windows.filter(({ last }) => last >= on);
  const best = live.reduce<Window | null>(
    (kept, window) => (kept === null || window.firsts.size >= kept.firsts.size ? window : kept),
    null,
  );
  if (best === null) return facts(awards.length === 0 ? 'not-started' : 'working-towards', null, null, null);
  return facts('working-towards', best, null, best.last);
}

interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The last day that counts. */
  readonly last: IsoDate;
  /** The first award in the window, by strand. */
  readonly firsts: ReadonlyMap<string, IsoDate>;
}

function windowFrom(awards: readonly Award[], from: IsoDate, programme: Programme): Window {
  const { window, anniversary = 'inclusive' } = programme.file.mark;
  const to = plus(from, window);
  const last = anniversary === 'inclusive' ? to : dayBefore(to);
  const firsts = new Map<string, IsoDate>();
  for (const { strand, date } of awards) {
    const known = firsts.get(strand);
    if (date >= from && date <= last && (known === undefined || date < known)) firsts.set(strand, date);
  }
  return { from, to, last, firsts };
}
