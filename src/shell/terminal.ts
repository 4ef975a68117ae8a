import type { Block, Line, Tone } from '../model/block.ts';
import { harmless, visible } from '../model/visible.ts';
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
      const text = block.lines.map((line) => `${lineText(line, paints[block.to]).trimEnd()}\n`).join('');
      (block.to === 'out' ? out : err).write(text);
    }
  };
}

const PLAIN: Paints = { out: (text) => text, err: (text) => text };

function lineText(line: Line, paint: Paint): string {
  if (typeof line === 'string') return visible(line);
  return line
    .map((run) => (typeof run === 'string' ? visible(run) : paint(visible(run.text), run.tone ?? 'plain')))
    .join('');
}
