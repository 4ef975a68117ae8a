import { widthOf } from '../model/width.ts';

/** How wide the characters of DejaVu Sans are, the widest of the usual fonts, in bold and in parts of their size. */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
  [/^[ijlIJ'’.,:;|/\\ ·]/, 0.4],
  [/^[frt!()[\]"*_`–-]/, 0.53],
  [/^[acekosvxyzL“”?]/, 0.69],
  [/^[0-9bdghnpquETFSY${}]/, 0.74],
  [/^[ABCKPRVXZ]/, 0.78],
  [/^[mMW@%—…]/, 1.12],
  [/^[\u0021-\u007e]/, 0.93],
];
/** What is twice as wide as a letter in a terminal, such as an emoji; any other writing; and what joins or adorns. */
const [WIDE, OTHER, UNSEEN] = [1.4, 1.35, 0.1];

/** How wide a text is at most in a picture, whatever font the reader’s machine has, in parts of its size. */
export function emsOf(text: string): number {
  return [...text.normalize('NFC')].reduce((sum, character) => sum + ems(character), 0);
}

function ems(character: string): number {
  const columns = widthOf(character);
  if (columns === 0) return UNSEEN;
  if (columns > 1) return WIDE;
  const [base = '', ...marks] = character.normalize('NFD');
  return (WIDTHS.find(([characters]) => characters.test(base))?.[1] ?? OTHER) + marks.length * UNSEEN;
}

/**
 * A text in lines of much the same length that are no wider than so many parts of its size: broken at spaces, a longer
 * word wherever it must be. What goes beyond the last line is left out, with … in its place.
 */
export function pictureLines(text: string, width: number, most: number): readonly string[] {
  const words = text.split(' ').flatMap((word) => inPieces(word, width));
  const lines = filled(words, width);
  if (lines.length > most) {
    const [end = ''] = inPieces(lines.slice(most - 1).join(' '), width - emsOf('…'));
    return [...lines.slice(0, most - 1), `${end.trimEnd()}…`];
  }
  const narrowest = Math.max(...words.map(emsOf), width / 2);
  for (let narrower = narrowest; narrower < width; narrower += 0.5) {
    const even = filled(words, narrower);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** Words set into lines, as many as go into each. */
function filled(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || emsOf(`${last} ${word}`) > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word cut into pieces that are no wider than so much. */
function inPieces(word: string, width: number): readonly string[] {
  const pieces = [''];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && emsOf(last + segment) > width) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}
