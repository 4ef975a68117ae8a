import { type IsoDate, inWords } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import { plainWord } from '../model/plain-word.ts';
import { concerns } from '../model/programme.ts';
import type { Verdict } from '../model/verdict.ts';
import { carried } from '../workspace/carried.ts';
import { isOpen, yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { uncoveredCells } from './coverage.ts';
import { type BadgeFacts, badgeFacts } from './eligibility.ts';
import { gridFacts, judgementOf } from './grid.ts';
import { count } from './requirements/requirement.ts';

/** One of the six steps of the process and how far it has come. `done` is null where a file can't be read. */
export interface StepFacts {
  readonly step: number;
  readonly title: string;
  readonly done: boolean | null;
  readonly detail: string;
}

/** A thing to do next, and the command that helps. */
export interface Todo {
  readonly what: string;
  readonly command: string | null;
}

/** The six steps on a day, by the badges' own requirements wherever there is one. */
export function stepsOn(workspace: Workspace, on: IsoDate): readonly StepFacts[] {
  const badges = badgesOn(workspace, on);
  const year = yearOn(workspace, on);
  const all = (...ids: string[]): boolean | null => {
    const outcomes = badges.flatMap(({ verdicts }) =>
      verdicts.filter(({ requirement }) => ids.includes(requirement)).map(({ outcome }) => outcome),
    );
    if (outcomes.includes('unmet')) return false;
    return outcomes.includes('unknown') ? null : true;
  };
  const group = seen(workspace.referenceGroup);
  const grid = workspace.grids.get(year) ?? { state: 'absent' };
  const judged = judgedIn(workspace, year);
  const cells = gridFacts(workspace, year).cells;
  const rated = cells.filter(({ rating }) => rating !== null).length;
  const actions = [...workspace.actions.values()].flatMap((known) => (known.state === 'known' ? [known.value] : []));
  const complete = actions.filter(({ status }) => status === 'complete').length;
  const open = actions.filter(isOpen).length;
  const uncovered = uncoveredCells(workspace, year).length;
  const held = badges.filter(({ state }) => state === 'held').length;
  const planDone = (): boolean | null => {
    if (actions.length === 0 || uncovered > 0) return false;
    return grid.state === 'unreadable' ? null : all('plan-linked');
  };
  const [ready, submitted] = (['ready', 'submitted'] as const).map(
    (wanted) => badges.filter(({ state }) => state === wanted).length,
  );
  return [
    {
      step: 1,
      title: 'Reference group',
      done: all('reference-group'),
      detail: `${count(group?.members.length ?? 0, 'member')}, ${count(group?.meetings?.length ?? 0, 'meeting')}`,
    },
    {
      step: 2,
      title: 'Audit',
      done: all('audit-complete', 'audit-current'),
      detail: `${year}: ${judged.judged} of ${judged.statements} statements judged`,
    },
    {
      step: 3,
      title: 'Summary grid',
      done: all('grid-complete'),
      detail: grid.state === 'unreadable' ? unreadable(grid.file) : `${year}: ${rated} of ${cells.length} cells rated`,
    },
    {
      step: 4,
      title: 'Action plan',
      done: planDone(),
      detail: `${count(actions.length, 'action')}${uncovered > 0 ? `; ${count(uncovered, 'cell')} with no open action` : ''}`,
    },
    {
      step: 5,
      title: 'Actions carried out',
      done: actions.length === 0 ? false : all('goals-achieved', 'impact-shown'),
      detail: `${complete} complete, ${open} open`,
    },
    {
      step: 6,
      title: 'Accreditation',
      done: badges.every(({ state }) => state === 'held'),
      detail: `${count(held, 'badge')} held, ${ready} ready to claim${submitted === 0 ? '' : `, ${submitted} submitted`}`,
    },
  ];
}

function unreadable(file: string): string {
  return `${file} can’t be read`;
}

/** The next things to do, the most pressing first. */
export function todosOn(workspace: Workspace, on: IsoDate): readonly Todo[] {
  const { programme } = workspace;
  const year = yearOn(workspace, on);
  const badges = badgesOn(workspace, on);
  const todos: Todo[] = [];
  const unreadable = workspace.problems.length;
  if (unreadable > 0)
    todos.push({
      what: `Mend ${count(unreadable, 'fault')} in the files first.`,
      command: 'lem check',
    });
  for (const [id, known] of workspace.actions) {
    if (known.state === 'known' && isOpen(known.value) && known.value.due !== undefined && known.value.due < on) {
      todos.push({
        what: `Finish, or put a new date to, the overdue action ${id}.`,
        command: `lem plan update ${plainWord(id, 'action')} --due …`,
      });
    }
  }
  const first = (requirement: string): Verdict | undefined =>
    badges
      .flatMap(({ verdicts }) => verdicts)
      .find((verdict) => verdict.requirement === requirement && verdict.outcome === 'unmet');
  const group = first('reference-group');
  if (group !== undefined) todos.push({ what: `Complete the reference group: ${group.message}`, command: group.fix });
  const judged = judgedIn(workspace, year);
  if (judged.judged < judged.statements) {
    todos.push({
      what: `Judge the ${count(judged.statements - judged.judged, 'statement')} still open in the audit of ${year}.`,
      command: workspace.audits.has(year) ? 'lem audit answer' : `lem audit start ${year}`,
    });
  } else {
    const audit = first('audit-complete') ?? first('audit-current');
    if (audit !== undefined) todos.push({ what: `Finish the audit: ${audit.message}`, command: audit.fix });
    const grid = first('grid-complete');
    if (grid !== undefined) todos.push({ what: `Complete the summary grid: ${grid.message}`, command: grid.fix });
  }
  todos.push(...claims(workspace, badges, on));
  const [cell, ...others] = uncoveredCells(workspace, year);
  if (cell !== undefined) {
    const where = `${programme.elements.get(cell.element)?.title}, ${programme.strands.get(cell.strand)?.title}`;
    todos.push({
      what: `Plan an action for ${where}${others.length === 0 ? '' : ` and ${count(others.length, 'other cell')}`}.`,
      command: 'lem plan suggest',
    });
  }
  for (const { strand, verdicts } of badges.filter(
    ({ state }) => state === 'working-towards' || state === 'further-evidence' || state === 'not-yet',
  )) {
    const own = verdicts.find(
      ({ outcome, required, requirement }) => required && outcome === 'unmet' && !SHARED.includes(requirement),
    );
    if (own !== undefined)
      todos.push({
        what: `Towards ${programme.strands.get(strand)?.badge}: ${own.message}`,
        command: `lem badges ${strand}`,
      });
  }
  return todos;
}

/** What to do about badges that are ready: book a visit, or for one that is booked send the audit. */
function claims(workspace: Workspace, badges: readonly BadgeFacts[], on: IsoDate): readonly Todo[] {
  const ready = badges.filter(({ state }) => state === 'ready').map(({ strand }) => strand);
  const titles = (strands: readonly string[]): string =>
    strands.map((strand) => workspace.programme.strands.get(strand)?.title ?? strand).join(', ');
  const visits = (seen(workspace.calendar)?.visits ?? []).filter(({ date }) => date >= on);
  const todos: Todo[] = [];
  for (const { date, strands = [] } of visits) {
    const claimed = ready.filter((strand) => strands.includes(strand));
    if (claimed.length === 0) continue;
    todos.push({
      what: `Send the audit and the summaries before the visit on ${inWords(date)}, ready to claim: ${titles(claimed)}.`,
      command: 'lem summary render --all',
    });
  }
  const unbooked = ready.filter((strand) => !visits.some(({ strands }) => strands?.includes(strand)));
  if (unbooked.length > 0)
    todos.push({
      what: `Book an accreditation visit, ready to claim: ${titles(unbooked)}.`,
      command: 'lem visit book',
    });
  return todos;
}

const SHARED: readonly string[] = ['reference-group', 'audit-complete', 'audit-current', 'grid-complete'];

const known = new WeakMap<Workspace, Map<IsoDate, readonly BadgeFacts[]>>();

/** Every strand's badge on a day, in the programme's order. Steps, things to do and views all ask, so it is kept. */
export function badgesOn(workspace: Workspace, on: IsoDate): readonly BadgeFacts[] {
  const days = known.get(workspace) ?? new Map<IsoDate, readonly BadgeFacts[]>();
  const badges = days.get(on) ?? [...workspace.programme.strands.keys()].map((each) => badgeFacts(workspace, each, on));
  known.set(workspace, days.set(on, badges));
  return badges;
}

/** How many statements of a year's audit are judged for every strand they concern. */
function judgedIn(workspace: Workspace, year: string): { readonly judged: number; readonly statements: number } {
  const { programme } = workspace;
  let judged = 0;
  for (const element of programme.elements.values()) {
    const audit = seen(carried(workspace).audits.get(year)?.get(element.id));
    for (const statement of element.statements) {
      const strands = [...programme.strands.keys()].filter((strand) => concerns(statement, strand));
      if (strands.every((strand) => judgementOf(audit, statement.id, strand) !== null)) judged++;
    }
  }
  return { judged, statements: programme.statements.size };
}
