import { gridFacts } from '../../../facts/grid.ts';
import { standingOn } from '../../../facts/history.ts';
import type { RollUp } from '../../../facts/rollup.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import { type SchoolYear, schoolYearOf } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { gridYears } from '../../summary/grid.ts';
import { isGridTold, yearShown } from '../whole/heat-map.ts';
import { type CellShown, rollUpCell, type SpreadShown, spreadOf } from '../whole/rating.ts';

/** Where the school stands: its roll-ups by strand and by element, then and now. */
export interface StandingShown {
  readonly year: string;
  readonly before: string | null;
  /** Why nothing can be said, or null. */
  readonly untold: string | null;
  readonly strands: readonly StandingRow[];
  readonly elements: readonly StandingRow[];
  readonly overall: SpreadShown;
  /** How many statements of the audit are judged, in words; null where it can’t be told. */
  readonly audit: string | null;
}

export interface StandingRow {
  readonly title: string;
  /** Null where there is no earlier grid, or one that can’t be read. */
  readonly before: CellShown | null;
  readonly now: CellShown;
  readonly spread: SpreadShown;
}

/** The grids that a report on a day goes by: the latest up to then, and the one before it where it can be read. */
export function publicYears(
  workspace: Workspace,
  on: IsoDate,
): { readonly now: SchoolYear; readonly before: SchoolYear | null } {
  const { now, before } = gridYears(workspace, schoolYearOf(on, workspace.programme.file.schoolYear.starts));
  return { now, before: before !== null && isGridTold(workspace, before) ? before : null };
}

/** The roll-ups of the latest grid up to a day, beside those of the one before it. */
export function standingShown(workspace: Workspace, on: IsoDate): StandingShown {
  const { programme } = workspace;
  const { now, before } = publicYears(workspace, on);
  const [current, earlier] = [gridFacts(workspace, now), before === null ? null : gridFacts(workspace, before)];
  const row = (title: string, roll: RollUp, was: RollUp | undefined): StandingRow => ({
    title,
    before: was === undefined ? null : rollUpCell(programme, was, true),
    now: rollUpCell(programme, roll, true),
    spread: spreadOf(programme, roll),
  });
  const { audit } = standingOn(workspace, on);
  return {
    year: yearShown(now),
    before: before === null ? null : yearShown(before),
    untold: isGridTold(workspace, now)
      ? null
      : `The grid of ${yearShown(now)} can’t be read, so nothing is said here of where we stand.`,
    strands: current.strands.map(({ strand, ...roll }, index) =>
      row(programme.strands.get(strand)?.title ?? strand, roll, earlier?.strands[index]),
    ),
    elements: current.elements.map(({ element, ...roll }, index) =>
      row(programme.elements.get(element)?.title ?? element, roll, earlier?.elements[index]),
    ),
    overall: spreadOf(programme, current.overall),
    audit: audit === null ? null : `${audit.judged} of ${audit.statements}`,
  };
}
