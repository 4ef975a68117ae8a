import { unplannedCells } from '../../../facts/concerns.ts';
import { deadlinesOn } from '../../../facts/deadlines.ts';
import { gridFacts } from '../../../facts/grid.ts';
import { movedCells } from '../../../facts/moved-cells.ts';
import { isPersonal } from '../../../facts/personal.ts';
import { planStanding } from '../../../facts/plan-standing.ts';
import { type IsoDate, inWords } from '../../../model/calendar.ts';
import { seen } from '../../../model/known.ts';
import type { Programme } from '../../../model/programme.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { type RatingShown, ratingOf } from '../../summary/grid.ts';
import type { Figure } from '../../summary.ts';
import { fitted, linesOf, type Setting } from './paper.ts';

/** A list of which there may be more than there is room for. */
export interface Listed<T> {
  readonly items: readonly T[];
  /** How many there is no room for. */
  readonly more: number;
  /** What stands in its place where there is nothing to list. */
  readonly none: string;
}

/** A cell that rose or fell. */
export interface MovedShown {
  readonly move: 'up' | 'down';
  readonly before: RatingShown;
  readonly after: RatingShown;
  readonly where: string;
}

/** A cell that calls for an action and has none. */
export interface UnplannedShown {
  readonly rating: RatingShown;
  readonly where: string;
}

export interface DateShown {
  readonly date: string;
  readonly what: string;
}

/** The plan in numbers, and what it leaves out. */
export interface PlanShown {
  readonly figures: readonly Figure[];
  readonly unplanned: Listed<UnplannedShown>;
}

const ITEM = { one: 6, two: 9.9 };
const MOVED: Setting = { size: 8.5, width: 42 };
const UNPLANNED: Setting = { size: 8.5, width: 48 };
const DATE: Setting = { size: 8.5, width: 44 };
const HEAD = 7.2;
const FIGURES = 12;
const MORE = 4.6;
/** With less room than this a cell of the plan has one line, so that there are three. */
const NARROW = 62;
/** A longer list would not be read. */
const MOST = 9;
/** As many as a plan is asked about. */
const MOST_UNPLANNED = 3;

/** What moved since the grid before, as much as there is room for in so many millimetres. */
export function movedShown(workspace: Workspace, year: SchoolYear, room: number): Listed<MovedShown> {
  const { programme } = workspace;
  const { since, cells } = movedCells(workspace, year);
  if (since === null) return { items: [], more: 0, none: 'There is no earlier grid to hold this one against.' };
  const first = cells.slice(0, MOST).flatMap(({ move, before, after, element, strand }) => {
    const [was, is] = [ratingOf(programme, before), ratingOf(programme, after)];
    return was === null || is === null
      ? []
      : [{ move, before: was, after: is, where: fitted(cellTitle(programme, element, strand), MOVED, 2) }];
  });
  return fitting(first, cells.length, room - HEAD, ({ where }) => heightOf(where, MOVED), 'No rating has moved.');
}

/** The plan, with the most pressing cells that no open action takes up. */
export function planShown(workspace: Workspace, year: SchoolYear, on: IsoDate, room: number): PlanShown {
  const { programme } = workspace;
  const plan = planStanding(workspace, on);
  const cells = plan.unreadable.length > 0 ? [] : unplannedCells(workspace, year);
  const lines = room < NARROW ? 1 : 2;
  const first = cells.slice(0, MOST_UNPLANNED).flatMap(({ element, strand, rating }) => {
    const shown = ratingOf(programme, rating);
    return shown === null
      ? []
      : [{ rating: shown, where: fitted(cellTitle(programme, element, strand), UNPLANNED, lines) }];
  });
  const listed = fitting(
    first,
    cells.length,
    room - HEAD - FIGURES - HEAD,
    ({ where }) => heightOf(where, UNPLANNED),
    '',
  );
  const figure = (list: readonly unknown[], label: string): Figure => ({ value: String(list.length), of: null, label });
  return {
    figures: [
      figure(plan.onTime, 'on time'),
      figure(plan.overdue, 'overdue'),
      figure(plan.complete, 'complete'),
      ...(plan.undated.length > 0 ? [figure(plan.undated, 'without a date')] : [figure(plan.stopped, 'stopped')]),
    ],
    unplanned: { ...listed, none: noneUnplanned(workspace, year, plan.unreadable) },
  };
}

function noneUnplanned(workspace: Workspace, year: SchoolYear, unreadable: readonly string[]): string {
  const [file] = unreadable;
  if (file !== undefined)
    return `It can’t be told which cells have an action: ${fitted(file, UNPLANNED, 2)} can’t be read.`;
  const { cells, overall } = gridFacts(workspace, year);
  if (overall.counts.missing === cells.length) return 'There are no ratings yet that would call for one.';
  return overall.complete
    ? 'Every cell that calls for an action has an open one.'
    : 'Every rated cell that calls for an action has an open one.';
}

/** What falls due next, as much as there is room for. */
export function datesShown(workspace: Workspace, on: IsoDate, room: number): Listed<DateShown> {
  const all = deadlinesOn(workspace, on).filter(({ overdue }) => !overdue);
  const first = all.slice(0, MOST).map(({ kind, id, date, what }): DateShown => {
    const said = kind === 'action' ? `Action: ${actionTitle(workspace, id, on)}` : what;
    return { date: inWords(date), what: fitted(said, DATE, 2) };
  });
  return fitting(first, all.length, room - HEAD, heightOfDate, 'Nothing falls due that the files tell of.');
}

/** An action by its title; one that tells too much of somebody is named by its file. */
export function actionTitle({ actions, ...rest }: Workspace, id: string, on: IsoDate): string {
  const action = actions.get(id);
  const title = seen(action)?.title ?? '';
  return title === '' || isPersonal({ actions, ...rest }, title, on) ? (action?.file ?? id) : title;
}

/** `Learning and Teaching, Disability`. */
function cellTitle({ elements, strands }: Programme, element: string, strand: string): string {
  return `${elements.get(element)?.title ?? element}, ${strands.get(strand)?.title ?? strand}`;
}

/** How high the three lists stand beside each other, in millimetres. */
export function heightOfLists(moved: Listed<MovedShown>, { unplanned }: PlanShown, dates: Listed<DateShown>): number {
  return Math.max(
    HEAD + heightOfList(moved, ({ where }) => heightOf(where, MOVED)),
    HEAD + FIGURES + HEAD + heightOfList(unplanned, ({ where }) => heightOf(where, UNPLANNED)),
    HEAD + heightOfList(dates, heightOfDate),
  );
}

function heightOfList<T>({ items, more, none }: Listed<T>, height: (item: T) => number): number {
  const said = items.length === 0 && more === 0 ? linesOf(none, DATE) * 4 : 0;
  return items.reduce((sum, item) => sum + height(item), said + (more > 0 ? MORE : 0));
}

function heightOfDate({ what }: DateShown): number {
  return heightOf(what, DATE) + 4;
}

function heightOf(text: string, setting: Setting): number {
  return linesOf(text, setting) > 1 ? ITEM.two : ITEM.one;
}

/** The first of a list of so many that go into the room, with a line for how many are left out. */
function fitting<T>(
  first: readonly T[],
  all: number,
  room: number,
  height: (item: T) => number,
  none: string,
): Listed<T> {
  const heightOf = (count: number): number =>
    first.slice(0, count).reduce((sum, item) => sum + height(item), count < all ? MORE : 0);
  let count = first.length;
  while (count > 0 && heightOf(count) > room) count--;
  return { items: first.slice(0, count), more: all - count, none };
}
