import type { Plain } from '../../model/edit.ts';
import type { DissentingJudgement } from '../../model/files.generated.ts';
import { concerns, type Programme } from '../../model/programme.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { pathOf } from '../layout.ts';
import type { Workspace } from '../workspace.ts';
import { type Gathering, gathering, type Reading } from './gather.ts';
import type { Layout } from './layout.ts';
import { parted } from './list.ts';
import { type Cell, type Row, rowsOf } from './rows.ts';
import { statementOf } from './statement.ts';
import { AUDIT_STATUS, dateIn, idsIn, ratingIn, statusIn } from './values.ts';
import { elementOf, evidenceOf, evidenceWords, isAll, type Lexicon, strandOf } from './words.ts';

/** What a row can say of its statement, and of its element; its other cells say which they are. */
const OF_STATEMENT = ['rating', 'because', 'evidence'];
const OF_ELEMENT = ['status', 'completed', 'assessors'];

/** What a row is about, which may stand in a row above it: forms join such cells. */
interface About {
  readonly element?: string | undefined;
  readonly statement?: string;
  /** It can't be told, and that has been said. */
  readonly isUnknown?: true;
}

/** A dissenting judgement as a row gives it, perhaps in part. */
interface Dissent {
  readonly who: Cell;
  readonly rating: Cell | undefined;
  readonly because: Cell | undefined;
}

/**
 * Reads an audit: a row for a statement, one for each strand that differs from it, and one for each who dissents. The
 * name of an element may also stand alone in a row above its statements.
 */
export function readAudit(workspace: Workspace, layout: Layout, year: SchoolYear): Reading {
  const { rows, faults } = rowsOf(layout);
  const gathered = gathering(workspace, faults);
  const homes = new Map(
    [...workspace.programme.elements.values()].flatMap(({ id, statements }) =>
      statements.map((statement) => [statement.id, id] as const),
    ),
  );
  const fileOf = (element: string): string =>
    workspace.audits.get(year)?.get(element)?.file ?? pathOf.audit(year, element);
  const items = evidenceWords(workspace);
  const dissents = new Map<string, Dissent[]>();
  // A workbook may have a sheet for each element, under its name.
  const own = elementOf(workspace.programme, layout.sheet.name ?? '');
  let about: About = 'id' in own ? { element: own.id } : {};
  for (const row of rows) {
    about = aboutOf(workspace, homes, row, about, gathered);
    const { element, statement, isUnknown } = about;
    if (isUnknown) continue;
    if (element !== undefined) elementSays(fileOf(element), row, gathered);
    if (!says(row, OF_STATEMENT)) continue;
    if (element === undefined || statement === undefined) gathered.fault(whole(row), 'This row names no statement.');
    else if (row.cells.dissent === undefined)
      statementSays(workspace.programme, items, fileOf(element), statement, row, gathered);
    else {
      const { dissent: who, rating, because } = row.cells;
      dissents.set(statement, [...(dissents.get(statement) ?? []), { who, rating, because }]);
    }
  }
  for (const [statement, said] of dissents)
    dissentersSay(workspace, fileOf(homes.get(statement) ?? ''), statement, said, gathered);
  return gathered.reading();
}

function aboutOf(
  { programme }: Workspace,
  homes: ReadonlyMap<string, string>,
  row: Row,
  above: About,
  gathered: Gathering,
): About {
  const { cells, alone } = row;
  const heading = alone === null ? null : elementOf(programme, alone.text);
  if (heading !== null && 'id' in heading) return { element: heading.id };
  const unknown = (cell: Cell | undefined, message: string): About => {
    if (!says(row, [...OF_STATEMENT, ...OF_ELEMENT])) return {};
    gathered.fault(cell ?? whole(row), message);
    return { isUnknown: true };
  };
  const named = cells.element === undefined ? null : elementOf(programme, cells.element.text);
  const given = cells.statement ?? cells.id;
  if (given === undefined) {
    if (named === null) return above;
    if ('wrong' in named) return unknown(cells.element, named.wrong);
    return named.id === above.element ? above : { element: named.id };
  }
  const element = named === null ? above.element : 'id' in named ? named.id : undefined;
  const found = statementOf(programme, { id: cells.id?.text, text: cells.statement?.text, element });
  if ('id' in found) return { element: homes.get(found.id), statement: found.id };
  return named !== null && 'wrong' in named ? unknown(cells.element, named.wrong) : unknown(given, found.wrong);
}

