import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Place, Span } from '../model/place.ts';
import { documentOf } from './parse.ts';
import type { Problem, Source } from './source.ts';

/**
 * Where a place stands in its file's text. Where the path leads on from a node that has no such child, as for a key
 * that is missing, it is the nearest node above that is there: its key, or for the whole file its first key.
 */
export function locate(source: Source, where: Problem['where'] | Place): Span {
  const [from, to] = 'path' in where ? range(source, where) : [where.from, where.to];
  return spanOf(source, from, to);
}

/** The span of an offset range. Lines end with LF, CR or CRLF, as in YAML. */
export function spanOf(source: Pick<Source, 'text'>, from: number, to: number): Span {
  const { length } = source.text;
  const start = position(source, Math.min(from, length));
  const end = position(source, Math.max(from, Math.min(to, length)));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

const starts = new WeakMap<object, readonly number[]>();

/** Where the lines of a source begin, worked out once. */
function lineStarts(source: Pick<Source, 'text'>): readonly number[] {
  const known = starts.get(source);
  if (known !== undefined) return known;
  const found = [0];
  for (const { index, 0: end } of source.text.matchAll(/\r\n|\r|\n/g)) found.push(index + end.length);
  starts.set(source, found);
  return found;
}

function position(source: Pick<Source, 'text'>, offset: number): { readonly line: number; readonly column: number } {
  const lines = lineStarts(source);
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

function range(source: Source, place: Place): readonly [number, number] {
  const document = documentOf(source);
  let node: Node | null = document.contents as Node | null;
  let key: Node | null = null;
  let whole = true;
  for (const step of place.path) {
    const child = node === null ? null : childOf(node, step);
    if (child === null) {
      whole = false;
      break;
    }
    key = child.key;
    node = child.value;
  }
  if (place.path.length === 0 || (key === null && !whole)) return firstKey(node);
  if (key !== null && (place.part === 'key' || !whole || node === null || isEmpty(node))) return ends(key);
  if (node === null) return [0, 0];
  // A whole map or list would underline half a page: its key says enough.
  if (!isScalar(node) && key !== null && !(isMap(node) && node.flow) && !(isSeq(node) && node.flow)) return ends(key);
  if (!isScalar(node) && !('flow' in node && node.flow)) return firstKey(node);
  return ends(node);
}

function isEmpty(node: Node): boolean {
  return node.range?.[0] === node.range?.[1];
}

function childOf(node: Node, step: string | number): { readonly key: Node | null; readonly value: Node | null } | null {
  if (isMap(node)) {
    const pair = pairsOf(node).get(String(step));
    if (pair === undefined) return null;
    return {
      key: isNode(pair.key) ? pair.key : null,
      value: isNode(pair.value) ? pair.value : null,
    };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    if (isPair(item)) return { key: null, value: isNode(item.key) ? item.key : null };
    return isNode(item) ? { key: null, value: item } : null;
  }
  return null;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/** The pairs of a map by the text of their keys, the first of each, worked out once. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known !== undefined) return known;
  const found = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = keyText(pair);
    if (key !== null && !found.has(key)) found.set(key, pair);
  }
  pairs.set(map, found);
  return found;
}

function keyText(pair: Pair): string | null {
  return isScalar(pair.key) ? String(pair.key.value) : null;
}

function firstKey(node: Node | null): readonly [number, number] {
  if (node !== null && isMap(node)) {
    const key = node.items[0]?.key;
    if (isNode(key)) return ends(key);
  }
  if (node !== null && isSeq(node) && isNode(node.items[0])) return firstKey(node.items[0]);
  return node === null ? [0, 0] : ends(node);
}

function ends(node: Node): readonly [number, number] {
  return node.range ? [node.range[0], node.range[1]] : [0, 0];
}
