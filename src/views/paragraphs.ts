import { cut, wrap } from '../model/width.ts';

/** How much of a text is shown, in columns; where it stands there is all of it. */
const LONGEST = 1000;

/** A long text as its writer broke it, in lines of at most a width in columns, without those that are empty. */
export function paragraphs(text: string, indent: string, width: number): readonly string[] {
  return cut(text, LONGEST)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => wrap(line, Math.max(20, width - indent.length)))
    .map((line) => `${indent}${line}`);
}
