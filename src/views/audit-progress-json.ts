import { type ElementProgress, peopleIn, type StatementProgress } from '../facts/audit-progress.ts';
import type { SoundAuditYear } from '../facts/audit-years.ts';
import { share } from './audit-progress.ts';

/** How far a year's audit has come as JSON: schemas/output/audit-show.json. */
export function progressJson(audit: SoundAuditYear, elements: readonly ElementProgress[]): unknown {
  return {
    format: 1,
    year: audit.year,
    programme: audit.edition,
    elements: elements.map((each) => ({
      element: each.element.id,
      file: each.file,
      state: each.state,
      status: each.status,
      completed: each.completed,
      assessors: each.assessors,
      judged: each.judged,
      statements: each.statements.length,
      counts: each.counts,
      judgements: each.statements.map(judgementJson),
    })),
    people: peopleIn(elements).map((person) => ({
      who: person.who,
      elements: person.elements.map(({ element }) => element.id),
      ...share(person),
    })),
  };
}

function judgementJson({ statement, judgement, ratings, lacksReason }: StatementProgress): unknown {
  return {
    statement: statement.id,
    ratings: Object.fromEntries(ratings.map(({ strand, rating }) => [strand.id, rating])),
    because: judgement?.because ?? null,
    lacksReason,
  };
}
