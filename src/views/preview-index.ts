import { badgeFacts } from '../facts/eligibility.ts';
import type { IsoDate } from '../model/calendar.ts';
import type { SummaryFile } from '../model/files.generated.ts';
import type { Known } from '../model/known.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { summaryOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { STATES } from './badges.ts';
import { type ReportHead, reportHead } from './report/head.ts';

/** What can be previewed. */
export interface PreviewIndexView extends ReportHead {
  readonly summaries: readonly DocumentRow[];
  readonly reports: readonly DocumentRow[];
}

/** A document in the list: where it is (null where there is none yet), how it stands, and the command for it. */
export interface DocumentRow {
  readonly address: string | null;
  readonly title: string;
  readonly year: string | null;
  readonly state: string;
  readonly command: string;
}

/** A summary of the workspace, with its page's address. */
export interface SummaryThere {
  readonly address: string;
  readonly year: SchoolYear;
  readonly strand: string;
  readonly file: Known<SummaryFile>;
}

/** The list of all documents, as on a day: every summary, the strands that have none yet, and the reports. */
export function previewIndexView(
  workspace: Workspace,
  on: IsoDate,
  summaries: readonly SummaryThere[],
  reports: readonly DocumentRow[],
): PreviewIndexView {
  const rows = [...workspace.programme.strands.values()].flatMap(({ id, title }): readonly DocumentRow[] => {
    const own = summaries.filter(({ strand }) => strand === id);
    if (own.length === 0)
      return [{ address: null, title, year: null, state: 'not begun', command: `lem summary new ${id}` }];
    const latest = summaryOn(workspace, id, on).year;
    return own.map(({ address, year, file }) => ({
      address,
      title,
      year: year.replace('-', '–'),
      state: [written(file), ...(year === latest ? [STATES[badgeFacts(workspace, id, on).state][0]] : [])].join(', '),
      // An earlier year's is only looked at.
      command: year === latest ? `lem summary render ${id}` : '',
    }));
  });
  const head = reportHead(workspace, on, 'Preview', { kind: 'Preview', heading: 'All documents' });
  return { ...head, summaries: rows, reports };
}

function written(file: Known<SummaryFile>): string {
  if (file.state !== 'known') return 'can’t be read';
  return file.value.status === 'final' ? 'final' : 'draft';
}
