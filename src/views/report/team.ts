import { unreadableIn } from '../../facts/history.ts';
import { nextVisit } from '../../facts/visit-next.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { gridYears } from '../summary/grid.ts';
import { type ReportHead, reportHead } from './head.ts';
import { type GroupShown, groupsShown } from './team/people.ts';
import { type StrandPages, strandPages } from './team/strand.ts';
import { type VisitShown, visitShown } from './team/visit.ts';

/** What the Equality team needs at a visit. */
export interface TeamView extends ReportHead {
  /** Who accredits. */
  readonly team: string;
  readonly visit: VisitShown;
  /** Which files can’t be read; null where all can. */
  readonly untold: string | null;
  readonly groups: readonly GroupShown[];
  readonly strands: readonly StrandPages[];
  /** Lines to write on below a question, and below a strand. */
  readonly lines: readonly number[];
}

const LINES = [1, 2, 3] as const;

/** What the Equality team needs at the next visit, as on a day. */
export function teamView(workspace: Workspace, on: IsoDate): TeamView {
  const head = reportHead(workspace, on, 'Visit pack');
  const next = nextVisit(workspace, on);
  const visit = visitShown(workspace, next, on);
  const { now } = gridYears(workspace, yearOn(workspace, on));
  const unreadable = unreadableIn(workspace);
  return {
    ...head,
    facts: visit.facts,
    team: workspace.programme.file.team ?? 'The team',
    visit,
    untold: unreadable.length === 0 ? null : `Can’t be read, so what is in it can’t be told: ${unreadable.join(', ')}.`,
    groups: groupsShown(workspace),
    strands: next.strands.map((strand) =>
      strandPages(workspace, strand, { ...next, isDeciding: visit.isDeciding }, now, on),
    ),
    lines: LINES,
  };
}
