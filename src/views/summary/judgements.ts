import { judgementOf } from '../../facts/grid.ts';
import { seen } from '../../model/known.ts';
import { concerns } from '../../model/programme.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { carried } from '../../workspace/carried.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { gridYears, type RatingShown, ratingOf } from './grid.ts';

/** An element's statements, each as the audit judged it for the strand: what the element's rating in the grid rests on. */
export interface ElementJudged {
  readonly element: string;
  readonly statements: readonly StatementJudged[];
}

export interface StatementJudged {
  /** The programme's own words. */
  readonly text: string;
  readonly before: RatingShown | null;
  readonly now: RatingShown | null;
  /** The school's reason for the judgement of this year; null where it gave none. */
  readonly because: string | null;
}

/**
 * Every statement that concerns a strand, as it was judged in the years of the two grids that the summary shows; none
 * where neither year has an audit.
 */
export function judgementsShown(workspace: Workspace, strand: string, year: SchoolYear): readonly ElementJudged[] {
  const { programme } = workspace;
  const { now, before } = gridYears(workspace, year);
  const auditsOf = (of: SchoolYear | null) => (of === null ? undefined : carried(workspace).audits.get(of));
  const [audits, earlier] = [auditsOf(now), auditsOf(before)];
  if (!audits?.size && !earlier?.size) return [];
  return [...programme.elements.values()].map(({ id: element, title, statements }) => {
    const [present, past] = [seen(audits?.get(element)), seen(earlier?.get(element))];
    return {
      element: title,
      statements: statements
        .filter((statement) => concerns(statement, strand))
        .map(({ id, text }) => ({
          text,
          before: ratingOf(programme, judgementOf(past, id, strand)),
          now: ratingOf(programme, judgementOf(present, id, strand)),
          because: becauseOf(present?.judgements, id),
        })),
    };
  });
}

/** A statement's own entry: a key such as `constructor` finds nothing else. */
function becauseOf(
  judgements: { readonly [statement: string]: { readonly because?: string } } | undefined,
  id: string,
): string | null {
  const because = judgements !== undefined && Object.hasOwn(judgements, id) ? judgements[id]?.because : undefined;
  return because === undefined || because.trim() === '' ? null : because;
}
