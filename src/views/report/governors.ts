import { unreadableIn } from '../../facts/history.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { gridYears } from '../summary/grid.ts';
import {
  type DateShown,
  datesShown,
  heightOfLists,
  type Listed,
  type MovedShown,
  movedShown,
  type PlanShown,
  planShown,
} from './governors/lists.ts';
import { heightOfMark, type MarkShown, markShown } from './governors/mark.ts';
import { fitted, linesOf, PAPER, type Setting } from './governors/paper.ts';
import { heightOfQuestions, type QuestionShown, questionsShown } from './governors/questions.ts';
import { heightOfStrands, type StrandsShown, strandsShown } from './governors/strands.ts';
import { type ReportHead, reportHead } from './head.ts';

/** One side of A4 for governors: what there is no room for is left out here, and counted. */
export interface GovernorsView extends ReportHead {
  /** How many lines the heading takes: the more, the smaller it is set. */
  readonly lines: number;
  /** Which files can’t be read, so that nothing can be told of what is in them; null where all can. */
  readonly untold: string | null;
  readonly mark: MarkShown;
  readonly strands: StrandsShown;
  readonly moved: Listed<MovedShown>;
  readonly plan: PlanShown;
  readonly dates: Listed<DateShown>;
  readonly questions: readonly QuestionShown[];
  /** Lines to write on, where there is room for them. */
  readonly notes: readonly number[];
}

/** The heading, in the sizes that it is set in by the lines it takes, and how high the page’s head then stands. */
const HEADINGS: readonly (Setting & { readonly height: number })[] = [
  { size: 22, width: 112, weight: 'bold', height: 28 },
  { size: 17, width: 112, weight: 'bold', height: 33 },
  { size: 13, width: 112, weight: 'bold', height: 35 },
];
/** How much higher it stands with a logo in it. */
const LOGO = 10;
/** Capitals, and set apart. */
const PROGRAMME: Setting = { size: 12, width: 112, weight: 'bold' };
const UNTOLD: Setting = { size: 9, width: PAPER.width };
const GAP = 5.5;
/** Below this the lists in the middle would say nothing. */
const LEAST_LISTS = 49;
const MOST_LISTS = 78;
const NOTE = { head: 8, line: 8, most: 6 };

/** One side of A4 for governors, as on a day. */
export function governorsView(workspace: Workspace, on: IsoDate): GovernorsView {
  const head = reportHead(workspace, on, 'Report to governors');
  const year = gridYears(workspace, yearOn(workspace, on)).now;
  const lines = HEADINGS.findIndex((setting, index) => linesOf(head.heading, setting) <= index + 1) + 1 || 3;
  const untold = untoldIn(workspace);
  const mark = markShown(workspace, year, on);
  const questions = questionsShown(workspace, year, on);
  const around =
    (HEADINGS[lines - 1]?.height ?? 0) +
    (seen(workspace.settings)?.school.logo === undefined ? 0 : LOGO) +
    (untold === null ? 0 : linesOf(untold, UNTOLD) * 4.4 + 4) +
    heightOfMark(mark) +
    heightOfQuestions(questions) +
    GAP * 4;
  const strands = strandsShown(workspace, year, on, PAPER.height - around - LEAST_LISTS);
  const left = PAPER.height - around - heightOfStrands(strands);
  const room = Math.min(left, MOST_LISTS);
  const moved = movedShown(workspace, year, room);
  const plan = planShown(workspace, year, on, room);
  const dates = datesShown(workspace, on, room);
  const rest = left - heightOfLists(moved, plan, dates) - GAP - NOTE.head;
  const notes = Math.min(NOTE.most, Math.floor(rest / NOTE.line));
  return {
    ...head,
    programme: fitted(head.programme, PROGRAMME, 1),
    heading: fitted(head.heading, HEADINGS[lines - 1] ?? UNTOLD, lines),
    lines,
    untold,
    mark,
    strands,
    moved,
    plan,
    dates,
    questions,
    notes: notes < 2 ? [] : Array.from({ length: notes }, (_, index) => index + 1),
  };
}

/** The files that can’t be read, as many as go into two lines. */
function untoldIn(workspace: Workspace): string | null {
  const files = unreadableIn(workspace);
  if (files.length === 0) return null;
  for (let shown = Math.min(files.length, 4); shown > 1; shown--) {
    const said = saidOf(files, shown);
    if (linesOf(said, UNTOLD) <= 2) return said;
  }
  return fitted(saidOf(files, 1), UNTOLD, 2);
}

function saidOf(files: readonly string[], shown: number): string {
  const more = files.length > shown ? ` and ${files.length - shown} more` : '';
  return `Can’t be read, so what is in it can’t be told: ${files.slice(0, shown).join(', ')}${more}.`;
}
