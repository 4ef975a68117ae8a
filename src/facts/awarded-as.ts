import type { IsoDate } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import { strandsFrom } from '../workspace/carried.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a badge was when it was awarded. */
export interface AwardedAs {
  readonly edition: string;
  /** The strands that the visit decided on, by their ids in that edition; more than one where they have been joined. */
  readonly strands: readonly string[];
  /** Their badges’ names, or their ids where the edition is not at hand. */
  readonly badges: readonly string[];
}

/** The edition and the names under which a badge was awarded on a day; null where that was in the present edition. */
export function awardedAs(workspace: Workspace, strand: string, awarded: IsoDate): AwardedAs | null {
  const { awards, editions, route } = workspace;
  for (const { date, kind, edition, decisions = {} } of seen(awards)?.visits ?? []) {
    if (date !== awarded || kind !== 'accreditation' || edition === undefined || !route.has(edition)) continue;
    const strands = Object.keys(decisions).filter(
      (id) => decisions[id] === 'awarded' && strandsFrom(route, edition, id).includes(strand),
    );
    const badges = strands.map((id) => editions.get(edition)?.strands.get(id)?.badge ?? id);
    if (strands.length > 0) return { edition, strands, badges };
  }
  return null;
}
