/**
 * What XML 1.0 has no place for, what Word would obey unseen (tabs and lines are set as such), and what turns the
 * direction of writing without being seen: direction is worked out from the letters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSOUND = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

/** A text as Word can hold it. Half a character is shown as one that can't be read. */
export function soundText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(UNSOUND, '');
}

const RIGHT_TO_LEFT =
  '\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';
const FROM_THE_RIGHT = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const STRETCH = new RegExp(`[${RIGHT_TO_LEFT}](?:[^\\p{L}]*[${RIGHT_TO_LEFT}])*\\p{M}*`, 'gu');

/** A text in stretches of one direction each: Word asks for those from right to left to be marked. */
export function stretches(text: string): readonly { readonly text: string; readonly rightToLeft: boolean }[] {
  const found = [...text.matchAll(STRETCH)].map(({ 0: stretch, index }) => ({
    from: index,
    to: index + stretch.length,
  }));
  const bounds = [...new Set([0, ...found.flatMap(({ from, to }) => [from, to]), text.length])];
  const starts = new Set(found.map(({ from }) => from));
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? 0;
    return { text: text.slice(from, to), rightToLeft: starts.has(from) };
  });
}

/** Whether a paragraph begins at the right: its first letter says so, as in the Unicode rules for text of both kinds. */
export function beginsAtRight(text: string): boolean {
  const [first] = text.match(/\p{L}/u) ?? [];
  return first !== undefined && FROM_THE_RIGHT.test(first);
}
