import type { IsoDate } from '../model/calendar.ts';
import type { ActionFile, SummaryFile, Visit } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import { type SchoolYear, schoolYearOf } from '../model/school-year.ts';
import { carried } from './carried.ts';
import { pathOf } from './layout.ts';
import type { Workspace } from './workspace.ts';

/**
 * The school year whose audit and grid count on a day: that of the day itself, or the latest before it that has any.
 */
export function yearOn(workspace: Workspace, on: IsoDate): SchoolYear {
  const now = schoolYearOf(on, workspace.programme.file.schoolYear.starts);
  const begun = [...workspace.audits.keys(), ...workspace.grids.keys()].filter((year) => year <= now).sort();
  return begun.at(-1) ?? now;
}

/** The latest Accreditation Summary of a strand up to the school year of a day. */
export function summaryOn(
  workspace: Workspace,
  strand: string,
  on: IsoDate,
): { readonly year: SchoolYear; readonly summary: Known<SummaryFile> } {
  const now = schoolYearOf(on, workspace.programme.file.schoolYear.starts);
  const { summaries } = carried(workspace);
  const years = [...summaries.keys()].filter((year) => year <= now && summaries.get(year)?.has(strand));
  const year = years.sort().at(-1) ?? yearOn(workspace, on);
  return {
    year,
    summary: summaries.get(year)?.get(strand) ?? { state: 'absent', file: pathOf.summary(year, strand) },
  };
}

/** An action with its id and file. */
export interface NamedAction {
  readonly id: string;
  readonly file: string;
  readonly action: ActionFile;
}

/** The actions that concern a strand, by id, and the files of actions that can't be read. */
export function actionsFor(
  workspace: Workspace,
  strand: string,
): { readonly actions: readonly NamedAction[]; readonly unreadable: readonly string[] } {
  const actions: NamedAction[] = [];
  const unreadable: string[] = [];
  for (const [id, known] of workspace.actions) {
    if (known.state === 'unreadable') unreadable.push(known.file);
    else if (known.state === 'known' && known.value.strands.includes(strand))
      actions.push({ id, file: known.file, action: known.value });
  }
  return { actions, unreadable };
}

/** Whether work on an action is still to come or going on. */
export function isOpen(action: ActionFile): boolean {
  return action.status === 'planned' || action.status === 'in-progress';
}

/** What the Equality team decided of a strand up to a day, oldest first; `index` is the visit's in awards.yaml. */
export function decisionsOn(workspace: Workspace, strand: string, on: IsoDate): readonly Decision[] {
  const visits = seen(carried(workspace).awards)?.visits ?? [];
  return visits
    .map((visit, index): Decision | null => {
      const decision = Object.hasOwn(visit.decisions ?? {}, strand) ? visit.decisions?.[strand] : undefined;
      // An advisory visit decides nothing, whatever its entry says.
      const counts = visit.kind === 'accreditation' && visit.date <= on;
      if (decision === undefined || !counts) return null;
      const because = Object.hasOwn(visit.because ?? {}, strand) ? (visit.because?.[strand] ?? null) : null;
      return { date: visit.date, decision, because, index };
    })
    .filter((decision) => decision !== null)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index));
}

export interface Decision {
  readonly date: IsoDate;
  readonly decision: NonNullable<Visit['decisions']>[string];
  /** Why, in the team’s words; null where awards.yaml does not say. */
  readonly because: string | null;
  readonly index: number;
}
