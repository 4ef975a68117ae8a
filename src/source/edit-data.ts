import type { Plain } from '../model/edit.ts';
import type { Step } from '../model/place.ts';

/** What an edit must come to: data before and after it, apart from any text. */

type Data = { [key: Step]: unknown };

/** The data with a value at a path; maps that are not there are made. */
export function withValue(data: unknown, path: readonly Step[], value: Plain): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy = copyOf(data, step);
  set(copy, String(step), withValue(Object.hasOwn(copy, step) ? copy[step] : undefined, rest, value));
  return copy;
}

/** The data without what is at a path; what follows in a list moves up. */
export function withoutValue(data: unknown, path: readonly Step[]): unknown {
  const [step = '', ...rest] = path;
  const copy = copyOf(data, step);
  if (rest.length > 0) copy[step] = withoutValue(copy[step], rest);
  else if (Array.isArray(copy)) copy.splice(Number(step), 1);
  else delete copy[step];
  return copy;
}

/** The data with another name for the key at a path. */
export function withKey(data: unknown, path: readonly Step[], key: string): unknown {
  const [step = '', ...rest] = path;
  const copy = copyOf(data, step);
  if (rest.length > 0) {
    copy[step] = withKey(copy[step], rest, key);
    return copy;
  }
  const renamed: Data = {};
  for (const [each, value] of Object.entries(copy)) set(renamed, each === String(step) ? key : each, value);
  return renamed;
}

/** What is to be made of a path for which there is nothing: a map in a map, with the value in the last. */
export function nested(path: readonly Step[], value: Plain): Plain {
  return path.reduceRight<Plain>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value);
}

/** Whether two pieces of data are the same; the order of keys does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame((a as Data)[key], (b as Data)[key]))
  );
}

/** A copy of a map or list, one level deep; a new one that a step fits where there is none. */
function copyOf(data: unknown, step: Step): Data {
  if (Array.isArray(data)) return [...data] as unknown as Data;
  if (data !== null && typeof data === 'object') return { ...data };
  return (typeof step === 'number' ? [] : {}) as Data;
}

function set(map: Data, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}
