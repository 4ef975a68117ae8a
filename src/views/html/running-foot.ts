/** How many digits of a digest are printed: enough to tell two documents apart by eye. */
const SHORT = 16;

/**
 * The style sheet that puts a foot on every printed page: what it is, the beginning of its digest, and the page's number.
 * A screen reader of the PDF passes over it.
 */
export function runningFoot(words: readonly string[], digest: string): string {
  const left = [...words, `content ${digest.slice(0, SHORT)}`].join(' · ');
  return `@page { @bottom-left { content: ${quoted(left)}; width: 80%; } @bottom-right { content: "Page " counter(page) " of " counter(pages); } }\n`;
}

/** A text as a string of CSS: all but plain letters is written by its number, so that nothing ends the string or the style. */
function quoted(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} ·.,–-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
