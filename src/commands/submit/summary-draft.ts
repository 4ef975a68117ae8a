import type { IsoDate } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import { summaryView } from '../../views/summary.ts';
import { documentPath } from '../../workspace/bundle-paths.ts';
import { summaryOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Draft } from '../documents/compose.ts';

/** The Accreditation Summary that goes into a submission, as it is to be made; null where a strand has none that can be read. */
export function summaryDraft(workspace: Workspace, strand: string, on: IsoDate): Draft | null {
  const { year, summary } = summaryOn(workspace, strand, on);
  const known = seen(summary);
  if (known === null) return null;
  return {
    path: documentPath(strand),
    page: 'summary',
    view: summaryView(workspace, { ...known, strand }, year, on),
  };
}
