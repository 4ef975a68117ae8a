import { openElements } from '../../../facts/audit-open.ts';
import { gridFacts } from '../../../facts/grid.ts';
import { count } from '../../../facts/requirements/requirement.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import { type Known, seen } from '../../../model/known.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { pathOf } from '../../../workspace/layout.ts';
import { actionsFor, summaryOn } from '../../../workspace/select.ts';
import type { Workspace } from '../../../workspace/workspace.ts';

/** A document to have at hand, and how it stands. */
export interface DocumentShown {
  readonly what: string;
  readonly state: string;
  readonly where: string;
}

/** The documents of a strand. @param items how many evidence items its pages name */
export function documentsShown(
  workspace: Workspace,
  strand: string,
  year: SchoolYear,
  items: number,
  on: IsoDate,
): readonly DocumentShown[] {
  const { grids, referenceGroup, programme } = workspace;
  const { summary, year: summaryYear } = summaryOn(workspace, strand, on);
  const grid = grids.get(year) ?? { state: 'absent', file: pathOf.grid(year) };
  const { actions, unreadable } = actionsFor(workspace, strand);
  const audits = [...(workspace.audits.get(year)?.values() ?? [])];
  const elements = programme.elements.size;
  const open = openElements(workspace, year).length;
  const [plan] = unreadable;
  return [
    {
      what: `Accreditation Summary of ${shown(summaryYear)}`,
      state: stated(summary, ({ status, signed = [] }) =>
        [status === 'final' ? 'Final' : 'Draft', count(signed.length, 'signature')].join(', '),
      ),
      where: summary.file,
    },
    {
      what: `Audit of ${shown(year)}`,
      state:
        untold(audits.find(({ state }) => state === 'unreadable')) ??
        `${elements - open} of ${elements} elements complete`,
      where: `audit/${year}`,
    },
    {
      what: `Summary grid of ${shown(year)}`,
      state: stated(grid, ({ completed }) => {
        const missing = gridFacts(workspace, year).strands.find((each) => each.strand === strand)?.counts.missing ?? 0;
        if (missing > 0) return `${count(missing, 'element')} not rated yet`;
        return completed === undefined ? 'Not agreed yet' : `Agreed on ${inWords(completed)}`;
      }),
      where: grid.file,
    },
    {
      what: 'Action plan',
      state: plan === undefined ? count(actions.length, 'action') : `${plan} can’t be read`,
      where: 'plan',
    },
    {
      what: 'Reference group',
      state: stated(referenceGroup, ({ members, meetings = [] }) =>
        [count(members.length, 'member'), count(meetings.length, 'meeting')].join(', '),
      ),
      where: referenceGroup.file,
    },
    { what: 'Evidence', state: items === 0 ? 'None named' : items === 1 ? 'E1' : `E1 to E${items}`, where: 'evidence' },
  ];
}

function stated<T>(known: Known<T>, state: (value: T) => string): string {
  const value = seen(known);
  return untold(known) ?? (value === null ? 'There is none yet' : state(value));
}

function untold(known: Known<unknown> | undefined): string | null {
  return known?.state === 'unreadable' ? `${known.file} can’t be read` : null;
}

function shown(year: SchoolYear): string {
  return year.replace('-', '–');
}
