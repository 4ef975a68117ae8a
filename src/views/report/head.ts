import { type IsoDate, inWords } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What stands at the top of every report. */
export interface ReportHead {
  readonly title: string;
  /** What stands at the foot of every printed page. */
  readonly foot: readonly string[];
  readonly programme: string;
  readonly school: string;
  /** What kind of report it is. */
  readonly kind: string;
  /** The heading of the page. */
  readonly heading: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/**
 * The head of a report: the school, the school year and the day that it is made for.
 * @param kind what the report is called
 */
export function reportHead(workspace: Workspace, on: IsoDate, kind: string): ReportHead {
  const school = seen(workspace.settings)?.school.name ?? '';
  const heading = school === '' ? kind : school;
  return {
    title: [kind, school].filter((part) => part !== '').join(': '),
    foot: [school, kind].filter((part) => part !== ''),
    programme: workspace.programme.file.title,
    school,
    kind,
    heading,
    facts: [
      { label: 'School year', value: yearOn(workspace, on).replace('-', '–') },
      { label: 'As on', value: inWords(on) },
    ],
  };
}
