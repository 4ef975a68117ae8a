import { isMap, isSeq, type Node } from 'yaml';
import type { Step } from '../model/place.ts';
import { between, follow, type Holder, itemEnd, itemStart, lineEnd, lineStart, spanOf } from './edit-nodes.ts';
import type { Splice } from './edit-set.ts';

/** The ways to take out what stands at a path, the best first. Comments around it stay, one behind it too. */
export function removals(text: string, root: Node | null, path: readonly Step[]): readonly Splice[] {
  const spot = follow(root, path);
  if (spot === null || spot.holder === null || spot.rest.length > 0) return [];
  const { holder, index } = spot;
  if (holder.items.length === 1) return lastRemoved(text, root, path, holder);
  const from = itemStart(text, holder, index);
  const end = from === null ? null : (itemEnd(text, holder, index) ?? null);
  if (from === null || end === null) return [];
  return holder.flow ? inBrackets(text, holder, index, from, end) : inLines(text, holder, index, from, end);
}

/** The only item of a map or list leaves an empty one. */
function lastRemoved(text: string, root: Node | null, path: readonly Step[], holder: Holder): readonly Splice[] {
  const empty = isMap(holder) ? '{}' : '[]';
  if (holder.flow) {
    const [from, to] = holder.range ?? [0, 0];
    return [{ from, to, text: empty }];
  }
  const above = follow(root, path.slice(0, -1));
  if (above === null || above.node === null) return [];
  if (above.holder === null) return [{ ...wholeOf(text, holder), text: empty }];
  const span = spanOf(text, above.holder, above.index, above.node);
  if (span === null) return [];
  return [
    { from: span.gap, to: span.to, text: ` ${empty}` },
    { from: span.from, to: span.to, text: empty },
  ];
}

/** Where a file's whole content stands, without the line end behind it. */
function wholeOf(text: string, holder: Holder): Omit<Splice, 'text'> {
  const [from, end] = [itemStart(text, holder, 0) ?? 0, itemEnd(text, holder, holder.items.length - 1) ?? text.length];
  return { from, to: from + text.slice(from, end).trimEnd().length };
}

function inBrackets(text: string, holder: Holder, index: number, from: number, end: number): readonly Splice[] {
  const next = itemStart(text, holder, index + 1);
  if (index < holder.items.length - 1 && next !== null) {
    const comma = between(text, end, next, ',');
    if (comma === null) return [];
    const gap = text.slice(comma + 1, next);
    return [{ from, to: gap.includes('#') ? comma + 1 : next, text: '' }];
  }
  const before = itemEnd(text, holder, index - 1);
  const comma = before === null ? null : between(text, before, from, ',');
  if (before === null || comma === null) return [];
  return text.slice(before, from).includes('#') ? [{ from, to: end, text: '' }] : [{ from: before, to: end, text: '' }];
}

function inLines(text: string, holder: Holder, index: number, from: number, end: number): readonly Splice[] {
  const isBlock = text[end - 1] === '\n';
  const comment = isBlock ? '' : text.slice(end, lineEnd(text, end)).trim();
  const line = lineStart(text, from);
  const isFirstInLine = text.slice(line, from).trim() === '';
  if (comment !== '') return [{ from, to: lineEnd(text, end) - comment.length, text: '' }];
  if (isFirstInLine) {
    const after = isBlock ? end : lineEnd(text, end);
    const eol = /^\r?\n/.exec(text.slice(after))?.[0].length ?? 0;
    if (isBlock || eol > 0) return [{ from: line, to: isBlock ? after : after + eol, text: '' }];
    // The last line of a file that has no line end: the one before it goes.
    const start = line - (text.slice(line - 2, line) === '\r\n' ? 2 : 1);
    return [{ from: Math.max(0, start), to: after, text: '' }];
  }
  const next = index + 1 < holder.items.length ? itemStart(text, holder, index + 1) : null;
  if (next === null || isSeq(holder)) return [];
  return [{ from, to: text.slice(end, next).includes('#') ? end : next, text: '' }];
}
