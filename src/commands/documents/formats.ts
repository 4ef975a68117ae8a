import { nearest } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { type Input, text } from '../command.ts';

/** What a document can be written as. */
export const FORMATS = ['html', 'pdf', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * The formats that `--format` names, with commas between, each once and in the order of `FORMATS`.
 * @param able those that this document can be written as
 * @param usual what is written where nothing is said
 */
export function formatsOf(
  input: Input,
  able: readonly Format[],
  usual: readonly Format[],
): { readonly formats: readonly Format[] } | { readonly refusal: Outcome } {
  const asked = text(input, 'format');
  if (asked === undefined) return { formats: usual };
  const words = asked.split(',').map((word) => word.trim().toLowerCase());
  for (const word of words) {
    if (able.some((format) => format === word)) continue;
    const near = nearest(word, able);
    const remedy = near === null ? `It can be ${listed(able)}.` : `Did you mean ${near}?`;
    return { refusal: unusable(`This can’t be written as ${word === '' ? 'nothing' : word}.`, remedy) };
  }
  return { formats: able.filter((format) => words.includes(format)) };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
