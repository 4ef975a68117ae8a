import type { ResponseFile } from '../model/files.generated.ts';
import type { Known } from '../model/known.ts';
import type { Problem, Source } from './source.ts';
import { validate } from './validate.ts';

/**
 * Holds a response against its schema. A school may have no URN, and says so by an empty one; a key with an empty value
 * counts as left out everywhere else.
 */
export function validateResponse(source: Source): {
  readonly known: Known<ResponseFile>;
  readonly problems: readonly Problem[];
} {
  const { data } = source;
  if (!isMap(data) || !isMap(data.school) || Object.hasOwn(data.school, 'urn')) return validate('response', source);
  return validate('response', { ...source, data: { ...data, school: { ...data.school, urn: null } } });
}

/** Whether data is a map of keys and values. */
export function isMap(data: unknown): data is { readonly [key: string]: unknown } {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
