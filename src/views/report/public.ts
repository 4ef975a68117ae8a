import type { IsoDate } from '../../model/calendar.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ReportHead, reportHead } from './head.ts';

/** What a school publishes each year under the public-sector equality duty. */
export interface PublicView extends ReportHead {}

/** What a school publishes each year under the public-sector equality duty, as on a day. */
export function publicView(workspace: Workspace, on: IsoDate): PublicView {
  return reportHead(workspace, on, 'Equality information and objectives');
}
