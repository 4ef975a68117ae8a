import { gridFacts } from '../../../facts/grid.ts';
import { standingOn } from '../../../facts/history.ts';
import type { MarkFacts } from '../../../facts/mark.ts';
import { type Todo, todosOn } from '../../../facts/progress.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { markStanding, phrases } from '../../badge-standing.ts';
import type { Figure } from '../../summary.ts';
import type { BadgeShown } from './badges.ts';
import { isGridTold, yearShown } from './heat-map.ts';
import { type CellShown, missingWord, rollUpCell, type SpreadShown, spreadOf, UNTOLD } from './rating.ts';

/** What a head teacher asks first. */
export interface GlanceShown {
  readonly mark: { readonly title: string; readonly words: string; readonly details: readonly string[] };
  readonly year: string;
  readonly spread: SpreadShown;
  /** What a cell without a rating is, and what is said where there is none that has one. */
  readonly missingWord: string;
  readonly noRatings: string;
  readonly figures: readonly Figure[];
  readonly badges: readonly (Pick<BadgeShown, 'anchor' | 'strand' | 'state' | 'kind'> & { readonly roll: CellShown })[];
  readonly todos: readonly Todo[];
}

const MOST_TODOS = 3;

/** Where the Mark and the badges stand, and the next things to do. */
export function glanceShown(
  workspace: Workspace,
  year: SchoolYear,
  mark: MarkFacts,
  badges: readonly BadgeShown[],
  on: IsoDate,
): GlanceShown {
  const { programme } = workspace;
  const standing = markStanding(workspace, mark, on);
  const { held, actions, audit } = standingOn(workspace, on);
  const { strands, overall } = gridFacts(workspace, year);
  const isMarkTold = workspace.awards.state !== 'unreadable';
  const isTold = isGridTold(workspace, year);
  return {
    mark: isMarkTold
      ? { title: standing.title, words: standing.words, details: phrases(standing) }
      : { title: standing.title, words: 'can’t tell', details: [`${workspace.awards.file} can’t be read`] },
    year: yearShown(year),
    spread: spreadOf(programme, overall),
    missingWord: missingWord(isTold),
    noRatings: isTold
      ? `No ratings in the grid of ${yearShown(year)} yet`
      : `Can’t tell the ratings: the grid of ${yearShown(year)} can’t be read`,
    figures: [
      figure(held, badges.length, 'badges held'),
      figure(
        badges.some(({ kind }) => kind === 'untold') ? null : badges.filter(({ kind }) => kind === 'ready').length,
        null,
        'ready to claim',
      ),
      figure(audit?.judged ?? null, audit?.statements ?? null, 'statements judged'),
      figure(
        actions?.complete ?? null,
        actions === null ? null : actions.complete + actions.open || null,
        'actions complete',
      ),
    ],
    badges: badges.map(({ anchor, strand, state, kind }, index) => {
      const roll = strands[index] ?? overall;
      return { anchor, strand, state, kind, roll: rollUpCell(programme, roll, isTold) };
    }),
    todos: todosOn(workspace, on).slice(0, MOST_TODOS),
  };
}

/** A number, or that it can’t be told. */
function figure(value: number | null, of: number | null, label: string): Figure {
  return value === null
    ? { value: UNTOLD, of: null, label: `${label}: can’t tell` }
    : { value: String(value), of: of === null ? null : `of ${of}`, label };
}
