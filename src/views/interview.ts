import { filled } from '../facts/requirements/requirement.ts';
import { type Line, run } from '../model/block.ts';
import type { Programme } from '../model/programme.ts';
import { pad, widthOf, wrap } from '../model/width.ts';
import { rollUpLetter } from './grid.ts';

const INDENT = '  ';
/** The most columns in which a text is easily read. */
const MOST = 100;

/** How wide what an interview shows may be, in a terminal so wide. */
export function readable(width: number): number {
  return Math.min(width - 2, MOST);
}

/** The heading of a stop of an interview: what it is about, and how far along it is. Widths here are readable ones. */
export function headLines(title: string, position: string, width: number): readonly Line[] {
  const isWide = widthOf(title) + widthOf(position) + 2 > width;
  return isWide
    ? ['', ...wrap(title, width).map((line): Line => [run(line, 'strong')]), [run(position, 'dim')]]
    : ['', [run(title, 'strong'), run(`  ${position}`, 'dim')]];
}

/** Each rating of the scale with what it looks like. */
export function scaleLines(
  programme: Programme,
  descriptors: { readonly [rating: string]: string } | undefined,
  width: number,
): readonly Line[] {
  const { scale } = programme.file;
  const column = Math.max(...scale.map(({ title }) => widthOf(title))) + 2;
  return scale.flatMap(({ id, title, means }) => {
    const [head = '', ...rest] = wrap(descriptors?.[id] ?? means ?? '', width - column - 6);
    const letter = rollUpLetter(programme, { rating: id, provisional: null });
    return [
      [INDENT, ...letter, ' ', pad(title, column), head] as Line,
      ...rest.map((line) => ' '.repeat(INDENT.length + 4 + column) + line),
    ];
  });
}

/** What was said in a year, or so far: a judgement, and the reason for it. */
export function saidLines(
  when: string,
  judgement: string,
  because: string | null | undefined,
  width: number,
): readonly Line[] {
  return [
    ...wrap(`${when}: ${judgement}`, width - 2).map((line) => INDENT + line),
    ...(filled(because ?? undefined) ? wrap(because ?? '', width - 4) : []).map(
      (line): Line => [run(`${INDENT}  ${line}`, 'dim')],
    ),
  ];
}
