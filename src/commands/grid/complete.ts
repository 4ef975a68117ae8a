import { openElements } from '../../facts/audit-open.ts';
import { gridSuggestions } from '../../facts/grid-suggestions.ts';
import { count } from '../../facts/requirements/requirement.ts';
import { inWords } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { wrap } from '../../model/width.ts';
import { cellTitle } from '../../views/grid-suggest.ts';
import { pathOf } from '../../workspace/layout.ts';
import { listed } from '../../workspace/scaffold-text.ts';
import type { World } from '../../world.ts';
import { outsideYear } from '../calendar/outside-year.ts';
import { changing, DRY_RUN_OPTION, next, wrote } from '../change.ts';
import { type Command, flag, type Input, text, YEAR_OPTION } from '../command.ts';
import { missing } from './answer-cell.ts';
import { afterGrid, goOn } from './go-on.ts';
import { editGrid, type GridRequest, gridRequest } from './request.ts';

export const completeGrid: Command = {
  summary: 'Puts the day into the grid on which it was agreed, once the audit is complete and every cell is rated.',
  options: [
    ['--on <date>', 'the day it was agreed (default: today)'],
    YEAR_OPTION,
    ['--reopen', 'take the day out again: the grid is being worked on'],
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem grid complete', 'agreed today'],
    ['lem grid complete --on 2026-11-02', 'agreed on another day'],
    ['lem grid complete --reopen', 'to work on it again'],
  ],
  run: complete,
};

function complete(world: World, input: Input): Outcome {
  const request = gridRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, on, year, file, grid, yearFlag } = request;
  const { width } = world.terminal;
  if (grid === null) return unusable(`There is no grid of ${year} yet.`, 'lem grid suggest --apply begins it.');
  const before = grid.completed;
  const reopens = flag(input, 'reopen');
  const refusal = reopens ? null : (auditOpen(request) ?? cellsOpen(request));
  if (refusal !== null) return refusal;
  // The day that people agreed on is not moved by asking twice.
  const isSame = reopens ? before === undefined : before !== undefined && (text(input, 'on') ?? before) === before;
  if (isSame) {
    const said =
      before === undefined ? 'is open already.' : `was completed on ${inWords(before)}; --on puts another day.`;
    return changing(world, input, {
      root,
      texts: [],
      said: [...wrap(`Nothing to change: the grid of ${year} ${said}`, width), next(goOn(request))],
    });
  }
  const change = editGrid(world, request, [reopens ? { path: ['completed'] } : { path: ['completed'], value: on }]);
  if ('refusal' in change) return change.refusal;
  const was = before === undefined ? '' : inWords(before);
  const said = reopens
    ? [`  The grid of ${year} is open again; it was completed on ${was}.`, next(`lem grid complete${yearFlag}`)]
    : [
        `  The grid of ${year} is complete: ${was === '' ? '' : `${was} → `}${inWords(on)}.`,
        ...outsideYear(workspace, year, on).flatMap((note) => wrap(note, width - 2).map((line) => `  ${line}`)),
        ...unexplained(request),
        next(afterGrid(request)),
      ];
  return changing(world, input, { root, texts: [change], said: [wrote(file), ...said] });
}

/** The grid is judged once all aspects of the audit are done (step 3; grid/before-audit). */
function auditOpen({ workspace, year, on, yearFlag }: GridRequest): Outcome | null {
  const audits = workspace.audits.get(year);
  const open = openElements(workspace, year);
  const unreadable = open.map(({ id }) => audits?.get(id)).find((audit) => audit?.state === 'unreadable');
  if (unreadable !== undefined)
    return unusable(`${unreadable.file} can’t be read.`, `lem check ${unreadable.file} says what is wrong.`);
  if (open.length > 0)
    return unusable(
      `The audit of ${year} is still open: ${few(open.map(({ title }) => title))}.`,
      `The grid comes after all of the audit: lem audit answer${yearFlag}`,
    );
  const later = [...workspace.programme.elements.values()].find(
    ({ id }) => (seen(audits?.get(id))?.completed ?? on) > on,
  );
  return later === undefined
    ? null
    : unusable(
        `The audit of ${later.title} was completed after ${inWords(on)}.`,
        `Give a later day with --on, or correct the one in ${pathOf.audit(year, later.id)}.`,
      );
}

function cellsOpen({ workspace, year, yearFlag }: GridRequest): Outcome | null {
  const { programme } = workspace;
  const open = gridSuggestions(workspace, year).filter((cell) => missing(programme, cell) === 'rating');
  if (open.length === 0) return null;
  return unusable(
    `${count(open.length, 'cell has', 'cells have')} no rating yet: ${few(open.map((cell) => cellTitle(programme, cell)))}.`,
    `Go through them: lem grid answer${yearFlag}`,
  );
}

/** How many cells still owe the reason that the rules ask for. */
function unexplained({ workspace, year, file }: GridRequest): readonly string[] {
  const owing = gridSuggestions(workspace, year).filter((cell) => missing(workspace.programme, cell) === 'because');
  return owing.length === 0
    ? []
    : [
        `  ${count(owing.length, 'cell needs its reason', 'cells need their reasons')}: lem check ${file} --level ready`,
      ];
}

/** The first few, and how many more there are. */
function few(titles: readonly string[]): string {
  const most = 3;
  return titles.length <= most + 1
    ? listed(titles)
    : `${titles.slice(0, most).join(', ')} and ${titles.length - most} more`;
}
