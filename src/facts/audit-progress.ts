import type { AuditFile, Element, Judgement, Statement, Strand } from '../model/files.generated.ts';
import { concerns, isRating, type Programme } from '../model/programme.ts';
import { type AuditOf, auditOf, canTell, type SoundAuditYear } from './audit-years.ts';
import { judgementOf } from './grid.ts';
import { filled } from './requirements/requirement.ts';
import { rollUp } from './rollup.ts';

/** A statement with its judgement of one year. */
export interface StatementProgress {
  readonly statement: Statement;
  readonly judgement: Judgement | null;
  /** The strands it concerns, each with its rating; null where it is not judged yet, or by a word the scale lacks. */
  readonly ratings: readonly { readonly strand: Strand; readonly rating: string | null }[];
  /** It is judged not applicable, and does not say why. */
  readonly lacksReason: boolean;
}

/** How far the audit of an element has come (step 2). */
export interface ElementProgress {
  readonly element: Element;
  readonly file: string;
  readonly state: AuditOf['state'];
  readonly status: AuditFile['status'] | null;
  readonly completed: string | null;
  readonly assessors: readonly string[];
  readonly statements: readonly StatementProgress[];
  /** How many statements are judged for every strand they concern; null where that can't be told. */
  readonly judged: number | null;
  /** How often each rating was given, once for each statement and strand it concerns, and as `missing` how often none. */
  readonly counts: { readonly [word: string]: number } | null;
}

/** What one person shares in: a name or a role, as first written. */
export interface PersonProgress {
  readonly who: string;
  readonly elements: readonly ElementProgress[];
}

/** Every element of a year's audit, in the order of the programme it was made against. */
export function auditProgress(year: SoundAuditYear): readonly ElementProgress[] {
  const { programme } = year;
  return [...programme.elements.values()].map((element): ElementProgress => {
    const audit = auditOf(year, element.id);
    const { file, state, value } = audit;
    const statements = element.statements.map((statement) => statementProgress(programme, value, statement));
    const ratings = statements.flatMap((each) => each.ratings.map(({ rating }) => rating));
    return {
      element,
      file,
      state,
      status: value?.status ?? null,
      completed: value?.completed ?? null,
      assessors: value?.assessors ?? [],
      statements,
      judged: canTell(audit) ? statements.filter(isJudged).length : null,
      counts: canTell(audit) ? rollUp(ratings, programme).counts : null,
    };
  });
}

/** Who shares in which elements, in the order in which they are first named. Capitals and spaces make no other person. */
export function peopleIn(elements: readonly ElementProgress[]): readonly PersonProgress[] {
  const people = new Map<string, { readonly who: string; readonly elements: ElementProgress[] }>();
  for (const element of elements) {
    for (const who of element.assessors) {
      const key = who.toLowerCase().replaceAll(/\s+/g, ' ').trim();
      const person = people.get(key) ?? { who, elements: [] };
      if (!person.elements.includes(element)) person.elements.push(element);
      people.set(key, person);
    }
  }
  return [...people.values()];
}

/** Whether a statement has a rating for every strand it concerns. */
export function isJudged({ ratings }: StatementProgress): boolean {
  return ratings.every(({ rating }) => rating !== null);
}

/** What keeps an audit from being complete: statements that are not judged, and such as need a reason. */
export function openIn({ statements }: ElementProgress): readonly StatementProgress[] {
  return statements.filter((each) => !isJudged(each) || each.lacksReason);
}

function statementProgress(programme: Programme, audit: AuditFile | null, statement: Statement): StatementProgress {
  const judgement = audit?.judgements?.[statement.id] ?? null;
  const ratings = [...programme.strands.values()]
    .filter(({ id }) => concerns(statement, id))
    .map((strand) => {
      const word = judgementOf(audit, statement.id, strand.id);
      return { strand, rating: word !== null && isRating(programme, word) ? word : null };
    });
  const isNone = ratings.some(({ rating }) => rating === programme.file.notApplicable.id);
  return { statement, judgement, ratings, lacksReason: isNone && !filled(judgement?.because) };
}
