/**
 * Splits a line as bash gives it to completion into its words, without quotes and backslashes. Nothing in it is carried
 * out: `$(…)` and `$NAME` stay as they are.
 * @param line up to the cursor
 * @returns the words before the cursor, and the one it stands in, which may be empty
 */
export function splitLine(line: string): { readonly before: readonly string[]; readonly at: string } {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? '';
    const next = line[index + 1] ?? '';
    if (character === '\\' && (quote === '' || (quote === '"' && '"\\$`'.includes(next)))) {
      word = (word ?? '') + next;
      index++;
    } else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (quote === '' && /\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + character;
  }
  return { before: words, at: word ?? '' };
}
