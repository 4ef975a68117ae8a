/** What a formula comes to where it can't be worked out. */
const FAILURE = '#(?:REF!|N/A|DIV/0!|VALUE!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)$';
const FAILED = new RegExp(`^${FAILURE}`);
/**
 * What a spreadsheet program may take for a formula: a text that begins with a sign, though there be spaces before it, or
 * with a tab or line break (the list is OWASP's, with the full-width signs that Excel takes for the same); and what reads
 * as the failure of one.
 */
const RISKY = new RegExp(`^('*)(?:\\s*[=+\\-@＝＋－＠]|[\\t\\r\\n]|${FAILURE})`);

/**
 * A text as it is safe in a cell of a CSV file: one that could be taken for a formula gets an apostrophe before it, and
 * so does one that would read as such a guarded text. `unguarded` gives back what was there.
 */
export function guarded(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** As `guarded`, for cells that say themselves that they hold text: only what would read as guarded gets an apostrophe. */
export function guardedText(text: string): string {
  return RISKY.exec(text)?.[1] ? `'${text}` : text;
}

/** A text without the apostrophe that guarded it. */
export function unguarded(text: string): string {
  return RISKY.exec(text)?.[1] ? text.slice(1) : text;
}

/** Whether a cell of a CSV file, where nothing says what is text, is what a formula failed to come to. */
export function isFailure(text: string): boolean {
  return FAILED.test(text);
}
