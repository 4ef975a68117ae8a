import { daysBetween, type IsoDate, plus, type Span } from '../../../model/calendar.ts';

/** A time as it is drawn: a row for each thing, its course along one axis, and the same in words. */
export interface TimelineShown {
  readonly caption: string;
  /** The heads of the two columns that say it in words. */
  readonly heads: readonly [string, string];
  readonly ticks: readonly Tick[];
  /** Where today stands on the axis, in per cent. */
  readonly today: number;
  readonly rows: readonly TimelineRow[];
  /** What the strokes and points mean, of those there are. */
  readonly key: readonly { readonly kind: string; readonly isPoint: boolean; readonly words: string }[];
}

export interface TimelineRow {
  readonly title: string;
  /** A word on where it stands, said before the rest. */
  readonly status: string | null;
  readonly isLate: boolean;
  readonly notes: readonly string[];
  /** The drawing in words. */
  readonly when: string;
  readonly strokes: readonly Stroke[];
  readonly points: readonly Point[];
}

/** A stretch of time, in per cent of the axis. */
export interface Stroke {
  readonly kind: string;
  readonly from: number;
  readonly length: number;
}

export interface Point {
  readonly kind: string;
  readonly at: number;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
  /** Whether a year begins there: a narrow page labels no others. */
  readonly isYear: boolean;
}

/** Places dates on a line from the first to the last of them. */
export interface TimeAxis {
  readonly at: (date: IsoDate) => number;
  readonly stroke: (kind: string, from: IsoDate, to: IsoDate) => Stroke;
  readonly ticks: readonly Tick[];
}

/** A dated thing at the very edge still needs room. In per cent. */
const MARGIN = 3;
/** A label further on would stand out over the edge. In per cent. */
const LAST_LABEL = 92;
/** More labels than this would run into each other. */
const MOST_TICKS = 8;
const STEPS: readonly Span[] = [
  'P1M',
  'P3M',
  'P6M',
  'P1Y',
  'P2Y',
  'P5Y',
  'P10Y',
  'P20Y',
  'P50Y',
  'P100Y',
  'P500Y',
  'P1000Y',
];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The axis that holds all of some dates. @param dates at least one */
export function timeAxis(dates: readonly IsoDate[]): TimeAxis {
  const sorted = [...dates].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const days = Math.max(1, daysBetween(first, last));
  const at = (date: IsoDate): number =>
    rounded(MARGIN + Math.min(Math.max(daysBetween(first, date) / days, 0), 1) * (100 - 2 * MARGIN));
  return {
    at,
    stroke: (kind, from, to) => ({ kind, from: at(from), length: rounded(Math.max(0, at(to) - at(from))) }),
    ticks: ticksBetween(first, last).map((date) => {
      const { label, isYear } = labelOf(date);
      return { at: at(date), label: at(date) > LAST_LABEL ? '' : label, isYear };
    }),
  };
}

/** A drawing of rows on an axis, with today's place on it, and of the key what the rows have. */
export function timelineOf(
  axis: TimeAxis,
  on: IsoDate,
  { key, ...drawing }: Pick<TimelineShown, 'caption' | 'heads' | 'rows' | 'key'>,
): TimelineShown {
  const kinds = new Set(drawing.rows.flatMap(({ strokes, points }) => [...strokes, ...points].map(({ kind }) => kind)));
  return { ...drawing, ticks: axis.ticks, today: axis.at(on), key: key.filter(({ kind }) => kinds.has(kind)) };
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/** The first days of months or years, evenly spaced, at most so many. */
function ticksBetween(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  for (const step of STEPS) {
    const dates: IsoDate[] = [];
    for (
      let date = before(first, step);
      date <= last && date.length === 10 && dates.length <= MOST_TICKS;
      date = plus(date, step)
    )
      if (date >= first) dates.push(date);
    if (dates.length <= MOST_TICKS) return dates;
  }
  return [];
}

/** The last step of the calendar up to a date: for three months January, April, July or October. */
function before(date: IsoDate, step: Span): IsoDate {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const size = Number(step.slice(1, -1));
  const [y, m] = step.endsWith('Y') ? [year - (year % size), 1] : [year, month - ((month - 1) % size)];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`;
}

function labelOf(date: IsoDate): Pick<Tick, 'label' | 'isYear'> {
  const [year = '', month = ''] = date.split('-');
  const isYear = month === '01';
  return { label: isYear ? year : (MONTHS[Number(month) - 1] ?? ''), isYear };
}
