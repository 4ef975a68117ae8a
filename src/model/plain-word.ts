/** Letters, digits and what ids and paths have between them. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]*$/u;

/** Whether every shell takes a text for one word and nothing more. */
export function isPlainWord(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * A word of a command line that lem suggests. Keys and names of files are whatever somebody may have sent: what a shell
 * would take for more than a word is left for the user to write.
 * @param of what it is, such as `action`
 */
export function plainWord(text: string, of: string): string {
  return isPlainWord(text) ? text : `<${of}>`;
}
