import { gridFacts } from '../../../facts/grid.ts';
import type { Programme } from '../../../model/programme.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { cut } from '../../../model/width.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { POLICY_WORDS } from '../../grid.ts';
import { type CellShown, NOTHING, ratingCell, rollUpCell, type SpreadShown, spreadOf, UNTOLD } from './rating.ts';
import { unreadAt } from './unreadable.ts';

/** The strands across a table. */
export interface Columns {
  readonly strands: readonly string[];
  /** Whether there are so many that their titles stand upright. */
  readonly isCrowded: boolean;
}

/** The summary grid with its roll-ups at the edges. */
export interface HeatMap extends Columns {
  readonly year: string;
  readonly caption: string;
  readonly rows: readonly { readonly title: string; readonly cells: readonly CellShown[]; readonly roll: CellShown }[];
  readonly rolls: readonly CellShown[];
  readonly overall: CellShown;
  readonly spread: SpreadShown;
  /** Which signs there are besides ratings. */
  readonly hasNothing: boolean;
  readonly hasUntold: boolean;
  readonly hasProvisional: boolean;
  readonly differ: number;
}

/** From so many strands on, their titles stand upright: lying, their words would be broken. */
const MANY = 7;
/** In a table’s head a longer title only stands in the way; the badges below have it whole. */
const LONGEST = 80;

/** A year’s summary grid. */
export function heatMap(workspace: Workspace, year: SchoolYear): HeatMap {
  const { programme } = workspace;
  const facts = gridFacts(workspace, year);
  const isTold = isGridTold(workspace, year);
  const strands = [...programme.strands.values()];
  const cellOf = (element: string, strand: string): CellShown => {
    const cell = facts.cells.find((each) => each.element === element && each.strand === strand);
    const suggested = cell?.differs ? (cell.suggested ?? undefined) : undefined;
    return ratingCell(programme, cell?.rating ?? null, isTold, suggested);
  };
  const rows = facts.elements.map(({ element, ...roll }) => ({
    title: programme.elements.get(element)?.title ?? element,
    cells: strands.map(({ id }) => cellOf(element, id)),
    roll: rollUpCell(programme, roll, isTold),
  }));
  const rolls = facts.strands.map((roll) => rollUpCell(programme, roll, isTold));
  const overall = rollUpCell(programme, facts.overall, isTold);
  const shown = [...rows.flatMap(({ cells, roll }) => [...cells, roll]), ...rolls, overall];
  return {
    year: yearShown(year),
    caption: `The summary grid of ${yearShown(year)}. “All” rolls up its row or column: ${POLICY_WORDS[programme.file.rollUp]}.`,
    ...columnsOf(programme),
    rows,
    rolls,
    overall,
    spread: spreadOf(programme, facts.overall),
    hasNothing: shown.some(({ sign }) => sign === NOTHING),
    hasUntold: shown.some(({ sign }) => sign === UNTOLD),
    hasProvisional: shown.some(({ provisional }) => provisional),
    differ: facts.cells.filter(({ differs }) => differs).length,
  };
}

/** The strands of a programme as the heads of columns. */
export function columnsOf({ strands }: Programme): Columns {
  return { strands: [...strands.values()].map(({ title }) => cut(title, LONGEST)), isCrowded: strands.size >= MANY };
}

/** Whether what a year’s grid says can be told. */
export function isGridTold(workspace: Workspace, year: SchoolYear): boolean {
  return (
    workspace.grids.get(year)?.state !== 'unreadable' && unreadAt(workspace, 'grid').every((file) => file !== 'grid')
  );
}

/** A school year as print has it: `2026–27`. */
export function yearShown(year: SchoolYear): string {
  return year.replace('-', '–');
}
