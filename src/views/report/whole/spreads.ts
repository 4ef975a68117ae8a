import { gridFacts } from '../../../facts/grid.ts';
import type { RollUp } from '../../../facts/rollup.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { isGridTold } from './heat-map.ts';
import { type CellShown, missingWord, rollUpCell, type SpreadShown, spreadOf } from './rating.ts';

/** A roll-up and the ratings behind it. */
export interface RolledShown {
  readonly title: string;
  readonly roll: CellShown;
  readonly spread: SpreadShown;
}

/** The spread behind every roll-up of a grid. */
export interface SpreadsShown {
  readonly strands: readonly RolledShown[];
  readonly elements: readonly RolledShown[];
  readonly overall: RolledShown;
  /** What a part of the spread without a rating is. */
  readonly missingWord: string;
}

/** The spread behind every roll-up of a year’s grid. */
export function spreadsShown(workspace: Workspace, year: SchoolYear): SpreadsShown {
  const { programme } = workspace;
  const { strands, elements, overall } = gridFacts(workspace, year);
  const isTold = isGridTold(workspace, year);
  const rolled = (title: string, roll: RollUp): RolledShown => ({
    title,
    roll: rollUpCell(programme, roll, isTold),
    spread: spreadOf(programme, roll),
  });
  return {
    strands: strands.map(({ strand, ...roll }) => rolled(programme.strands.get(strand)?.title ?? strand, roll)),
    elements: elements.map(({ element, ...roll }) => rolled(programme.elements.get(element)?.title ?? element, roll)),
    overall: rolled('All cells', overall),
    missingWord: missingWord(isTold),
  };
}
