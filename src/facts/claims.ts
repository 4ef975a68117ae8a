import type { IsoDate } from '../model/calendar.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { summaryOn, yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { badgeFacts } from './eligibility.ts';
import { gridFacts } from './grid.ts';

/** What a school claims of a strand, in what can be worked out again from its files. */
export interface Claim {
  readonly strand: string;
  /** The school year of its Accreditation Summary. */
  readonly year: SchoolYear;
  /** Whether every requirement is met; null where that can't be told. */
  readonly eligible: boolean | null;
  readonly requirements: readonly { readonly id: string; readonly met: boolean | null }[];
  readonly rollUp: {
    readonly rating: string | null;
    readonly complete: boolean;
    readonly counts: { readonly [rating: string]: number };
  };
}

/** What is claimed of a strand as on a day. */
export function claimOf(workspace: Workspace, strand: string, on: IsoDate): Claim {
  const { eligible, verdicts } = badgeFacts(workspace, strand, on);
  const rolled = gridFacts(workspace, yearOn(workspace, on)).strands.find((each) => each.strand === strand);
  return {
    strand,
    year: summaryOn(workspace, strand, on).year,
    eligible,
    requirements: verdicts.map(({ requirement, outcome }) => ({
      id: requirement,
      met: outcome === 'unknown' ? null : outcome === 'met',
    })),
    rollUp: {
      rating: rolled?.rating ?? null,
      complete: rolled?.complete ?? false,
      counts: rolled?.counts ?? {},
    },
  };
}
