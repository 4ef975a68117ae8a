import type { IsoDate } from '../../model/calendar.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ReportHead, reportHead } from './head.ts';

/** The whole workspace on one page. */
export interface WholeView extends ReportHead {}

/** The whole workspace on one page, as on a day. */
export function wholeView(workspace: Workspace, on: IsoDate): WholeView {
  return reportHead(workspace, on, 'Equality Mark report');
}
