import type { Outcome } from '../../model/outcome.ts';
import { plainText } from '../../views/plain-text.ts';

/** What an outcome says, line by line, for a list in which it is told of a school. */
export function said({ report }: Outcome): readonly string[] {
  return plainText(report)
    .replace(/^lem: /, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
