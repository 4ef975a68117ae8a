import type { Judgement } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carried } from '../workspace/carried.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cellOf } from './grid.ts';

/** What the latest year before one said of something. */
export interface Earlier<T> {
  readonly year: SchoolYear;
  readonly said: T;
}

/** The judgement of a statement in the latest earlier audit that has one. */
export function earlierJudgement(
  workspace: Workspace,
  element: string,
  statement: string,
  year: SchoolYear,
): Earlier<Judgement> | null {
  return latest(carried(workspace).audits, year, (elements) => {
    const judgement = seen(elements.get(element))?.judgements?.[statement];
    return judgement?.rating === undefined && judgement?.strands === undefined ? null : judgement;
  });
}

/** The rating of a cell in the latest earlier grid that has one. */
export function earlierCell(
  workspace: Workspace,
  element: string,
  strand: string,
  year: SchoolYear,
): Earlier<{ readonly rating: string; readonly because: string | null }> | null {
  return latest(carried(workspace).grids, year, (grid) => {
    const { rating, because } = cellOf(seen(grid), element, strand);
    return rating === null ? null : { rating, because };
  });
}

function latest<V, T>(
  years: ReadonlyMap<SchoolYear, V>,
  before: SchoolYear,
  said: (of: V) => T | null,
): Earlier<T> | null {
  for (const year of [...years.keys()]
    .filter((each) => each < before)
    .sort()
    .reverse()) {
    const found = said(years.get(year) as V);
    if (found !== null) return { year, said: found };
  }
  return null;
}
