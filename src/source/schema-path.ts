import type { ErrorObject } from 'ajv';
import type { Step } from '../model/place.ts';

/** The path to the node that a schema error is about, with numbers for the indices of lists. */
export function pathOf(error: ErrorObject, data: unknown): readonly Step[] {
  return stepsOf(error.instancePath, data);
}

/** A JSON Pointer (RFC 6901) as a path, with numbers for the indices of the lists that it leads through. */
export function stepsOf(pointer: string, data: unknown): readonly Step[] {
  const path: Step[] = [];
  let node: unknown = data;
  for (const raw of pointer.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(node) ? Number(key) : key;
    path.push(step);
    node = valueAt(node, [step]);
  }
  return path;
}

/** The value at a path, or undefined. */
export function valueAt(data: unknown, path: readonly Step[]): unknown {
  let node = data;
  for (const step of path) {
    if (node === null || typeof node !== 'object' || !Object.hasOwn(node, step)) return undefined;
    node = (node as { [key: Step]: unknown })[step];
  }
  return node;
}
