import type { AuditFile } from '../../model/files.generated.ts';
import { type Known, seen } from '../../model/known.ts';
import { concerns, ratingShown } from '../../model/programme.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Table } from '../../model/sheet.ts';
import type { Workspace } from '../workspace.ts';
import { FIELDS, type SheetKind } from './fields.ts';
import { joined } from './list.ts';
import { elementOf, ratingOf, shownAs, strandOf } from './words.ts';

/** What is written of a year's audit, of its grid, or of the plan. */
export interface Exported {
  readonly table: Table;
  /** What the files hold of things that the programme does not have, which has no place in the table. */
  readonly leftOut: readonly string[];
}

/** The cells of a row by the keys of their columns; one that is left out is empty. */
type Cells = { readonly [key: string]: string | undefined };

/** An audit, grid or plan as a table that reads back unchanged. What is not yet filled in has its row too: it is a form. */
export function exported(workspace: Workspace, kind: SheetKind, year: SchoolYear): Exported {
  const { rows, leftOut } = { audit: auditRows, grid: gridRows, plan: planRows }[kind](workspace, year);
  const fields = FIELDS[kind];
  const table = {
    name: kind === 'plan' ? 'Plan' : `${kind === 'audit' ? 'Audit' : 'Grid'} ${year}`,
    columns: fields.map(({ header, width }) => ({ header, width })),
    rows: rows.map((row) => fields.map(({ key }) => row[key] ?? '')),
  };
  return { table, leftOut };
}

/** The files that the table is made from. */
export function exportedFrom(workspace: Workspace, kind: SheetKind, year: SchoolYear): readonly Known<unknown>[] {
  if (kind === 'plan') return [...workspace.actions.values()];
  if (kind === 'audit') return [...(workspace.audits.get(year)?.values() ?? [])];
  const grid = workspace.grids.get(year);
  return grid === undefined ? [] : [grid];
}

interface Made {
  readonly rows: readonly Cells[];
  readonly leftOut: readonly string[];
}

function auditRows(workspace: Workspace, year: SchoolYear): Made {
  const { programme } = workspace;
  const { element: title, strand, rating } = shown(workspace);
  const audits = workspace.audits.get(year) ?? new Map<string, Known<AuditFile>>();
  const leftOut = [...audits.keys()].filter((id) => !programme.elements.has(id)).map((id) => `the audit of ${id}`);
  const rows = [...programme.elements.values()].flatMap(({ id: element, statements }) => {
    const audit = seen(audits.get(element));
    const judgements = new Map(Object.entries(audit?.judgements ?? {}));
    leftOut.push(...[...judgements.keys()].filter((id) => !statements.some((each) => each.id === id)));
    const whole: Cells = {
      status: audit?.status,
      completed: audit?.completed,
      assessors: joined(audit?.assessors ?? []),
    };
    return statements.flatMap((statement, index): readonly Cells[] => {
      const { rating: all, strands = {}, because, evidence = [], dissent = [] } = judgements.get(statement.id) ?? {};
      const about: Cells = { element: title(element), statement: statement.text, id: statement.id };
      const differing = new Map(Object.entries(strands));
      const own = [...programme.strands.keys()].filter((each) => differing.has(each) && concerns(statement, each));
      leftOut.push(
        ...[...differing.keys()].filter((each) => !own.includes(each)).map((each) => `${statement.id} ${each}`),
      );
      return [
        { ...about, ...(index === 0 ? whole : {}), rating: rating(all), because, evidence: joined(evidence) },
        ...own.map((each) => ({ ...about, strand: strand(each), rating: rating(differing.get(each)) })),
        ...dissent.map(({ who, ...said }) => ({
          ...about,
          dissent: who,
          rating: rating(said.rating),
          because: said.because,
        })),
      ];
    });
  });
  return { rows, leftOut };
}

function gridRows(workspace: Workspace, year: SchoolYear): Made {
  const { programme, grids } = workspace;
  const { element: title, strand: name, rating } = shown(workspace);
  const grid = seen(grids.get(year));
  const cells = new Map(
    Object.entries(grid?.cells ?? {}).flatMap(([element, row]) =>
      Object.entries(row).map(
        ([strand, cell]) =>
          [`${element} ${strand}`, typeof cell === 'string' ? { rating: cell, because: undefined } : cell] as const,
      ),
    ),
  );
  const leftOut = new Set(cells.keys());
  const rows = [...programme.elements.keys()].flatMap((element) =>
    [...programme.strands.keys()].map((strand): Cells => {
      const cell = cells.get(`${element} ${strand}`);
      leftOut.delete(`${element} ${strand}`);
      return { element: title(element), strand: name(strand), rating: rating(cell?.rating), because: cell?.because };
    }),
  );
  const [first, ...others] = rows;
  return {
    rows: first === undefined ? [] : [{ ...first, completed: grid?.completed }, ...others],
    leftOut: [...leftOut],
  };
}

function planRows(workspace: Workspace): Made {
  const { element, strand } = shown(workspace);
  const rows = [...workspace.actions].flatMap(([id, known]): readonly Cells[] => {
    const action = seen(known);
    if (action === null) return [];
    // What the team recommended stands in awards.yaml, and a school's sheet has no column for it.
    const { strands, elements = [], evidence = [], recommendations: _recommended, ...texts } = action;
    return [
      {
        ...texts,
        strands: joined(strands.map(strand)),
        elements: joined(elements.map(element)),
        evidence: joined(evidence),
        id,
      },
    ];
  });
  return { rows, leftOut: [] };
}

/** How ids are shown: by the titles that lead back to them. */
function shown({ programme }: Workspace): {
  readonly element: (id: string) => string;
  readonly strand: (id: string) => string;
  readonly rating: (id: string | undefined) => string | undefined;
} {
  const shownRating = (id: string): string =>
    shownAs(id, ratingShown(programme, id)?.title, (text) => ratingOf(programme, text));
  return {
    element: (id) => shownAs(id, programme.elements.get(id)?.title, (text) => elementOf(programme, text)),
    strand: (id) => shownAs(id, programme.strands.get(id)?.title, (text) => strandOf(programme, text)),
    rating: (id) => (id === undefined ? undefined : shownRating(id)),
  };
}
