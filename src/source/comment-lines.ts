import { Lexer } from 'yaml';

/** A comment that has a line to itself. */
export interface CommentLine {
  /** From the `#` on. */
  readonly text: string;
  /** From 1, as `locate` counts. */
  readonly line: number;
  /** Its first and one past its last offset in the text. */
  readonly from: number;
  readonly to: number;
}

/** What the lexer puts between the stretches of text: the start of a document, the end of a line in brackets, a scalar to come. */
const DOCUMENT = '\u0002';
const FLOW_END = '\u0018';
const SCALAR = '\u001f';

/**
 * Every comment of a YAML text, sound or not, that has a line to itself; nothing that only looks like one inside quotes
 * or a block of text.
 */
export function commentLines(text: string): readonly CommentLine[] {
  const comments: CommentLine[] = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  let counted = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!inScalar && (token === DOCUMENT || token === FLOW_END)) continue;
    if (!inScalar && token === SCALAR) {
      inScalar = true;
      continue;
    }
    if (!inScalar && token.startsWith('#')) {
      for (; counted < offset; counted++) {
        const code = text.charCodeAt(counted);
        if (code !== 10 && (code !== 13 || text.charCodeAt(counted + 1) === 10)) continue;
        line++;
        lineStart = counted + 1;
      }
      const comment = token.trimEnd();
      if (text.slice(lineStart, offset).trim() === '')
        comments.push({ text: comment, line, from: offset, to: offset + comment.length });
    }
    inScalar = false;
    offset += token.length;
  }
  return comments;
}
