import { standingOn } from '../../../facts/history.ts';
import { badgesOn } from '../../../facts/progress.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** The badges that the school holds, and those that it does not. */
export interface AwardsShown {
  /** Why it can’t be told, or null. */
  readonly untold: string | null;
  readonly held: readonly { readonly badge: string; readonly since: string; readonly until: string | null }[];
  readonly others: readonly string[];
  readonly total: number;
}

/** The badges on a day. What is on its way to being decided is between the school and those who decide. */
export function awardsShown(workspace: Workspace, on: IsoDate): AwardsShown {
  const title = (strand: string): string => workspace.programme.strands.get(strand)?.badge ?? strand;
  const badges = badgesOn(workspace, on);
  const total = badges.length;
  if (standingOn(workspace, on).held === null)
    return {
      untold: 'Our record of awards can’t be read, so it can’t be told which badges we hold.',
      held: [],
      others: [],
      total,
    };
  return {
    untold: null,
    held: badges.flatMap(({ strand, state, awarded, lapses }) =>
      state === 'held' && awarded !== null
        ? [{ badge: title(strand), since: inWords(awarded), until: lapses === null ? null : inWords(lapses) }]
        : [],
    ),
    others: badges.filter(({ state }) => state !== 'held').map(({ strand }) => title(strand)),
    total,
  };
}
