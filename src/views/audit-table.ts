import type { AuditComparison, Move, Moved, MovedCells } from '../facts/audit-comparison.ts';
import { type Line, type Run, run, type Tone } from '../model/block.ts';
import { type Programme, ratingShown } from '../model/programme.ts';
import { inLines, pad, widthOf, wrap } from '../model/width.ts';

/** How a move is marked beside its letters, in which tone, and what that means. */
export const MARKS: { readonly [move in Move]: readonly [mark: string, tone: Tone, means: string] } = {
  up: ['↑', 'good', 'moved up'],
  down: ['↓', 'bad', 'moved down'],
  same: ['', 'dim', 'the same'],
  new: ['', 'plain', 'new'],
  'no-longer': ['', 'plain', 'no longer applies'],
  'not-yet': ['', 'warn', 'not yet judged'],
  'not-comparable': ['?', 'bad', 'can’t be compared'],
};

/** What stands for a rating that is not there yet. */
const NONE = '·';
const ALL = 'All';
const GAP = 2;
/** The least room for the elements' titles. */
const LEAST = 20;

/** Elements down, strands across, in each cell what its roll-up was and is; how many moved up and down at the edges. */
export function auditTable(comparison: AuditComparison, programme: Programme, width: number): readonly Line[] {
  const { cells, strands, elements, overall } = comparison;
  const tallies = [...strands, ...elements, overall].map(tally);
  const widest = Math.max(
    ...[...cells, ...strands, ...elements, overall].map((each) => widthOf(moved(each, programme))),
  );
  const [all, edge] = [Math.max(widest, ALL.length) + GAP, Math.max(0, ...tallies.map(widthOf))];
  const narrowest = Math.max(widest, ...strands.map((strand) => widthOf(tally(strand)))) + GAP;
  const columns = columnWidths(
    strands.map(({ strand }) => strand.title),
    narrowest,
    width - LEAST - all - edge,
  );
  const room = width - all - edge - columns.reduce((sum, column) => sum + column, 0);
  const first = Math.min(room, Math.max(ALL.length, ...elements.map(({ element }) => widthOf(element.title))) + GAP);
  const row = (title: string, each: readonly (Moved | undefined)[], roll: MovedCells, end: string): readonly Line[] => {
    const [head = '', ...rest] = wrap(title, first - GAP);
    return [
      [
        pad(head, first),
        ...each.map((cell, index) => cellRun(cell, columns[index] ?? 0, programme)),
        cellRun(roll, all, programme),
        run(end, 'dim'),
      ],
      ...rest.map((part) => `  ${part}`),
    ];
  };
  const edgeRow = `${' '.repeat(first)}${strands.map((strand, index) => pad(tally(strand), columns[index] ?? 0)).join('')}`;
  return [
    ...heads(
      strands.map(({ strand }) => strand.title),
      columns,
    ).map(
      (head, index, every): Line => [run(`${' '.repeat(first)}${head}${index === every.length - 1 ? ALL : ''}`, 'dim')],
    ),
    ...elements.flatMap(({ element, ...roll }) => {
      const own = cells.filter((cell) => cell.element.id === element.id);
      const across = strands.map(({ strand }) => own.find((cell) => cell.strand.id === strand.id));
      return row(element.title, across, roll, tally(roll));
    }),
    ...row(ALL, strands, overall, tally(overall)),
    ...(strands.every((strand) => tally(strand) === '') ? [] : [[run(edgeRow, 'dim')]]),
    '',
    ...keyLines(comparison, programme, width),
  ];
}

/** Letters of both years where they are not the same, with the mark of the move. */
function moved({ before, after, move }: Moved, programme: Programme): string {
  const letter = (rating: string | null): string =>
    rating === null ? NONE : (ratingShown(programme, rating)?.letter ?? '?');
  if (move === 'not-comparable') return MARKS[move][0];
  const [from, to] = [letter(before.rating), letter(after.rating)];
  return `${from === to ? from : `${from}→${to}`}${MARKS[move][0]}`;
}

function cellRun(cell: Moved | undefined, column: number, programme: Programme): Run {
  return cell === undefined
    ? run(' '.repeat(column), 'plain')
    : run(pad(moved(cell, programme), column), MARKS[cell.move][1]);
}

function tally({ counts }: MovedCells): string {
  return [counts.up > 0 ? `${counts.up}↑` : '', counts.down > 0 ? `${counts.down}↓` : ''].join('');
}

/** As wide as each title's longest word, or where that leaves too little room, an equal share. */
function columnWidths(titles: readonly string[], narrowest: number, room: number): readonly number[] {
  const wanted = titles.map((title) => Math.max(narrowest, ...title.split(' ').map((word) => widthOf(word) + GAP)));
  if (wanted.reduce((sum, column) => sum + column, 0) <= room) return wanted;
  const share = Math.max(narrowest, Math.floor(room / titles.length));
  return wanted.map((column) => Math.min(column, share));
}

/** The titles of columns over as many lines as the longest needs; a word that is too wide goes on in the next line. */
function heads(titles: readonly string[], columns: readonly number[]): readonly string[] {
  const broken = titles.map((title, index) => {
    const column = (columns[index] ?? 0) - 1;
    const parts = title.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${column}}`, 'gu')) ?? [word]);
    return wrap(parts.join(' '), column);
  });
  const rows = Math.max(1, ...broken.map((lines) => lines.length));
  return Array.from({ length: rows }, (_, row) =>
    broken.map((lines, index) => pad(lines[row - (rows - lines.length)] ?? '', columns[index] ?? 0)).join(''),
  );
}

function keyLines({ cells }: AuditComparison, programme: Programme, width: number): readonly Line[] {
  const ratings = [...programme.file.scale, programme.file.notApplicable].map(
    ({ letter, title }) => `${letter} = ${title.toLowerCase()}`,
  );
  const marks = Object.entries(MARKS)
    .filter(([move, [mark]]) => mark !== '' && cells.some((cell) => cell.move === move))
    .map(([, [mark, , means]]) => `${mark} = ${means}`);
  const key = [...ratings, `${NONE} = ${MARKS['not-yet'][2]}`, ...marks];
  const pieces = key.map((piece, index) => (index < key.length - 1 ? `${piece},` : piece));
  return inLines(pieces, ' ', width).map((line): Line => [run(line, 'dim')]);
}
