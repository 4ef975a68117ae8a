import type { Priorities, Priority, PriorityCell } from '../facts/priorities.ts';
import type { Recommended } from '../facts/recommendations.ts';
import { count } from '../facts/requirements/requirement.ts';
import { type Line, run } from '../model/block.ts';
import { type Programme, ratingShown } from '../model/programme.ts';
import { cut, wrap } from '../model/width.ts';
import { oneLine } from '../workspace/scaffold-text.ts';
import { ratingTitle } from './grid-suggest.ts';
import { recommendedJson } from './plan-recommended.ts';
import { actionTitle, planAddLine, priorityTitle } from './plan-suggest-command.ts';

/** What to plan next: from the grid, and from what the Equality team recommended. */
export interface Suggested extends Priorities {
  /** Latest first. */
  readonly recommendations: readonly Recommended[];
}

/** What to plan next as JSON: schemas/output/plan-suggest.json. @param most how many priorities are shown */
export function planSuggestJson(found: Suggested, programme: Programme, most: number) {
  const { year, unrated, priorities, recommendations } = found;
  return {
    format: 1,
    year,
    programme: programme.id,
    unrated,
    total: priorities.length,
    priorities: priorities.slice(0, most).map((priority) => ({
      strands: priority.strands,
      elements: priority.elements,
      rating: priority.rating,
      title: actionTitle(priority, programme),
      command: planAddLine(priority, programme),
      cells: priority.cells.map(({ element, strand, rating, because, before, stuck, covered, weakest }) => ({
        element,
        strand,
        rating,
        because,
        before,
        stuck,
        covered,
        weakest,
      })),
    })),
    recommendations: recommendations.map(recommendedJson),
  };
}

/** What to plan next, the most pressing first, each with why and the command that plans it. */
export function planSuggestLines(found: Suggested, programme: Programme, most: number, width: number): readonly Line[] {
  const { year, priorities } = found;
  const shown = priorities.slice(0, most);
  const left = priorities.length - shown.length;
  return [
    [run(`What to plan next, ${year}`, 'strong'), `  ${programme.file.title}`],
    ...shown.flatMap((priority, index) => ['', ...priorityLines(priority, index + 1, programme, width)]),
    ...(left === 0 ? [] : ['', [run(`… and ${left} more: --limit ${priorities.length}`, 'dim')] as Line]),
    ...notes(found, programme),
  ];
}

function priorityLines(priority: Priority, number: number, programme: Programme, width: number): readonly Line[] {
  const indent = ' '.repeat(3);
  const colour = ratingShown(programme, priority.rating)?.colour ?? '';
  const rating = ratingTitle(programme, priority.rating);
  const room = width - indent.length;
  const [head = '', ...rest] = wrap(priorityTitle(priority, programme), room - rating.length - 2);
  const hang = indent + ' '.repeat(rating.length + 2);
  return [
    [`${number}. `.padEnd(indent.length), run(rating, { fill: colour }), '  ', run(head, 'strong')],
    ...rest.map((part): Line => [hang, run(part, 'strong')]),
    ...priority.cells.flatMap((cell) => cellLines(cell, priority, programme, room)).map((line) => indent + line),
    ...weakestLines(priority, programme, room).map((line): Line => [indent, run(line, 'dim')]),
    [run(`${indent}→ `, 'accent'), planAddLine(priority, programme)],
  ];
}

/** How much of a cell's reason is shown, in columns. */
const LONGEST_REASON = 240;

/** What there is to say of a cell besides its rating; nothing where that is all. */
function cellLines(
  cell: PriorityCell,
  { strands, elements }: Priority,
  programme: Programme,
  room: number,
): readonly string[] {
  const title =
    strands.length > 1 ? programme.strands.get(cell.strand)?.title : programme.elements.get(cell.element)?.title;
  const said = [
    was(cell, programme),
    cell.covered ? 'an open action takes it up' : '',
    cut(oneLine(cell.because ?? ''), LONGEST_REASON),
  ].filter((each) => each !== '');
  if (said.length === 0) return [];
  const isOne = strands.length === 1 && elements.length === 1;
  return hanging(`${isOne ? '' : `${title}: `}${said.join('; ')}`, room);
}

function was({ rating, before, stuck }: PriorityCell, programme: Programme): string {
  if (before === null) return '';
  const then = `${ratingTitle(programme, before.rating).toLowerCase()} in ${before.year}`;
  if (before.rating === rating) return `${then} too`;
  if (!programme.ranks.has(before.rating)) return then;
  return `${then}, and ${stuck ? 'worse' : 'better'} now`;
}

/** How many statements are shown of those that stand behind a priority. */
const MOST_STATEMENTS = 3;

/** The statements that the audit judged worst: one for each cell in turn, then the next of each. */
function weakestLines({ cells }: Priority, programme: Programme, room: number): readonly string[] {
  const longest = Math.max(...cells.map(({ weakest }) => weakest.length));
  const inTurn = Array.from({ length: longest }, (_, turn) =>
    cells.flatMap(({ weakest }) => weakest[turn] ?? []),
  ).flat();
  const ratings = new Map(inTurn.map(({ statement, rating }) => [statement, rating]));
  return [...ratings].slice(0, MOST_STATEMENTS).flatMap(([statement, rating]) => {
    const text = programme.statements.get(statement)?.text ?? statement;
    return hanging(`Audit, ${ratingTitle(programme, rating).toLowerCase()}: ${text}`, room);
  });
}

function hanging(text: string, room: number): readonly string[] {
  return wrap(text, room - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}

function notes({ priorities, unrated }: Priorities, { strands, elements }: Programme): readonly Line[] {
  const isRated = unrated < strands.size * elements.size;
  const none =
    priorities.length === 0 && isRated ? ['', 'Every rated cell that calls for an action has one that is open.'] : [];
  if (unrated === 0) return none;
  return [...none, '', `${count(unrated, 'cell has', 'cells have')} no rating yet.`];
}
