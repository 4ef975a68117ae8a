import type { ErrorObject } from 'ajv';
import { pointer, type Step } from '../model/place.ts';
import type { FileKind } from './file-kinds.ts';
import { type SchemaNode, schemaAt } from './schema-at.ts';
import { pathOf, valueAt } from './schema-path.ts';

const MOST_ROUNDS = 5;

/**
 * The sound part of data that has schema errors: what is wrong is left out, and what is then missing but needed is
 * filled in with nothing, an empty text or list. Nothing is made up, for what is seen of a file is shown, and a word that
 * might have stood there would be taken for what did: a visit for an accreditation, an action for one still planned.
 * @returns data that holds against the schema but for such empty texts, or null where it can't be had
 */
export function repair(
  kind: FileKind,
  data: unknown,
  errors: readonly ErrorObject[],
  recheck: (value: unknown) => readonly ErrorObject[],
): unknown {
  const copy = structuredClone(data);
  /** An empty text is too short or no word of a choice, and stays one. */
  const isOfNothing = (error: ErrorObject): boolean =>
    (error.keyword === 'minLength' || error.keyword === 'enum') && filled.has(error.instancePath);
  const filled = new Set<string>();
  let left: readonly ErrorObject[] = errors;
  for (let round = 0; round < MOST_ROUNDS && left.length > 0; round++) {
    for (const error of left) {
      const path = pathOf(error, copy);
      if (error.keyword === 'required') fill(kind, copy, [...path, String(error.params.missingProperty)], filled);
      else if (error.keyword === 'additionalProperties')
        remove(copy, [...path, String(error.params.additionalProperty)]);
      else if (path.length === 0) return null;
      else remove(copy, path);
    }
    left = recheck(copy).filter((error) => !isOfNothing(error));
  }
  return left.length === 0 ? copy : null;
}

function remove(data: unknown, path: readonly Step[]): void {
  const parent = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined || parent === null || typeof parent !== 'object') return;
  // A list keeps its length, so that the places of what follows stay right; the next round fills the hole.
  if (Array.isArray(parent)) parent[Number(last)] = '';
  else delete (parent as { [key: string]: unknown })[String(last)];
}

/** @param filled where the pointers of the texts are added that are filled in */
function fill(kind: FileKind, data: unknown, path: readonly Step[], filled: Set<string>): void {
  const parent = valueAt(data, path.slice(0, -1));
  const schema = schemaAt(kind, path);
  if (schema === null || parent === null || typeof parent !== 'object') return;
  (parent as { [key: string]: unknown })[String(path.at(-1))] = nothing(schema, pointer(path), filled);
}

function nothing(schema: SchemaNode, at: string, filled: Set<string>): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'array') return [];
  if (schema.type === 'object') {
    const child = (key: string): unknown => nothing(schema.properties?.[key] ?? {}, `${at}${pointer([key])}`, filled);
    return Object.fromEntries((schema.required ?? []).map((key) => [key, child(key)]));
  }
  filled.add(at);
  return '';
}
