import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Plain } from '../model/edit.ts';
import type { Step } from '../model/place.ts';
import { nested } from './edit-data.ts';
import {
  columnOf,
  follow,
  type Holder,
  isBlockText,
  isEmpty,
  itemEnd,
  itemStart,
  keyOf,
  lineEnd,
  type Span,
  type Spot,
  slot,
  spanOf,
} from './edit-nodes.ts';
import {
  afterDash,
  afterKey,
  doubleQuoted,
  folded,
  inline,
  keyText,
  literal,
  type Manner,
  singleQuoted,
} from './edit-text.ts';

/** A stretch of the text and what comes in its place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The ways to write a value at a path, the best first: whoever takes one must hold that it reads as it should.
 * @param order the keys of the map as they usually follow one another, for one that is not there yet
 */
export function settings(
  text: string,
  root: Node | null,
  path: readonly Step[],
  value: Plain,
  order: readonly string[],
): readonly Splice[] {
  const spot = follow(root, path);
  if (spot === null) return [];
  const [step, ...after] = spot.rest;
  if (step === undefined) return isEmpty(spot.node) ? filled(text, spot, value) : replaced(text, spot, value);
  if (isEmpty(spot.node)) return filled(text, spot, nested(spot.rest, value));
  if (isMap(spot.node)) return keyAdded(text, spot.node, [String(step), nested(after, value)], order);
  if (isSeq(spot.node) && step === spot.node.items.length) return itemAdded(text, spot.node, nested(after, value));
  return [];
}

/** A value after a key or dash that has none; at the root, in a file that has no data yet. */
function filled(text: string, spot: Spot, value: Plain): readonly Splice[] {
  const { holder, index } = spot;
  if (holder === null) {
    const manner = mannerOf(text, null);
    const start = text === '' || text.endsWith('\n') ? '' : manner.eol;
    if (typeof value !== 'object' || Array.isArray(value)) return [];
    const pairs = Object.entries(value).map(
      ([key, child]) => `${keyText(key)}:${afterKey(child, manner)}${manner.eol}`,
    );
    return [{ from: text.length, to: text.length, text: start + pairs.join('') }];
  }
  const from = slot(text, holder, index);
  if (from === null) return [];
  const manner = mannerOf(text, holder);
  // What stands in lines of its own would part the key from a comment beside it.
  const inLine = isSeq(holder) ? afterDash(value, manner) : afterKey(value, manner);
  return [inLine, ` ${inline(value, false)}`].map((written) => ({ from, to: from, text: written }));
}

/** Another value in place of one. */
function replaced(text: string, { node, holder, index }: Spot, value: Plain): readonly Splice[] {
  const span = node === null || holder === null ? null : spanOf(text, holder, index, node);
  if (node === null || holder === null || span === null) return [];
  const manner = mannerOf(text, holder);
  if (isBlockText(node)) return blockTextReplaced(text, span, value, manner);
  const wide = isMap(holder) ? afterKey(value, manner) : afterDash(value, manner);
  const before = isScalar(node) ? likeBefore(text.slice(span.from, span.to), node.type, node.value, value) : [];
  const narrow = [inline(value, manner.flow), typeof value === 'string' ? doubleQuoted(value) : []].flat();
  const inPlace = [...before, ...(wide.startsWith(' ') ? [wide.slice(1)] : []), ...narrow];
  const atGap = (written: string): Splice => ({ from: span.gap, to: span.to, text: written });
  const ways = inPlace.map((written): Splice => ({ from: span.from, to: span.to, text: written }));
  // What stood in lines of its own makes room for what follows the colon, and the other way round.
  if (text.slice(span.gap, span.from).includes('\n')) ways.unshift(...inPlace.map((written) => atGap(` ${written}`)));
  return wide.startsWith(' ') || !isMap(holder) ? ways : [atGap(wide), ...ways];
}

/** The value in the quotes that the one before it has; a list of that one keeps it as it is written. */
function likeBefore(written: string, type: unknown, before: unknown, value: Plain): readonly string[] {
  if (Array.isArray(value)) return value.length === 1 && value[0] === before ? [`[${written}]`] : [];
  if (typeof value !== 'string') return [];
  if (type === 'QUOTE_DOUBLE') return [doubleQuoted(value)];
  return type === 'QUOTE_SINGLE' ? [singleQuoted(value) ?? []].flat() : [];
}

