import type { AuditFile, Element, Statement, Strand } from '../model/files.generated.ts';
import { concerns, isRating, type Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { type AuditRemark, auditRemarks } from './audit-remarks.ts';
import { auditOf, canTell, type SoundAuditYear } from './audit-years.ts';
import { judgementOf } from './grid.ts';
import { filled } from './requirements/requirement.ts';
import { type RollUp, rollUp } from './rollup.ts';

/**
 * What became of a rating from one year to the next. up, down, same: on the scale, or still not applicable. new: there is
 * a rating where there was none, or where it did not apply. no-longer: it does not apply any more. not-yet: it is not
 * judged yet in the later year, which is never better and never worse. not-comparable: a file can't be told from.
 */
export const MOVES = ['up', 'down', 'same', 'new', 'no-longer', 'not-yet', 'not-comparable'] as const;
export type Move = (typeof MOVES)[number];

/** A roll-up in both years. */
export interface Moved {
  readonly before: RollUp;
  readonly after: RollUp;
  readonly move: Move;
}

/** What both years' audits say of a strand in an element. */
export interface MovedCell extends Moved {
  readonly element: Element;
  readonly strand: Strand;
}

/** A roll-up over cells, and how many of them moved how. */
export interface MovedCells extends Moved {
  readonly counts: { readonly [move in Move]: number };
}

/** A statement whose rating is another in the later year, with the strands for which it is. */
export interface MovedStatement {
  readonly element: Element;
  readonly statement: Statement;
  readonly strands: readonly MovedRating[];
  readonly because: { readonly before: string | null; readonly after: string | null };
}

export interface MovedRating {
  readonly strand: Strand;
  readonly before: string;
  readonly after: string;
  readonly move: Move;
}

/** Two years' audits side by side. */
export interface AuditComparison {
  readonly before: { readonly year: SchoolYear; readonly edition: string };
  readonly after: { readonly year: SchoolYear; readonly edition: string };
  /** Every element and strand for which both editions have a statement, in the later one's order. */
  readonly cells: readonly MovedCell[];
  readonly strands: readonly (MovedCells & { readonly strand: Strand })[];
  readonly elements: readonly (MovedCells & { readonly element: Element })[];
  readonly overall: MovedCells;
  readonly statements: readonly MovedStatement[];
  readonly remarks: readonly AuditRemark[];
}

/** Whether ratings of two editions can be held against each other: their scales are the same. */
export function isSameScale(a: Programme, b: Programme): boolean {
  const words = ({ ranks, file }: Programme): string => [...ranks.keys(), file.notApplicable.id].join(' ');
  return words(a) === words(b);
}

/**
 * Holds a year's audit against an earlier one's. Only what both editions have is compared, by its id, and rolled up by
 * the later edition's policy over the statements that both have; what is left out is told in remarks.
 * @param before the earlier year, whose edition has the same scale
 */
export function compareAudits(before: SoundAuditYear, after: SoundAuditYear): AuditComparison {
  const { programme } = after;
  const strands = [...programme.strands.values()].filter(({ id }) => before.programme.strands.has(id));
  const pairs = pairsOf(before, after);
  const cells = pairs.flatMap((pair) => strands.flatMap((strand) => cellsOf(pair, strand, programme)));
  const over = (keep: (cell: MovedCell) => boolean): MovedCells => rolledUp(cells.filter(keep), programme);
  return {
    before: { year: before.year, edition: before.edition },
    after: { year: after.year, edition: after.edition },
    cells,
    strands: strands.map((strand) => ({ strand, ...over((cell) => cell.strand.id === strand.id) })),
    elements: pairs.map(({ element }) => ({ element, ...over((cell) => cell.element.id === element.id) })),
    overall: over(() => true),
    statements: pairs.flatMap((pair) => movedStatements(pair, strands, programme)),
    remarks: auditRemarks(before, after),
  };
}

/** What became of a rating; null is not judged. */
export function moveOf(before: string | null, after: string | null, { ranks }: Programme): Move {
  if (after === null) return 'not-yet';
  if (before === after) return 'same';
  const from = before === null ? undefined : ranks.get(before);
  const to = ranks.get(after);
  if (to === undefined) return before === null ? 'new' : 'no-longer';
  if (from === undefined) return 'new';
  return from < to ? 'up' : 'down';
}

/** An element that both editions have, and what both years say of it. */
interface Pair {
  readonly element: Element;
  /** Those that both editions have, each with the earlier one's. */
  readonly statements: readonly { readonly statement: Statement; readonly earlier: Statement }[];
  readonly before: AuditFile | null;
  readonly after: AuditFile | null;
  readonly isComparable: boolean;
}

function pairsOf(before: SoundAuditYear, after: SoundAuditYear): readonly Pair[] {
  return [...after.programme.elements.values()].flatMap((element): readonly Pair[] => {
    const earlier = before.programme.elements.get(element.id);
    if (earlier === undefined) return [];
    const statements = element.statements.flatMap((statement) => {
      const same = earlier.statements.find(({ id }) => id === statement.id);
      return same === undefined ? [] : [{ statement, earlier: same }];
    });
    const [first, second] = [auditOf(before, element.id), auditOf(after, element.id)];
    const isComparable = canTell(first) && canTell(second);
    return [{ element, statements, before: first.value, after: second.value, isComparable }];
  });
}

/** The statements of a pair that concern a strand in both editions. */
function asked({ statements }: Pair, strand: Strand): readonly Statement[] {
  return statements
    .filter(({ statement, earlier }) => concerns(statement, strand.id) && concerns(earlier, strand.id))
    .map(({ statement }) => statement);
}

function cellsOf(pair: Pair, strand: Strand, programme: Programme): readonly MovedCell[] {
  const statements = asked(pair, strand);
  if (statements.length === 0) return [];
  const suggested = (audit: AuditFile | null): RollUp =>
    rollUp(
      statements.map(({ id }) => judgementOf(audit, id, strand.id)),
      programme,
    );
  const [before, after] = [suggested(pair.before), suggested(pair.after)];
  const move = pair.isComparable ? moveOf(before.rating, after.rating, programme) : 'not-comparable';
  return [{ element: pair.element, strand, before, after, move }];
}

function rolledUp(cells: readonly MovedCell[], programme: Programme): MovedCells {
  const over = (ratings: readonly (string | null)[]): RollUp => rollUp(ratings, programme);
  const before = over(cells.map((cell) => cell.before.rating));
  const after = over(cells.map((cell) => cell.after.rating));
  const counts = Object.fromEntries(
    MOVES.map((move) => [move, cells.filter((cell) => cell.move === move).length]),
  ) as MovedCells['counts'];
  const move = counts['not-comparable'] > 0 ? 'not-comparable' : moveOf(before.rating, after.rating, programme);
  return { before, after, move, counts };
}

function movedStatements(pair: Pair, strands: readonly Strand[], programme: Programme): readonly MovedStatement[] {
  return pair.statements.flatMap(({ statement }): readonly MovedStatement[] => {
    const moved = strands
      .filter((strand) => asked(pair, strand).includes(statement))
      .flatMap((strand): readonly MovedRating[] => {
        const before = judgementOf(pair.before, statement.id, strand.id);
        const after = judgementOf(pair.after, statement.id, strand.id);
        if (before === null || after === null || before === after) return [];
        if (!isRating(programme, before) || !isRating(programme, after)) return [];
        return [{ strand, before, after, move: moveOf(before, after, programme) }];
      });
    if (moved.length === 0) return [];
    const because = { before: reason(pair.before, statement), after: reason(pair.after, statement) };
    return [{ element: pair.element, statement, strands: moved, because }];
  });
}

function reason(audit: AuditFile | null, { id }: Statement): string | null {
  const because = audit?.judgements?.[id]?.because;
  return because !== undefined && filled(because) ? because : null;
}
