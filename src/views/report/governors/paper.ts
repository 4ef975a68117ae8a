import { emsOf, pictureLines } from '../../picture-text.ts';

/**
 * The one side of A4 that governors get, in millimetres, as `governors.css` lays it out. What is said here of heights is
 * never less than what the browser needs, so that a page that fits by this fits on paper.
 */
export const PAPER = {
  width: 174,
  /** Between the margins, without the digest at the end. */
  height: 262,
} as const;

const SPACE = emsOf(' ');
/** In a point. */
const MM = 0.3528;
/** `emsOf` measures a wider typeface than the one that documents are set in: by so much, in its two weights. */
const NARROWER = { regular: 0.8, bold: 0.85 } as const;

/** How a text is set: its size in points, in how many millimetres. */
export interface Setting {
  readonly size: number;
  readonly width: number;
  readonly weight?: keyof typeof NARROWER;
}

/** How many lines a text takes at most. */
export function linesOf(text: string, setting: Setting): number {
  const width = emsIn(setting);
  let [lines, used] = [1, 0];
  for (const word of tidy(text).split(' ')) {
    const ems = emsOf(word);
    if (used > 0 && used + SPACE + ems > width) [lines, used] = [lines + 1, 0];
    used += used === 0 ? ems : SPACE + ems;
    // A word that is longer than a line is broken wherever it must be; a wide character may leave some of a line.
    const over = Math.max(0, Math.ceil(used / (width - 1.4)) - 1);
    [lines, used] = [lines + (used > width ? over : 0), used > width ? used - over * (width - 1.4) : used];
  }
  return lines;
}

/** A text that takes so many lines at most, cut with … where it would take more. */
export function fitted(text: string, setting: Setting, most: number): string {
  const plain = tidy(text);
  return linesOf(plain, setting) <= most ? plain : pictureLines(plain, emsIn(setting), most).join(' ');
}

/** How much of a line a text takes, in millimetres. */
export function lengthOf(text: string, size: number): number {
  return emsOf(tidy(text)) * NARROWER.regular * size * MM;
}

function emsIn({ size, width, weight = 'regular' }: Setting): number {
  return width / (size * MM * NARROWER[weight]);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
