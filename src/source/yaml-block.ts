import { yamlText } from './yaml-text.ts';

/** What a literal block can't hold: other line breaks, control characters, and what YAML does not count as printable. */
const UNPRINTABLE = /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
/** What would begin a list, a heading or a quotation in Markdown if a line began with it. */
const MARKS = /^([-+*>#=_~|:`]|\d{1,9}[.)])/;

/**
 * A text as a YAML literal block (`|`), the style in which Markdown is easiest to edit: what follows the key's colon,
 * line breaks included. Lines that are too long are broken at a space, which Markdown reads as a space. A text that a
 * literal block can't hold becomes a quoted one.
 * @param text Markdown; white space around it is dropped
 * @param indent how far the block's lines are indented, in spaces
 * @param width how long a line may be, its indent included
 */
export function yamlBlock(text: string, indent: number, width = 100): string {
  const trimmed = text.replace(/\r\n?/g, '\n').trim();
  if (trimmed === '' || UNPRINTABLE.test(trimmed)) return yamlText(trimmed);
  const lines = trimmed.split('\n').flatMap((line) => broken(line.trimEnd(), width - indent));
  return `|\n${lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}`;
}

/** A line broken at spaces; what follows a break is indented like the line's own text, so that a list's item stays one. */
function broken(line: string, width: number): readonly string[] {
  const hang = /^\s*([-+*]|\d{1,9}[.)])\s+|^\s*/.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = '';
  for (const word of line.slice(hang).split(/ +/)) {
    const start = lines.length === 0 ? line.slice(0, hang) : ' '.repeat(hang);
    if (current === '') current = start + word;
    else if (current.length + 1 + word.length <= width || MARKS.test(word)) current += ` ${word}`;
    else {
      lines.push(current);
      current = ' '.repeat(hang) + word;
    }
  }
  return [...lines, current];
}
