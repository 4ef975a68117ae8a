import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Step } from '../model/place.ts';

/** Where nodes stand in the text, for the editor. Everything is an offset; nothing here changes anything. */

export type Holder = YAMLMap | YAMLSeq;

/** How far a path leads: the last node that is there, what it stands in, and the steps for which there is nothing. */
export interface Spot {
  readonly node: Node | null;
  /** The map or list that the node stands in, and which of its items it is; null for the root. */
  readonly holder: Holder | null;
  readonly index: number;
  readonly rest: readonly Step[];
}

/** Follows a path from the root; null where an alias stands in the way, as what it leads to stands elsewhere too. */
export function follow(root: Node | null, path: readonly Step[]): Spot | null {
  let spot: Spot = { node: root, holder: null, index: 0, rest: path };
  while (spot.rest.length > 0) {
    const { node, rest } = spot;
    const [step, ...after] = rest;
    if (isAlias(node)) return null;
    if (!isMap(node) && !isSeq(node)) return spot;
    const index = isMap(node) ? node.items.findIndex((pair) => keyOf(pair) === String(step)) : Number(step);
    const item = node.items[index];
    if (item === undefined) return spot;
    spot = { node: childAt(item), holder: node, index, rest: after };
  }
  return isAlias(spot.node) ? null : spot;
}

/** A key's text; null for a key that is none. */
export function keyOf(pair: Pair): string | null {
  return isScalar(pair.key) ? String(pair.key.value) : null;
}

function childAt(item: unknown): Node | null {
  return ((isPair(item) ? item.value : item) as Node | null) ?? null;
}

/** Whether a node has no text of its own, as after `key:`. */
export function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

/** Where an item of a map or list begins: its key, or in a list its node; in a block list its dash. */
export function itemStart(text: string, holder: Holder, index: number): number | null {
  const item = holder.items[index];
  if (isPair(item)) return (item.key as Node | null)?.range?.[0] ?? null;
  const node = item as Node | undefined;
  if (holder.flow) return node?.range?.[0] ?? null;
  const before = index === 0 ? (holder.range?.[0] ?? 0) : itemEnd(text, holder, index - 1);
  return before === null ? null : between(text, before, node?.range?.[0] ?? text.length, '-');
}

/** Where an item's value goes: just past its colon or dash. */
export function slot(text: string, holder: Holder, index: number): number | null {
  const item = holder.items[index];
  if (!isPair(item)) {
    const dash = holder.flow ? null : itemStart(text, holder, index);
    return dash === null ? null : dash + 1;
  }
  const end = (item.key as Node | null)?.range?.[1];
  const colon = end === undefined ? null : between(text, end, text.length, ':');
  return colon === null ? null : colon + 1;
}

/** Where what an item says ends, without a comment after it; null where that can't be told. */
export function itemEnd(text: string, holder: Holder, index: number): number | null {
  const item = holder.items[index];
  const value = childAt(item);
  if (value !== null && !isEmpty(value)) return contentEnd(text, value);
  return isPair(item) && holder.flow && value === null
    ? ((item.key as Node | null)?.range?.[1] ?? null)
    : slot(text, holder, index);
}

/** Where what a node says ends. */
function contentEnd(text: string, node: Node): number | null {
  if ((isMap(node) || isSeq(node)) && !node.flow)
    return node.items.length === 0 ? null : itemEnd(text, node, node.items.length - 1);
  return node.range?.[1] ?? null;
}

/** Where a value stands. */
export interface Span {
  readonly from: number;
  /** Its end, without the line end that a block text or lines of a map or list may have. */
  readonly to: number;
  /** Where the white space before it begins, behind its colon or dash; `from` where something else is in between. */
  readonly gap: number;
}

/** Where an item's value stands. */
export function spanOf(text: string, holder: Holder, index: number, node: Node): Span | null {
  const [from, end] = [node.range?.[0], contentEnd(text, node)];
  if (from === undefined || end === null) return null;
  const behind = holder.flow && !isPair(holder.items[index]) ? null : slot(text, holder, index);
  const gap = behind !== null && text.slice(behind, from).trim() === '' ? behind : from;
  const lineEnd = /\r?\n$/.exec(text.slice(from, end))?.[0].length ?? 0;
  return { from, to: end - lineEnd, gap };
}

/** Whether a node is a text of several lines under a `|` or `>`. */
export function isBlockText(node: Node | null): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** The first place of a mark in a stretch that holds nothing but white space, comments and marks. */
export function between(text: string, from: number, to: number, mark: string): number | null {
  for (let at = from; at < to; at++) {
    if (text[at] === '#') at = lineEnd(text, at) - 1;
    else if (text[at] === mark) return at;
  }
  return null;
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  const end = found === -1 ? text.length : found;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