/** Another value in place of a text under `|` or `>`; a comment beside that mark stays. */
function blockTextReplaced(text: string, { from, to }: Span, value: Plain, manner: Manner): readonly Splice[] {
  const mark = /^[|>][-+0-9]*/.exec(text.slice(from, lineEnd(text, from)))?.[0] ?? '';
  const beside = text.slice(from + mark.length, lineEnd(text, from));
  const styles = mark.startsWith('|') ? [literal, folded] : [folded, literal];
  const blocks =
    typeof value === 'string'
      ? styles.flatMap((style) => style(value, bodyColumn(text, from, manner), manner.eol) ?? [])
      : [];
  const lines = [inline(value, false), ...(typeof value === 'string' ? [doubleQuoted(value)] : [])];
  return [...blocks, ...lines].map((written) => {
    const first = written.split(manner.eol, 1)[0] ?? '';
    return { from, to, text: first + beside + written.slice(first.length) };
  });
}

/** The column of the lines of a block text, as they stand now. */
function bodyColumn(text: string, from: number, manner: Manner): number {
  const rest = text.slice(lineEnd(text, from));
  const indent = /\n( *)[^ \r\n]/.exec(rest)?.[1]?.length ?? 0;
  return indent > manner.column ? indent : manner.column + manner.step;
}

/** A new key in a map: after the last of those that usually come before it. */
function keyAdded(
  text: string,
  map: Holder,
  [key, value]: readonly [string, Plain],
  order: readonly string[],
): readonly Splice[] {
  const manner = mannerOf(text, map);
  const pair = `${keyText(key)}:${afterKey(value, manner)}`;
  if (map.items.length === 0) return map.flow ? emptied(text, map, `{ ${pair} }`) : [];
  const place = order.indexOf(key);
  const before = place === -1 ? null : new Set(order.slice(0, place));
  const at =
    before === null ? map.items.length - 1 : map.items.findLastIndex((item) => before.has(keyOf(item as Pair) ?? ''));
  if (at === -1) {
    const from = itemStart(text, map, 0);
    const gap = map.flow ? ', ' : manner.eol + ' '.repeat(manner.column);
    return from === null ? [] : [{ from, to: from, text: pair + gap }];
  }
  return added(text, map, at, pair, manner);
}

/** A new item at the end of a list. */
function itemAdded(text: string, list: Holder, value: Plain): readonly Splice[] {
  const manner = mannerOf(text, list);
  if (list.items.length === 0) return list.flow ? emptied(text, list, `[${inline(value, true)}]`) : [];
  const item = list.flow ? inline(value, true) : `-${afterDash(value, manner)}`;
  return added(text, list, list.items.length - 1, item, manner);
}

function emptied(text: string, holder: Holder, written: string): readonly Splice[] {
  const [from, to] = holder.range ?? [0, 0];
  return text.slice(from, to).includes('#') ? [] : [{ from, to, text: written }];
}

/** A new item after another: in brackets behind a comma, otherwise in a line of its own. */
function added(text: string, holder: Holder, index: number, item: string, manner: Manner): readonly Splice[] {
  const end = itemEnd(text, holder, index);
  if (end === null) return [];
  if (holder.flow) return [{ from: end, to: end, text: `, ${item}` }];
  const line = ' '.repeat(manner.column) + item;
  // A block text ends with the line end behind it.
  if (text[end - 1] === '\n') return [{ from: end, to: end, text: line + manner.eol }];
  const from = lineEnd(text, end);
  return [{ from, to: from, text: manner.eol + line }];
}

/** How a map or list writes what is in it. */
function mannerOf(text: string, holder: Holder | null): Manner {
  const start = holder === null || holder.flow ? null : itemStart(text, holder, 0);
  const step = /^( +)[^ \r\n#]/m.exec(text)?.[1]?.length ?? 2;
  return {
    flow: holder?.flow === true,
    column: start === null ? 0 : columnOf(text, start),
    step: Math.min(step, 8),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    braces: holder?.items.some((item) => isBraces((item as Pair).value ?? item)) ?? false,
  };
}

function isBraces(node: unknown): boolean {
  return isMap(node) && node.flow === true;
}
