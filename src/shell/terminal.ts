import { type Block, type Line, type Run, run, type Tone } from '../model/block.ts';
import { harmless, visible } from '../model/visible.ts';
import { widthOf } from '../model/width.ts';
import type { Stream } from './stream.ts';

/** Puts a tone on a text, as stdout or stderr can show it. */
type Paint = (text: string, tone: Tone) => string;
export interface Paints {
  readonly out: Paint;
  readonly err: Paint;
}

/**
 * Prints blocks, people's lines in colour where that is wanted; no control character of a file reaches the terminal.
 * What colours is loaded only where there can be colour, which a pipe or a file has none of unless it is forced.
 */
export async function printer(
  out: Stream,
  err: Stream,
  env: { readonly [name: string]: string | undefined },
): Promise<(block: Block) => void> {
  const isWanted = !env.NO_COLOR && (env.FORCE_COLOR !== undefined || out.isTTY === true || err.isTTY === true);
  const paints = isWanted ? (await import('./colour.ts')).paints() : PLAIN;
  return (block) => {
    if (block.kind === 'json') out.write(`${harmless(JSON.stringify(block.value, null, 2))}\n`);
    else if (block.kind === 'text') out.write(block.text);
    else {
      // What is said of a mistake is of any length: only a terminal has an end of line to break it at.
      const width = block.to === 'err' && err.isTTY === true ? Math.max(40, err.columns ?? 80) : null;
      const lines = width === null ? block.lines : block.lines.flatMap((line) => broken(line, width));
      const text = lines.map((line) => `${lineText(line, paints[block.to]).trimEnd()}\n`).join('');
      (block.to === 'out' ? out : err).write(text);
    }
  };
}

/** A line that is wider than the terminal in lines that are broken between words, those after the first set in. */
function broken(line: Line, width: number): readonly Line[] {
  const runs = (typeof line === 'string' ? [line] : line).map((each) =>
    typeof each === 'string' ? { text: each } : each,
  );
  const text = runs.map((each) => each.text).join('');
  if (widthOf(visible(text)) <= width) return [line];
  const indent = `${/^ */.exec(text)?.[0] ?? ''}  `;
  const lines: Run[][] = [[]];
  let column = 0;
  for (const { text: words, tone = 'plain' } of runs)
    for (const word of words.split(/(?<= )/)) {
      if (column + widthOf(visible(word.trimEnd())) > width && column > indent.length) {
        lines.push([run(indent, 'plain')]);
        column = indent.length;
      }
      lines.at(-1)?.push(run(word, tone));
      column += widthOf(visible(word));
    }
  return lines;
}

const PLAIN: Paints = { out: (text) => text, err: (text) => text };

function lineText(line: Line, paint: Paint): string {
  if (typeof line === 'string') return visible(line);
  return line
    .map((run) => (typeof run === 'string' ? visible(run) : paint(visible(run.text), run.tone ?? 'plain')))
    .join('');
}
