import { altText, asOn, type Kind, phrases, type Standing } from './badge-standing.ts';
import { emsOf, pictureLines } from './picture-text.ts';

/** A picture of a badge or the Mark, laid out for its template. Lengths are in pixels. */
export interface Picture {
  /** Begins every id in it, so that several may stand in one page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** The card, which leaves room for its own edge. */
  readonly card: { readonly width: number; readonly height: number };
  readonly kind: Kind;
  readonly look: Look;
  /** Where the upper part ends, and its middle, where the emblem is. */
  readonly foot: number;
  readonly middle: number;
  /** The shape round the state’s words. */
  readonly pill: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly words: readonly Text[];
  readonly texts: readonly Text[];
  /** The Mark’s ring; null for a badge. */
  readonly ring: Ring | null;
}

interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: Style;
}

/** What tells an award from what is none, without colour too: a full shape or an outline, a whole edge or a broken one. */
interface Look {
  readonly edge: string;
  readonly dash: string;
  readonly pill: string;
  readonly pillEdge: string;
  readonly ink: string;
}

interface Style {
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  readonly fill: string;
  /** From line to line. */
  readonly leading: number;
  /** The most lines. */
  readonly most: number;
}

/** A piece for each badge that the Mark needs, as stroke-dasharray has it. */
interface Ring {
  readonly radius: number;
  readonly pieces: string;
  /** Those that are full; null where none is. */
  readonly full: string | null;
  /** What stands in its middle. */
  readonly count: string;
}

/** The colours of the printed summary, and one for what has ended. */
const [ACCENT, TEXT, QUIET, PAPER, ALERT] = ['#5a2a4f', '#241d22', '#6b6068', '#ffffff', '#8a1c1c'] as const;

const STYLES = {
  programme: { size: 12, weight: 600, fill: ACCENT, leading: 17, most: 2 },
  title: { size: 20, weight: 700, fill: TEXT, leading: 25, most: 5 },
  words: { size: 13, weight: 700, fill: TEXT, leading: 26, most: 1 },
  phrase: { size: 13, weight: 400, fill: TEXT, leading: 18, most: 2 },
  school: { size: 13, weight: 600, fill: TEXT, leading: 18, most: 3 },
  day: { size: 12, weight: 400, fill: QUIET, leading: 17, most: 1 },
} as const satisfies { readonly [name: string]: Style };

const LOOKS: { readonly [kind in Kind]: Look } = {
  award: { edge: ACCENT, dash: 'none', pill: ACCENT, pillEdge: ACCENT, ink: PAPER },
  ended: { edge: QUIET, dash: 'none', pill: PAPER, pillEdge: ALERT, ink: ALERT },
  none: { edge: QUIET, dash: '7 5', pill: PAPER, pillEdge: QUIET, ink: TEXT },
};

const WIDTH = 400;
/** Half the edge's stroke lies outside the card. */
const EDGE = 1;
/** Where the texts beside the emblem begin, those below it, and where all end. */
const [BESIDE, BELOW, END] = [128, 24, 380];
/** Free space above and below the upper part, round the pill, and above and below what stands at the foot. */
const [AROUND, GAP, FOOT] = [22, 9, 14];
/** The upper part is at least as high as its emblem. */
const LEAST = 148;
const RADIUS = 39;

/** Lays a picture out: the more lines its texts take, the higher it is. */
export function badgePicture(standing: Standing): Picture {
  const { title, programme, school, name, kind, badges, on } = standing;
  const words = rows('words', capital(standing.words));
  const heads = [...rows('programme', programme ?? ''), ...rows('title', title)];
  const facts = phrases(standing).flatMap((phrase) => rows('phrase', capital(phrase)));
  const below = [...rows('school', school, BELOW), ...rows('day', capital(asOn(on)), BELOW)];
  const height = heightOf([...heads, ...words, ...facts]) + 2 * GAP;
  const foot = Math.max(LEAST, height + 2 * AROUND);
  const top = (foot - height) / 2;
  const pill = {
    x: BESIDE,
    y: top + heightOf(heads) + GAP,
    width: Math.max(...words.map(({ style, text }) => rounded(emsOf(text) * style.size + style.leading))),
    height: heightOf(words),
  };
  const card = { width: WIDTH, height: foot + heightOf(below) + 2 * FOOT };
  return {
    id: `lem-${name}`,
    title: `${title}: ${standing.words}, ${asOn(on)}`,
    description: altText(standing),
    width: card.width + 2 * EDGE,
    height: card.height + 2 * EDGE,
    card,
    kind,
    look: LOOKS[kind],
    foot,
    middle: foot / 2,
    pill,
    words: placed(words, pill.x + pill.width / 2, pill.y),
    texts: [
      ...placed(heads, BESIDE, top),
      ...placed(facts, BESIDE, pill.y + pill.height + GAP),
      ...placed(below, BELOW, foot + FOOT),
    ],
    ring: badges === null ? null : ringOf(badges),
  };
}

/** A line of text before it has its place. */
interface Row {
  readonly style: Style;
  readonly text: string;
}

function rows(name: keyof typeof STYLES, text: string, x = BESIDE): readonly Row[] {
  const style = STYLES[name];
  if (text === '') return [];
  return pictureLines(text, (END - x) / style.size, style.most).map((line) => ({ style, text: line }));
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { style }) => sum + style.leading, 0);
}

/** Rows one below another, from a height downwards; the letters stand in the middle of their row. */
function placed(rows: readonly Row[], x: number, top: number): readonly Text[] {
  return rows.map(({ style, text }, index) => {
    const middle = top + heightOf(rows.slice(0, index)) + style.leading / 2;
    return { x: rounded(x), y: rounded(middle + style.size * HALF_LETTER), text, style };
  });
}

/** From the middle of a capital letter down to its foot, in parts of the size. */
const HALF_LETTER = 0.36;

function ringOf({ counted, needed }: { readonly counted: number; readonly needed: number }): Ring {
  const piece = (2 * Math.PI * RADIUS) / needed;
  const gap = Math.min(4, piece / 3);
  const dash = [piece - gap, gap];
  const full = [...Array.from({ length: counted - 1 }, () => dash), [piece - gap, piece * (needed - counted) + gap]];
  const written = (lengths: readonly number[]): string => lengths.map(rounded).join(' ');
  return {
    radius: RADIUS,
    pieces: written(dash),
    full: counted === 0 ? null : written(full.flat()),
    count: `${counted}/${needed}`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