function elementSays(file: string, { cells }: Row, gathered: Gathering): void {
  const { status, completed, assessors } = cells;
  const set = (key: string, value: Plain | null, cell: Cell): void => {
    if (value !== null) gathered.set(file, [key], value, cell);
  };
  if (status !== undefined) set('status', statusIn(AUDIT_STATUS, gathered, status), status);
  if (completed !== undefined) set('completed', dateIn(gathered, completed), completed);
  if (assessors !== undefined) set('assessors', parted(assessors.text), assessors);
}

function statementSays(
  programme: Programme,
  items: Lexicon,
  file: string,
  statement: string,
  { cells }: Row,
  gathered: Gathering,
): void {
  const { strand, rating, because, evidence } = cells;
  const path = ['judgements', statement];
  if (strand !== undefined && !isAll(strand.text)) {
    const found = strandOf(programme, strand.text);
    const limits = programme.statements.get(statement);
    if ('wrong' in found) gathered.fault(strand, found.wrong);
    else if (limits !== undefined && !concerns(limits, found.id))
      gathered.fault(strand, `${statement} is not for ${programme.strands.get(found.id)?.title}: leave this out.`);
    else if (rating !== undefined) {
      const to = [...path, 'strands', found.id];
      const value = ratingIn(programme, gathered, rating, gathered.now(file, ...to));
      if (value !== null) gathered.set(file, to, value, rating);
    }
    for (const cell of [because, evidence])
      if (cell !== undefined)
        gathered.fault(cell, 'A strand has a rating only. Put this into the statement’s row without a strand.');
    return;
  }
  if (rating !== undefined) {
    const value = ratingIn(programme, gathered, rating, gathered.now(file, ...path, 'rating'));
    if (value !== null) gathered.set(file, [...path, 'rating'], value, rating);
  }
  if (because !== undefined) gathered.set(file, [...path, 'because'], because.text, because);
  if (evidence !== undefined) {
    const already = (gathered.now(file, ...path, 'evidence') ?? []) as readonly string[];
    const ids = idsIn(gathered, evidence, (text) => evidenceOf(items, text, already));
    if (ids !== null) gathered.set(file, [...path, 'evidence'], ids, evidence);
  }
}

/** Puts dissenting judgements beside those that are there: each takes the place of one by the same person or role. */
function dissentersSay(
  { programme }: Workspace,
  file: string,
  statement: string,
  said: readonly Dissent[],
  gathered: Gathering,
): void {
  const path = ['judgements', statement, 'dissent'];
  const list = [...((gathered.now(file, ...path) ?? []) as readonly DissentingJudgement[])];
  const taken = new Set<number>();
  for (const { who, rating, because } of said) {
    const at = list.findIndex((each, index) => each.who === who.text && !taken.has(index));
    const before = at === -1 ? undefined : list[at];
    const value = rating === undefined ? before?.rating : ratingIn(programme, gathered, rating, before?.rating);
    if (value === undefined) gathered.fault(who, 'A dissenting judgement needs a rating.');
    if (value === undefined || value === null) continue;
    const after = {
      ...before,
      who: who.text,
      rating: value,
      ...(because === undefined ? {} : { because: because.text }),
    };
    taken.add(at === -1 ? list.push(after) - 1 : at);
    if (at !== -1) list[at] = after;
  }
  const [first] = said;
  if (first !== undefined && list.length > 0) gathered.set(file, path, list as unknown as Plain, first.who);
}

function says({ cells }: Row, keys: readonly string[]): boolean {
  return keys.some((key) => cells[key] !== undefined);
}

function whole({ row }: Row): { readonly row: number; readonly column: null } {
  return { row, column: null };
}
