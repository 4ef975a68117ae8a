import type { IsoDate } from '../../model/calendar.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ReportHead, reportHead } from './head.ts';

/** What the Equality team needs at a visit. */
export interface TeamView extends ReportHead {}

/** What the Equality team needs at a visit, as on a day. */
export function teamView(workspace: Workspace, on: IsoDate): TeamView {
  return reportHead(workspace, on, 'Visit pack');
}
