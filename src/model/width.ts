import stringWidth from 'fast-string-width';

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** A text filled up with spaces to a width in columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** A text cut to a width in columns, with … where something is left out. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text broken at its spaces into lines of at most a width in columns; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines = inLines(
    text.split(/\s+/).filter((word) => word !== ''),
    ' ',
    width,
  );
  return lines.length === 0 ? [''] : lines;
}

/** Pieces set side by side, with a gap between them, in lines of at most a width in columns; a wider piece stands alone. */
export function inLines(pieces: readonly string[], gap: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last) + widthOf(gap) + widthOf(piece) > width) lines.push(piece);
    else lines[lines.length - 1] = last + gap + piece;
  }
  return lines;
}
