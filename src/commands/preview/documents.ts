import { type IsoDate, inWords } from '../../model/calendar.ts';
import { type DocumentRow, previewIndexView, type SummaryThere } from '../../views/preview-index.ts';
import { summaryView } from '../../views/summary.ts';
import { carried } from '../../workspace/carried.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Draft } from '../documents/compose.ts';
import { READERS, WHOLE } from '../report.ts';

/** Where the list of all documents is. */
export const INDEX = '/';

/** The path of a report's page. @param reader as after --for; null for the one for everybody */
export const reportPath = (reader: string | null): string => (reader === null ? '/report' : `/report/${reader}`);

/** The path of a summary's page, in plain characters. */
export const summaryPath = (year: string, strand: string): string => `/summary/${year}/${strand}`;

/** A path as it stands in an address. */
export const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The documents of a workspace by their paths, each put together when asked for; null for one whose file can't be read. */
export function documentsOf(workspace: Workspace, on: IsoDate): ReadonlyMap<string, () => Draft | null> {
  const summaries = summariesIn(workspace);
  const reports = [[null, WHOLE] as const, ...Object.entries(READERS)];
  const rows = reports.map(([reader, { title }]): DocumentRow => {
    const path = reportPath(reader);
    return {
      address: addressOf(path),
      title,
      year: null,
      state: `as on ${inWords(on)}`,
      command: reader === null ? 'lem report' : `lem report --for ${reader}`,
    };
  });
  const index = (): Draft => ({
    path: INDEX,
    page: 'preview-index',
    view: previewIndexView(workspace, on, summaries, rows),
  });
  return new Map<string, () => Draft | null>([
    [INDEX, index],
    ...reports.map(([reader, { page, view }]) => {
      const path = reportPath(reader);
      return [path, (): Draft => ({ path, page, view: view(workspace, on) })] as const;
    }),
    ...summaries.map(({ year, strand, file }) => {
      const path = summaryPath(year, strand);
      const draft = (): Draft | null =>
        file.state === 'known'
          ? { path, page: 'summary', view: summaryView(workspace, { ...file.value, strand }, year, on) }
          : null;
      return [path, draft] as const;
    }),
  ]);
}

/** The summaries of every year, the latest year first, of the strands that there are. */
function summariesIn(workspace: Workspace): readonly SummaryThere[] {
  const { summaries } = carried(workspace);
  return [...summaries.keys()]
    .sort()
    .reverse()
    .flatMap((year) =>
      [...workspace.programme.strands.keys()].flatMap((strand) => {
        const file = summaries.get(year)?.get(strand);
        return file === undefined || file.state === 'absent'
          ? []
          : [{ address: addressOf(summaryPath(year, strand)), year, strand, file }];
      }),
    );
}
