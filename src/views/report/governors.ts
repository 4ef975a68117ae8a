import type { IsoDate } from '../../model/calendar.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ReportHead, reportHead } from './head.ts';

/** One side of A4 for governors. */
export interface GovernorsView extends ReportHead {}

/** One side of A4 for governors, as on a day. */
export function governorsView(workspace: Workspace, on: IsoDate): GovernorsView {
  return reportHead(workspace, on, 'Report to governors');
}
