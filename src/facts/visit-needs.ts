import { dayBefore, type IsoDate, plus, type Span } from '../model/calendar.ts';
import type { VisitBooked } from '../model/files.generated.ts';
import { schoolYearOf } from '../model/school-year.ts';
import { decisionsOn, summaryOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What is still to be done before a visit, each by a day; null where it is done or the programme asks for none. */
export interface VisitNeeds {
  readonly sendAudit: IsoDate | null;
  readonly beginSummaries: { readonly by: IsoDate; readonly strands: readonly string[] } | null;
}

/** What an accreditation visit still needs (step 6); an advisory one needs nothing. */
export function visitNeeds(workspace: Workspace, visit: VisitBooked, on: IsoDate): VisitNeeds {
  const { auditBefore, summaryBefore } = workspace.programme.file.visits ?? {};
  const { date, kind, strands = [], auditSent } = visit;
  if (kind !== 'accreditation') return { sendAudit: null, beginSummaries: null };
  const lacking = strands.filter(
    (strand) => workspace.programme.strands.has(strand) && !hasSummary(workspace, strand, date, on),
  );
  return {
    sendAudit: auditBefore === undefined || auditSent !== undefined ? null : lastDay(date, auditBefore),
    beginSummaries:
      summaryBefore === undefined || lacking.length === 0
        ? null
        : { by: lastDay(date, summaryBefore), strands: lacking },
  };
}

/** Whether there is a summary that a visit can verify: one on which the badge has been awarded has done its work. */
function hasSummary(workspace: Workspace, strand: string, visit: IsoDate, on: IsoDate): boolean {
  const { year, summary } = summaryOn(workspace, strand, visit);
  const { starts } = workspace.programme.file.schoolYear;
  return (
    summary.state !== 'absent' &&
    !decisionsOn(workspace, strand, on).some(
      ({ decision, date }) => decision === 'awarded' && schoolYearOf(date, starts) >= year,
    )
  );
}

/** The last day from which there is a whole span to a date. */
function lastDay(date: IsoDate, span: Span): IsoDate {
  let day = date;
  while (plus(day, span) > date) day = dayBefore(day);
  return day;
}
