import type { GridFacts } from '../facts/grid.ts';
import type { RollUp } from '../facts/rollup.ts';
import { type Line, type Run, run } from '../model/block.ts';
import { type Programme, ratingShown } from '../model/programme.ts';
import { inLines, pad, widthOf, wrap } from '../model/width.ts';

/** The grid as JSON: schemas/output/grid.json. */
export function gridJson(facts: GridFacts, programme: Programme): unknown {
  const shared = ({ rating, complete, provisional, counts }: RollUp): RollUp => ({
    rating,
    complete,
    provisional,
    counts,
  });
  return {
    format: 1,
    year: facts.year,
    programme: programme.id,
    cells: facts.cells.map(({ element, strand, rating, suggested, differs }) => ({
      element,
      strand,
      rating,
      suggested,
      differs,
    })),
    strands: facts.strands.map(({ strand, ...rest }) => ({ strand, ...shared(rest) })),
    elements: facts.elements.map(({ element, ...rest }) => ({ element, ...shared(rest) })),
    overall: shared(facts.overall),
  };
}

/** A rating as a letter on its colour; a dot where there is none yet. */
function letter(programme: Programme, rating: string | null, mark = ''): Run {
  if (rating === null) return run(` ·${mark || ' '}`, 'dim');
  const shown = ratingShown(programme, rating);
  if (shown === null) return run(` ?${mark || ' '}`, 'bad');
  return run(` ${shown.letter}${mark || (widthOf(shown.letter) > 1 ? '' : ' ')}`, { fill: shown.colour });
}

/** A roll-up as a letter; a provisional one in brackets. */
export function rollUpLetter(
  programme: Programme,
  { rating, provisional }: Pick<RollUp, 'rating' | 'provisional'>,
): readonly (Run | string)[] {
  if (rating !== null) return [letter(programme, rating)];
  if (provisional === null) return [letter(programme, null)];
  return [run(`(${ratingShown(programme, provisional)?.letter ?? '?'})`, 'dim')];
}

/** The grid as a table: elements down, strands across, the roll-ups at its edges, and a key to the letters. */
export function gridLines(facts: GridFacts, programme: Programme, width: number): readonly Line[] {
  const strands = [...programme.strands.values()];
  const columns = columnWidths(
    strands.map(({ title }) => title),
    width,
  );
  const first = width - columns.reduce((sum, column) => sum + column, 0) - ALL.length;
  const title = Math.min(
    first,
    Math.max(...[...programme.elements.values()].map((element) => widthOf(element.title)), ALL.length) + 2,
  );
  const heads = strands.map((strand, index) => broken(strand.title, (columns[index] ?? 0) - 1));
  const rows = Math.max(...heads.map((head) => head.length));
  const lines: Line[] = [[run(`Summary grid ${facts.year}`, 'strong'), `  ${programme.file.title}`], ''];
  for (let row = 0; row < rows; row++) {
    const cells = heads.map((head, index) => pad(head[row - (rows - head.length)] ?? '', columns[index] ?? 0)).join('');
    lines.push([run(`${' '.repeat(title)}${cells}${row === rows - 1 ? ALL : ''}`, 'dim')]);
  }
  const fill = (index: number): string => ' '.repeat(Math.max(0, (columns[index] ?? 0) - LETTER));
  for (const element of programme.elements.values()) {
    const [head = '', ...rest] = wrap(element.title, title - 2);
    const roll = facts.elements.find((each) => each.element === element.id);
    const cells = strands.flatMap(({ id }, index): readonly (Run | string)[] => {
      const cell = facts.cells.find((each) => each.element === element.id && each.strand === id);
      return [letter(programme, cell?.rating ?? null, cell?.differs ? '*' : ''), fill(index)];
    });
    lines.push(
      [pad(head, title), ...cells, ...(roll === undefined ? [] : rollUpLetter(programme, roll))],
      ...rest.map((part) => `  ${part}`),
    );
  }
  const across = facts.strands.flatMap((roll, index): readonly (Run | string)[] => [
    ...rollUpLetter(programme, roll),
    fill(index),
  ]);
  lines.push([run(pad(ALL, title), 'dim'), ...across, ...rollUpLetter(programme, facts.overall)], '');
  lines.push(...keyLines(facts, programme, width));
  return lines;
}

const ALL = 'All';
/** The columns a letter takes, with its margins. */
const LETTER = 3;
/** The least room for the elements' titles. */
const LEAST = 18;

/** As wide as each title's longest word, or where that leaves too little room for the rows' own titles, an equal share. */
function columnWidths(titles: readonly string[], width: number): readonly number[] {
  const wanted = titles.map((title) => Math.max(LETTER, ...title.split(' ').map(widthOf)) + 2);
  const room = width - LEAST - ALL.length;
  if (wanted.reduce((sum, column) => sum + column, 0) <= room) return wanted;
  const share = Math.max(LETTER + 1, Math.floor(room / titles.length));
  return wanted.map((column) => Math.min(column, share));
}

function keyLines(facts: GridFacts, programme: Programme, width: number): readonly Line[] {
  const key = [...programme.file.scale, programme.file.notApplicable].flatMap((rating): readonly (Run | string)[] => [
    run(` ${rating.letter} `, { fill: rating.colour }),
    ` ${rating.title}  `,
  ]);
  const counts = [...programme.file.scale, programme.file.notApplicable, { id: 'missing', title: 'Not yet judged' }]
    .map(({ id, title }) => [facts.overall.counts[id] ?? 0, title.toLowerCase()] as const)
    .filter(([number]) => number > 0)
    .map(([number, title]) => `${number} ${title}`);
  const sums = inLines([`All: ${POLICY_WORDS[programme.file.rollUp]}`, counts.join(', ')], '  ·  ', width);
  const lines: Line[] = [key, ...sums.map((line): Line => [run(line, 'dim')])];
  if (facts.overall.provisional !== null) lines.push([run('(X) provisional: some cells are not yet judged', 'dim')]);
  const differ = facts.cells.filter(({ differs }) => differs);
  if (differ.length > 0) lines.push([run(`* differs from what the audit suggests (${differ.length})`, 'dim')]);
  return lines;
}

/** How several ratings become one, in words. */
export const POLICY_WORDS = {
  median: 'the middle rating, an even split takes the worse',
  worst: 'the worst rating',
  majority: 'the rating held most often, ties take the worse',
} as const;

/** A title over as many lines as its words need in a narrow column; a word that is wider goes on in the next line. */
function broken(title: string, width: number): readonly string[] {
  const words = title
    .split(' ')
    .flatMap((word) => (widthOf(word) <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [word])));
  return wrap(words.join(' '), width);
}
