import type { ErrorObject } from 'ajv';
import type { Known } from '../model/known.ts';
import { explain } from './explain-schema-error.ts';
import type { FileKind, FileTypes } from './file-kinds.ts';
import { fixOf } from './fix-schema-error.ts';
import { MERGE_KEY } from './merge-keys.ts';
import { repair } from './repair.ts';
import { pathOf, valueAt } from './schema-path.ts';
import type { Problem, Source } from './source.ts';
import { validators } from './validators.generated.js';

const MOST_PROBLEMS = 50;

/** Holds a source against the schema of its kind: what is known of the file, and what is wrong with it in words. */
export function validate<K extends FileKind>(
  kind: K,
  source: Source,
): {
  readonly known: Known<FileTypes[K]>;
  readonly problems: readonly Problem[];
} {
  const { file, data } = source;
  if (data === undefined)
    return {
      known: { state: 'unreadable', file, partial: null },
      problems: [],
    };
  const check = validators[kind] as {
    (value: unknown): boolean;
    errors?: ErrorObject[] | null;
  };
  if (check(data)) {
    const value = data as FileTypes[K];
    const known: Known<FileTypes[K]> =
      source.problems.length === 0 ? { state: 'known', file, value } : { state: 'unreadable', file, partial: value };
    return { known, problems: [] };
  }
  const errors = (check.errors ?? []).slice(0, MOST_PROBLEMS);
  const partial = repair(kind, data, errors, (value) => (check(value) ? [] : (check.errors ?? [])));
  return {
    known: {
      state: 'unreadable',
      file,
      partial: partial as FileTypes[K] | null,
    },
    problems: errors
      .filter((error) => !isOfMergeKey(source, error))
      .map((error) => ({
        ...explain(kind, source, error),
        ...fixOf(kind, source, error),
      })),
  };
}

/** Whether an error only follows from a merge key, which has been reported: as a key there is not, or as keys not brought in. */
function isOfMergeKey(source: Source, error: ErrorObject): boolean {
  if (!source.problems.some(({ code }) => code === 'yaml/merge-key')) return false;
  const path = pathOf(error, source.data);
  if (path.includes(MERGE_KEY) || error.params.additionalProperty === MERGE_KEY) return true;
  return error.keyword === 'required' && valueAt(source.data, [...path, MERGE_KEY]) !== undefined;
}
