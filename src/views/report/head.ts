import { type IsoDate, inWords } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What stands at the top of every report. */
export interface ReportHead extends Heading {
  readonly title: string;
  /** What stands at the foot of every printed page. */
  readonly foot: readonly string[];
  readonly programme: string;
  /** The school’s name below the heading; null where it is the heading, or isn’t known. */
  readonly school: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** The heading of a page, and the line above it. */
export interface Heading {
  /** What kind of document it is; null where the heading says so itself. */
  readonly kind: string | null;
  readonly heading: string;
}

/**
 * The head of a report: the school, the school year and the day that it is made for.
 * @param name what the report is called
 * @param own its heading, where that is not the school's name
 */
export function reportHead(workspace: Workspace, on: IsoDate, name: string, own: Heading | null = null): ReportHead {
  const school = seen(workspace.settings)?.school.name ?? '';
  return {
    title: [name, school].filter((part) => part !== '').join(': '),
    foot: [school, name].filter((part) => part !== ''),
    programme: workspace.programme.file.title,
    ...(own ?? (school === '' ? { kind: null, heading: name } : { kind: name, heading: school })),
    school: own === null || school === '' ? null : school,
    facts: [
      { label: 'School year', value: yearOn(workspace, on).replace('-', '–') },
      { label: 'As on', value: inWords(on) },
    ],
  };
}
