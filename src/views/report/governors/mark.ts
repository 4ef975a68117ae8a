import { gridFacts } from '../../../facts/grid.ts';
import { standingOn, unreadableIn } from '../../../facts/history.ts';
import { type MarkFacts, markFacts } from '../../../facts/mark.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import { needsAction } from '../../../model/programme.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import type { Figure } from '../../summary.ts';
import { fitted, linesOf, type Setting } from './paper.ts';

/** The Mark, its window, and the numbers that sum a school up. */
export interface MarkShown {
  readonly title: string;
  readonly state: string;
  readonly words: string;
  readonly figures: readonly Figure[];
}

const STATES: { readonly [state in MarkFacts['state']]: string } = {
  'not-started': 'Not started',
  'working-towards': 'Working towards',
  achieved: 'Achieved',
  lapsed: 'Lapsed',
};
const TITLE: Setting = { size: 12, width: 78, weight: 'bold' };
const WORDS: Setting = { size: 9, width: 78 };

/** Where the Mark stands on a day. @param year the school year of the grid */
export function markShown(workspace: Workspace, year: SchoolYear, on: IsoDate): MarkShown {
  const { programme, awards } = workspace;
  const { mark } = programme.file;
  const facts = markFacts(workspace, on);
  const needed = typeof mark.badges === 'number' ? mark.badges : programme.strands.size;
  const { held, strands } = standingOn(workspace, on);
  const untold = unreadableIn(workspace);
  const ready = strands.filter(({ badge }) => badge === 'ready' || badge === 'submitted').length;
  const { cells } = gridFacts(workspace, year);
  const pressing = cells.filter(({ rating }) => rating !== null && needsAction(programme, rating)).length;
  const isGridTold = workspace.grids.get(year)?.state !== 'unreadable' && !untold.includes('grid');
  const isTold = awards.state !== 'unreadable';
  const figure = (value: number | null, of: number | null, label: string): Figure => ({
    value: value === null ? '?' : String(value),
    of: of === null ? null : `of ${of}`,
    label,
  });
  return {
    title: fitted(mark.title, TITLE, 1),
    state: isTold ? STATES[facts.state] : 'Can’t be told',
    words: fitted(isTold ? wordsOf(facts, needed) : `${awards.file} can’t be read.`, WORDS, 3),
    figures: [
      figure(held, programme.strands.size, held === 1 ? 'badge held' : 'badges held'),
      figure(strands.some(({ badge }) => badge === null) ? null : ready, null, 'ready to claim'),
      figure(isGridTold ? pressing : null, cells.length, 'cells call for action'),
    ],
  };
}

/** How high it stands, in millimetres. */
export function heightOfMark({ state, words }: MarkShown): number {
  return 8 + Math.max(13, 5.8 + linesOf(`${state}. ${words}`, WORDS) * 4.4);
}

function wordsOf({ state, achievedOn, lapsedAfter, window, deadline, held, renew }: MarkFacts, needed: number): string {
  if (state === 'achieved')
    return [
      `On ${inWords(achievedOn ?? '')}.`,
      deadline === null ? '' : `It counts until ${inWords(deadline)}.`,
      renew[0] === undefined ? '' : `The next badge is to be awarded again by ${inWords(renew[0].by)}.`,
    ]
      .filter((part) => part !== '')
      .join(' ');
  const rest =
    window === null || deadline === null
      ? 'The first badge awarded opens the window for the rest.'
      : `${held.length} of ${needed} badges in the window, which opened on ${inWords(window.from)}. The last day for the rest is ${inWords(deadline)}.`;
  return state === 'lapsed' ? `It last counted on ${inWords(lapsedAfter ?? '')}. ${rest}` : rest;
}
