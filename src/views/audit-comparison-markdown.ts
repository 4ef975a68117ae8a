import {
  type AuditComparison,
  MOVES,
  type Move,
  type MovedCells,
  type MovedStatement,
} from '../facts/audit-comparison.ts';
import { type Programme, ratingShown } from '../model/programme.ts';
import { visible } from '../model/visible.ts';
import { markdown } from '../workspace/scaffold-text.ts';
import { alike, remarkSentences, summed } from './audit-comparison.ts';
import { MARKS } from './audit-table.ts';

/** What moved between two years' audits as a paper in Markdown, such as for governors. */
export function comparisonMarkdown(comparison: AuditComparison, programme: Programme, school: string): string {
  const { before, after, strands, elements, statements, remarks } = comparison;
  const parts = [
    `# What moved in the equality audit, ${before.year} to ${after.year}`,
    [school, programme.file.title]
      .filter((each) => each !== '')
      .map(safe)
      .join(', '),
    summed(comparison),
    'The ratings are what each year’s audit suggests. The summary grid may differ from them, and then says why.',
    '## By strand',
    rollUps(
      'Strand',
      strands.map(({ strand, ...roll }) => [strand.title, roll]),
      comparison,
      programme,
    ),
    '## By element',
    rollUps(
      'Element',
      elements.map(({ element, ...roll }) => [element.title, roll]),
      comparison,
      programme,
    ),
    '## By element and strand',
    cellTable(comparison, programme),
    ...(statements.length === 0 ? [] : ['## Statements that moved']),
    ...statements.flatMap((statement, index) => [
      ...(statement.element === statements[index - 1]?.element ? [] : [`### ${safe(statement.element.title)}`]),
      ...statementParts(statement, comparison, programme),
    ]),
    ...(remarks.length === 0 ? [] : ['## Not compared, or with care', list(remarkSentences(remarks).map(safe))]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Roll-ups of both years, and how many of the cells behind each moved how. */
function rollUps(
  title: string,
  rows: readonly (readonly [title: string, roll: MovedCells])[],
  { before, after, overall }: AuditComparison,
  programme: Programme,
): string {
  const moves = MOVES.filter((move) => ['up', 'down', 'same'].includes(move) || overall.counts[move] > 0);
  return table(
    [title, before.year, after.year, ...moves.map((move) => capital(MARKS[move][2]))],
    [...rows, ['All', overall] as const].map(([name, roll]) => [
      safe(name),
      ...[roll.before, roll.after].map(({ rating }) =>
        rating === null && roll.move === 'not-comparable' ? 'can’t be told' : ratingTitle(rating, programme),
      ),
      ...moves.map((move) => String(roll.counts[move])),
    ]),
  );
}

function cellTable({ cells, strands, elements }: AuditComparison, programme: Programme): string {
  return table(
    ['Element', ...strands.map(({ strand }) => safe(strand.title))],
    elements.map(({ element }) => [
      safe(element.title),
      ...strands.map(({ strand }) => {
        const cell = cells.find((each) => each.element.id === element.id && each.strand.id === strand.id);
        if (cell === undefined) return '';
        if (cell.move === 'not-comparable') return MARKS[cell.move][2];
        const [from, to] = [cell.before.rating, cell.after.rating].map((rating) => ratingTitle(rating, programme));
        return from === to ? `${to}` : `${from} → ${to}${marked(cell.move)}`;
      }),
    ]),
  );
}

function statementParts(
  moved: MovedStatement,
  { before, after }: AuditComparison,
  programme: Programme,
): readonly string[] {
  const number = moved.statement.id.split('.').at(-1) ?? '';
  return [
    `**${number}. ${safe(moved.statement.text)}**`,
    list([
      ...alike(moved).map((group) => {
        const [from, to] = [ratingTitle(group.before, programme), ratingTitle(group.after, programme)];
        return `${from} → ${to}${marked(group.move)} for ${group.titles.map(safe).join(', ')}`;
      }),
      `${before.year}: ${safe(moved.because.before ?? 'no reason given')}`,
      `${after.year}: ${safe(moved.because.after ?? 'no reason given')}`,
    ]),
  ];
}

function ratingTitle(rating: string | null, programme: Programme): string {
  return rating === null ? MARKS['not-yet'][2] : safe(ratingShown(programme, rating)?.title ?? rating);
}

function marked(move: Move): string {
  return MARKS[move][0] === '' ? '' : ` ${MARKS[move][0]}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A text of which Markdown makes only that text. */
function safe(text: string): string {
  return visible(markdown(text)).replaceAll('~', '\\~');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
