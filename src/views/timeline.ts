import { type Line, run } from '../model/block.ts';
import { daysBetween, type IsoDate, plus } from '../model/calendar.ts';
import { cut, inLines, pad } from '../model/width.ts';
import { badgeTimeline, type Timeline } from './badge-timeline.ts';

const MOST_TITLE = 24;
/** Room that titles leave to the picture, in columns. */
const LEAST_PICTURE = 20;
const SIGNS = { awarded: '●', supposed: '○', withdrawn: '✗', today: '│', counts: '─', window: '═' };

/**
 * The badges over time, a row for each strand, and the window under them. Every sign is another, so that it reads without
 * colour.
 * @param width of the terminal, in columns
 */
export function timelineLines(timeline: Timeline, width: number): readonly Line[] {
  const { mark, on } = timeline;
  const laid = badgeTimeline(timeline);
  if (laid === null) return [];
  const { first, last, strands } = laid;
  const titles = Math.min(
    MOST_TITLE,
    width - LEAST_PICTURE - 5,
    Math.max(...strands.map(({ title }) => title.length), 'Window'.length),
  );
  const columns = Math.max(12, width - titles - 5);
  const scale = Math.max(1, daysBetween(first, last));
  const columnOf = (date: IsoDate): number =>
    Math.min(columns - 1, Math.max(0, Math.round((daysBetween(first, date) / scale) * (columns - 1))));

  const row = (title: string, draw: (cells: string[]) => void): Line => {
    const cells = Array.from({ length: columns }, () => ' ');
    cells[columnOf(on)] = SIGNS.today;
    draw(cells);
    return [`  ${pad(cut(title, titles), titles)}  `, ...cells.map(toned)];
  };
  return [
    [run(`  ${' '.repeat(titles)}  ${axis(first, last, columns, columnOf)}`, 'dim')],
    ...strands.map(({ title, awards, counts }) =>
      row(title, (cells) => {
        if (counts !== null) fill(cells, columnOf(counts.from), columnOf(counts.to), SIGNS.counts);
        for (const { date, kind } of awards) cells[columnOf(date)] = SIGNS[kind];
      }),
    ),
    ...(mark.window === null
      ? []
      : [
          row('Window', (cells) => {
            const { from, to } = mark.window ?? { from: on, to: on };
            fill(cells, columnOf(from), columnOf(to), SIGNS.window);
          }),
        ]),
    ...inLines(legend(timeline), '  ', columns).map((line): Line => [run(`  ${' '.repeat(titles)}  ${line}`, 'dim')]),
  ];
}

function fill(cells: string[], from: number, to: number, sign: string): void {
  for (let column = from; column <= to; column++) if (cells[column] === ' ') cells[column] = sign;
}

/** The years at the column of their first day. */
function axis(first: IsoDate, last: IsoDate, columns: number, columnOf: (date: IsoDate) => number): string {
  let text = '';
  for (let date = `${first.slice(0, 4)}-01-01`; date <= last; date = plus(date, 'P1Y')) {
    const column = date < first ? 0 : columnOf(date);
    const year = date.slice(0, 4);
    if (column < text.length + (text === '' ? 0 : 1) || column + year.length > columns) continue;
    text = pad(text, column) + year;
  }
  return text;
}

function legend({ awards, supposed }: Timeline): readonly string[] {
  const shown = [
    [SIGNS.awarded, 'awarded', awards.some(({ withdrawn }) => !withdrawn)],
    [SIGNS.supposed, 'what if', supposed.length > 0],
    [SIGNS.withdrawn, 'withdrawn', awards.some(({ withdrawn }) => withdrawn)],
    [SIGNS.today, 'the day asked about', true],
  ] as const;
  return shown.flatMap(([sign, words, isThere]) => (isThere ? [`${sign} ${words}`] : []));
}

function toned(sign: string): Exclude<Line, string>[number] {
  if (sign === SIGNS.awarded) return run(sign, 'good');
  if (sign === SIGNS.supposed) return run(sign, 'accent');
  if (sign === SIGNS.withdrawn) return run(sign, 'bad');
  return sign === ' ' ? sign : run(sign, 'dim');
}
