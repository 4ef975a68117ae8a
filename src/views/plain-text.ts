import type { Block, Line } from '../model/block.ts';
import { harmless, visible } from '../model/visible.ts';

/** What blocks print, without colour: for a file. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('');
}

function blockText(block: Block): string {
  if (block.kind === 'json') return `${harmless(JSON.stringify(block.value, null, 2))}\n`;
  if (block.kind === 'text') return block.text;
  return block.lines.map((line) => `${lineText(line).trimEnd()}\n`).join('');
}

function lineText(line: Line): string {
  if (typeof line === 'string') return visible(line);
  return line.map((run) => visible(typeof run === 'string' ? run : run.text)).join('');
}
