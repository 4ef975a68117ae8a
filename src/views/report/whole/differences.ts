import { gridFacts } from '../../../facts/grid.ts';
import { filled } from '../../../facts/requirements/requirement.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { type RatingShown, ratingOf } from '../../summary/grid.ts';
import { unreadAt } from './unreadable.ts';

/** Where the school’s judgement and its audit differ. */
export interface DifferencesShown {
  readonly rows: readonly DifferenceShown[];
  /** How many cells the audit suggests nothing for yet, of how many. */
  readonly open: number;
  readonly total: number;
  readonly unread: readonly string[];
}

export interface DifferenceShown {
  readonly element: string;
  readonly strand: string;
  readonly grid: RatingShown | null;
  readonly audit: RatingShown | null;
  /** The reason, in Markdown; null where the grid gives none. */
  readonly because: string | null;
}

/** The cells of a year’s grid that are other than what the audit suggests, each with its reason. */
export function differencesShown(workspace: Workspace, year: SchoolYear): DifferencesShown {
  const { programme } = workspace;
  const { cells } = gridFacts(workspace, year);
  return {
    rows: cells
      .filter(({ differs }) => differs)
      .map(({ element, strand, rating, suggested, because }) => ({
        element: programme.elements.get(element)?.title ?? element,
        strand: programme.strands.get(strand)?.title ?? strand,
        grid: ratingOf(programme, rating),
        audit: ratingOf(programme, suggested),
        because: filled(because ?? undefined) ? because : null,
      })),
    open: cells.filter(({ suggested }) => suggested === null).length,
    total: cells.length,
    unread: unreadAt(workspace, `audit/${year}`, 'audit', `grid/${year}.yaml`).filter(
      (file) => file === 'audit' || !file.startsWith('audit/') || file.startsWith(`audit/${year}/`),
    ),
  };
}
