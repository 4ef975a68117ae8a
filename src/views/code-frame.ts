import { type Line, run } from '../model/block.ts';
import type { Span } from '../model/place.ts';
import { pad, widthOf } from '../model/width.ts';

const AROUND = 1;

/**
 * The lines of a text around a span, with numbers, and carets below what is meant. A line wider than the terminal is
 * shown from a little before the span.
 * @param width in columns
 */
export function codeFrame(text: string, span: Span, width: number): readonly Line[] {
  const lines = text.split(/\r\n|\r|\n/);
  const first = Math.max(1, span.line - AROUND);
  const last = Math.min(lines.length, span.line + AROUND);
  const gutter = String(last).length + 2;
  const room = Math.max(20, width - gutter - 3);
  const until = span.endLine === span.line ? span.endColumn - 1 : span.column;
  const shift = until <= room ? 0 : Math.max(0, Math.min(span.column - 1, until - room));
  const frame: Line[] = [];
  for (let number = first; number <= last; number++) {
    const content = lines[number - 1] ?? '';
    if (number === last && number !== span.line && content.trim() === '') break;
    const here = number === span.line;
    const shown = `${shift > 0 && content.length > shift ? '…' : ''}${content.slice(shift > 0 ? shift + 1 : 0, shift + room)}`;
    frame.push([
      run(pad(`${here ? '›' : ' '} ${number}`.padStart(gutter), gutter), here ? 'bad' : 'dim'),
      run(' │ ', 'dim'),
      here ? shown : run(shown, 'dim'),
    ]);
    if (!here) continue;
    const before = content.slice(shift, span.column - 1);
    const end = span.endLine === span.line ? span.endColumn - 1 : content.length;
    const marked = widthOf(content.slice(span.column - 1, Math.min(end, shift + room)));
    frame.push([
      run(' '.repeat(gutter), 'dim'),
      run(' │ ', 'dim'),
      ' '.repeat(widthOf(before)),
      run('^'.repeat(Math.max(1, marked)), 'bad'),
    ]);
  }
  return frame;
}
