import type { ParagraphStyle, WordBlock, WordCell, WordParagraph, WordRun } from '../../model/word-document.ts';
import { typeset } from '../html/markdown.ts';
import { patternOf } from '../rating-pattern.ts';
import type { EvidenceRef } from '../summary/evidence.ts';
import type { RatingShown } from '../summary/grid.ts';
import { markdownBlocks } from './markdown.ts';

/** A run of a text that holds no markup. */
export function line(text: string, run: Omit<WordRun, 'text'> = {}): WordRun {
  return { text: typeset(text), ...run };
}

export function paragraph(style: ParagraphStyle, ...runs: readonly WordRun[]): WordParagraph {
  return { kind: 'paragraph', style, runs };
}

/** What stands where nothing is written. */
export function unwritten(text: string): WordRun {
  return { text, italic: true, look: 'quiet' };
}

/** What people wrote, or that they have not yet. */
export function prose(text: string | null): readonly WordBlock[] {
  return text === null ? [paragraph('body', unwritten('Not written yet'))] : markdownBlocks(text);
}

/** A section of nothing but what people wrote. */
export function proseSection(title: string, text: string | null): readonly WordBlock[] {
  return [paragraph('heading-1', { text: title }), ...prose(text)];
}

/** A cell of a single paragraph. */
export function cell(...runs: readonly WordRun[]): WordCell {
  return { blocks: [paragraph('body', ...runs)] };
}

export function headers(...titles: readonly string[]): readonly WordCell[] {
  return titles.map((text) => cell({ text }));
}

/** A rating by its colour, its pattern, its letter and its word, each of which says it alone. @param none what stands where there is none */
export function ratingRuns(rating: RatingShown | null, none: string): readonly WordRun[] {
  if (rating === null) return [unwritten(none)];
  const letter = { text: `${GAP}${rating.letter}${GAP}`, bold: true, fill: rating.colour };
  return [patternRun(rating), letter, { text: GAP }, line(rating.title)];
}

/** The pattern of a rating, before its letter. */
export function patternRun(rating: RatingShown): WordRun {
  return { text: GAP.repeat(3), fill: rating.colour, pattern: patternOf(rating) };
}

/** Links to evidence items, each by its number and its title. */
export function evidenceLinks(evidence: readonly EvidenceRef[]): readonly WordRun[] {
  return evidence.flatMap(({ ref, anchor, title }, index) => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    { text: ref, bold: true, to: anchor },
    { text: ` ${typeset(title)}`, to: anchor },
  ]);
}

/** A space that no line is broken at. */
const GAP = '\u00a0';
