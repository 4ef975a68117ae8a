import type { IsoDate } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { summaryOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { summaryPath } from './documents.ts';

/** Where the summary of a strand is that counts on a day. @param strand an id of the programme */
export function latestSummary(
  workspace: Workspace,
  strand: string,
  on: IsoDate,
): { readonly path: string } | { readonly refusal: Outcome } {
  const { year, summary } = summaryOn(workspace, strand, on);
  if (summary.state !== 'absent') return { path: summaryPath(year, strand) };
  return {
    refusal: unusable(
      `There is no Accreditation Summary for ${strand} yet.`,
      `Begin one with lem summary new ${strand}.`,
    ),
  };
}
