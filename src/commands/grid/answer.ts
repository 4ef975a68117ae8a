import { openElements } from '../../facts/audit-open.ts';
import { earlierCell } from '../../facts/earlier.ts';
import { type GridSuggestion, gridSuggestions } from '../../facts/grid-suggestions.ts';
import { count } from '../../facts/requirements/requirement.ts';
import { inWords } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import type { Outcome } from '../../model/outcome.ts';
import { cellLines } from '../../views/interview-grid.ts';
import { listed } from '../../workspace/scaffold-text.ts';
import type { Prompts, World } from '../../world.ts';
import { argument, type Command, flag, type Input, YEAR_OPTION } from '../command.ts';
import { type Held, hold, type Standing, settled } from '../interview/held.ts';
import { noTerminal } from '../interview/no-terminal.ts';
import { askAgreed } from '../interview/questions.ts';
import { type Move, walk } from '../interview/walk.ts';
import { elementNamed } from '../named.ts';
import { askCell, missing } from './answer-cell.ts';
import { goOn } from './go-on.ts';
import { editGrid, type GridRequest, gridRequest } from './request.ts';

export const answerGrid: Command = {
  summary: 'An interview on the grid, cell by cell, beside what the audit suggests; each answer is saved at once.',
  args: [['[element]', 'only the cells of this element']],
  options: [
    YEAR_OPTION,
    ['--on <date>', 'the day on which the grid is agreed (default: today)'],
    ['--all', 'go through the cells that are rated, too'],
  ],
  examples: [
    ['lem grid answer', 'the cells that have no rating yet'],
    ['lem grid answer learning-and-teaching --all', 'every cell of one element, rated or not'],
  ],
  run: answer,
};

interface Interview {
  readonly world: World;
  readonly prompts: Prompts;
  readonly request: GridRequest;
  readonly held: Held;
  /** Every cell of the grid as it stands. */
  readonly now: () => readonly GridSuggestion[];
}

async function answer(world: World, input: Input): Promise<Outcome> {
  const request = gridRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { workspace, year, file } = request;
  const word = argument(input, 0);
  const asked = word === undefined ? null : elementNamed(workspace.programme, word);
  if (asked !== null && 'refusal' in asked) return asked.refusal;
  if (!world.terminal.interactive) return noTerminal(file, 'set cells with lem grid set');
  const prompts = await world.prompts();
  const held = hold(world, prompts, request, (now, parts) =>
    editGrid(world, { ...request, workspace: now, grid: seen(now.grids.get(year)) }, parts),
  );
  const interview: Interview = { world, prompts, request, held, now: () => gridSuggestions(held.workspace(), year) };
  const move = await askCells(interview, asked?.id ?? null, flag(input, 'all'));
  const end = move === 'next' ? await askAgreement(interview) : move;
  return settled(held, end, standing(interview), world.terminal.width);
}

/** Goes through the cells of an element, or of all. */
function askCells(
  { world, prompts, request, held, now }: Interview,
  element: string | null,
  all: boolean,
): Promise<Move> {
  const { workspace, year } = request;
  const { programme } = workspace;
  const cells = (): readonly GridSuggestion[] => now().filter((cell) => element === null || cell.element === element);
  const total = cells().length;
  const at = (stop: number): GridSuggestion => cells()[stop] as GridSuggestion;
  const isOpen = (stop: number): boolean => all || missing(programme, at(stop)) !== null;
  return walk(total, null, isOpen, async (stop, isBack) => {
    const cell = at(stop);
    const last = earlierCell(held.workspace(), cell.element, cell.strand, year);
    const where = { year, position: `cell ${stop + 1} of ${total}` };
    await prompts.show(...cellLines(programme, cell, where, last, world.terminal.width));
    const from = all || isBack ? 'rating' : (missing(programme, cell) ?? 'rating');
    const written = (): unknown => seen(held.workspace().grids.get(year))?.cells?.[cell.element]?.[cell.strand];
    return askCell({ prompts, programme, isFirst: stop === 0, now: () => at(stop), written, put: held.put }, from);
  });
}

/** Once every cell is rated and the audit complete: whether the grid is agreed. One that was changed has to be agreed anew. */
function askAgreement({ prompts, request: { year, on }, held, now }: Interview): Move | Promise<Move> {
  const workspace = held.workspace();
  const completed = seen(workspace.grids.get(year))?.completed;
  const isOpen = now().some((cell) => missing(workspace.programme, cell) !== null);
  const isAgreed = completed !== undefined && !held.isChanged();
  if (isOpen || isAgreed || openElements(workspace, year).length > 0) return 'next';
  const message =
    completed === undefined
      ? 'Every cell is rated. Is the grid agreed, and so complete?'
      : `The grid was complete on ${inWords(completed)}. Is it agreed as it is now?`;
  return askAgreed(prompts, message, (yes) =>
    held.put([yes ? { path: ['completed'], value: on } : { path: ['completed'] }]),
  );
}

/** How far the grid has come, and what to go on with. */
function standing({ request: { year, on, yearFlag }, held, now }: Interview): Standing {
  const workspace = held.workspace();
  const left = now().map((cell) => missing(workspace.programme, cell));
  const unrated = left.filter((what) => what === 'rating').length;
  const unsaid = left.filter((what) => what === 'because').length;
  const completed = seen(workspace.grids.get(year))?.completed;
  const drafts = openElements(workspace, year);
  const isOpen = unrated + unsaid > 0;
  const isStale = completed !== undefined && held.isChanged() && completed !== on;
  const state = completed === undefined ? '' : `; complete, agreed on ${inWords(completed)}`;
  const next = (): string => {
    if (isOpen) return `lem grid answer${yearFlag}`;
    if (isStale) return `lem grid complete --on ${on}${yearFlag}`;
    return goOn({ workspace, year, yearFlag });
  };
  return {
    said: [
      `Grid ${year}: ${left.length - unrated} of ${count(left.length, 'cell')} rated${state}.`,
      ...(isStale ? ['It was agreed before these changes.'] : []),
      ...(completed !== undefined && !isOpen && !held.isChanged() ? ['Go through it again with --all.'] : []),
      ...(unsaid === 0 ? [] : [`${count(unsaid, 'cell needs its reason', 'cells need their reasons')}.`]),
      ...(isOpen || drafts.length === 0
        ? []
        : [`It can be completed once all of the audit is; still open: ${listed(drafts.map(({ title }) => title))}.`]),
    ],
    command: next(),
  };
}
