import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Place, Span } from '../model/place.ts';
import { documentOf } from './parse.ts';
import type { Problem, Source } from './source.ts';

/**
 * Where a place stands in its file's text. Where the path leads on from a node that has no such child, as for a key
 * that is missing, it is the nearest node above that is there: its key, or for the whole file its first key.
 */
export function locate(source: Source, where: Problem['where'] | Place): Span {
  const { text } = source;
  const [from, to] = 'path' in where ? range(source, where) : [where.from, where.to];
  return spanOf(text, from, to);
}

/** The span of an offset range. Lines end with LF, CR or CRLF, as in YAML. */
export function spanOf(text: string, from: number, to: number): Span {
  const start = position(text, Math.min(from, text.length));
  const end = position(text, Math.max(from, Math.min(to, text.length)));
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      start = at + 1;
    }
  }
  return { line, column: offset - start + 1 };
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
    const pair = node.items.find((item) => keyText(item) === String(step));
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
