import type { AuditFile, GridFile } from '../model/files.generated.ts';
import { type Known, seen } from '../model/known.ts';
import { at, type Place } from '../model/place.ts';
import { concerns, type Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carried } from '../workspace/carried.ts';
import { pathOf } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type RollUp, rollUp } from './rollup.ts';

/** One cell of the summary grid (step 3): what the school judged and what its audit suggests. */
export interface CellFacts {
  readonly element: string;
  readonly strand: string;
  readonly rating: string | null;
  readonly because: string | null;
  /** The roll-up of the strand's judgements in the element's audit; null while one of them is missing. */
  readonly suggested: string | null;
  /** Both are known and are not the same. */
  readonly differs: boolean;
  readonly place: Place;
}

export interface GridFacts {
  readonly year: SchoolYear;
  /** Every element and strand, in the programme's order. */
  readonly cells: readonly CellFacts[];
  readonly strands: readonly (RollUp & { readonly strand: string })[];
  readonly elements: readonly (RollUp & { readonly element: string })[];
  readonly overall: RollUp;
}

/** The judgement of a statement for a strand: the strand's own, or the one for all; null where there is none. */
export function judgementOf(audit: AuditFile | null, statement: string, strand: string): string | null {
  const judgement = own(audit?.judgements, statement);
  return own(judgement?.strands, strand) ?? judgement?.rating ?? null;
}

/** What an element's audit suggests for a strand: the roll-up of the judgements on the statements that concern it. */
export function suggestion(
  programme: Programme,
  audit: Known<AuditFile> | undefined,
  element: string,
  strand: string,
): RollUp {
  const statements =
    programme.elements.get(element)?.statements.filter((statement) => concerns(statement, strand)) ?? [];
  const file = audit?.state === 'known' ? audit.value : null;
  return rollUp(
    statements.map(({ id }) => judgementOf(file, id, strand)),
    programme,
  );
}

/** The rating and reason of a cell, whether in the short or the long form. */
export function cellOf(
  grid: GridFile | null,
  element: string,
  strand: string,
): { readonly rating: string | null; readonly because: string | null } {
  const cell = own(own(grid?.cells, element), strand);
  if (cell === undefined) return { rating: null, because: null };
  return typeof cell === 'string'
    ? { rating: cell, because: null }
    : { rating: cell.rating, because: cell.because ?? null };
}

const known = new WeakMap<Workspace, Map<SchoolYear, GridFacts>>();

/** The summary grid of a year with its roll-ups by strand, by element and over all. Many ask for it, so it is kept. */
export function gridFacts(workspace: Workspace, year: SchoolYear): GridFacts {
  const years = known.get(workspace) ?? new Map<SchoolYear, GridFacts>();
  const facts = years.get(year) ?? factsOf(workspace, year);
  known.set(workspace, years.set(year, facts));
  return facts;
}

function factsOf(workspace: Workspace, year: SchoolYear): GridFacts {
  const { programme } = workspace;
  const grid = seen(carried(workspace).grids.get(year));
  const audits = carried(workspace).audits.get(year);
  const strands = [...programme.strands.keys()];
  const elements = [...programme.elements.keys()];
  const cells = elements.flatMap((element) =>
    strands.map((strand): CellFacts => {
      const { rating, because } = cellOf(grid, element, strand);
      const suggested = suggestion(programme, audits?.get(element), element, strand).rating;
      return {
        element,
        strand,
        rating,
        because,
        suggested,
        differs: rating !== null && suggested !== null && rating !== suggested,
        place: at(workspace.grids.get(year)?.file ?? pathOf.grid(year), 'cells', element, strand),
      };
    }),
  );
  const of = (keep: (cell: CellFacts) => boolean): RollUp =>
    rollUp(
      cells.filter(keep).map(({ rating }) => rating),
      programme,
    );
  return {
    year,
    cells,
    strands: strands.map((strand) => ({
      strand,
      ...of((cell) => cell.strand === strand),
    })),
    elements: elements.map((element) => ({
      element,
      ...of((cell) => cell.element === element),
    })),
    overall: of(() => true),
  };
}

/** A map's own value: a key such as `constructor` in a stranger's file finds nothing else. */
function own<T>(map: { readonly [key: string]: T } | undefined, key: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
