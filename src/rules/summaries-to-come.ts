import type { IsoDate } from '../model/calendar.ts';
import type { SummaryFile } from '../model/files.generated.ts';
import { type SchoolYear, schoolYearOf } from '../model/school-year.ts';
import { decisionsOn, summaryOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A summary with which a badge is still to be claimed. */
export interface SummaryToCome {
  readonly strand: string;
  readonly file: string;
  readonly value: SummaryFile;
}

/** The latest summary of each strand, but those on which the badge has been awarded: those have done their work. */
export function* summariesToCome(workspace: Workspace, on: IsoDate): Iterable<SummaryToCome> {
  for (const strand of workspace.programme.strands.keys()) {
    const { year, summary } = summaryOn(workspace, strand, on);
    if (summary.state !== 'known' || isAwarded(workspace, strand, year, on)) continue;
    yield { strand, file: summary.file, value: summary.value };
  }
}

/** Whether a strand's badge was awarded on its summary of a school year, by a day. */
export function isAwarded(workspace: Workspace, strand: string, year: SchoolYear, on: IsoDate): boolean {
  const { starts } = workspace.programme.file.schoolYear;
  return decisionsOn(workspace, strand, on).some(
    ({ decision, date }) => decision === 'awarded' && schoolYearOf(date, starts) >= year,
  );
}
