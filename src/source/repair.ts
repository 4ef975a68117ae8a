import type { ErrorObject } from 'ajv';
import type { Step } from '../model/place.ts';
import type { FileKind } from './file-kinds.ts';
import { type SchemaNode, schemaAt } from './schema-at.ts';
import { pathOf, valueAt } from './schema-path.ts';

const MOST_ROUNDS = 5;

/**
 * The sound part of data that has schema errors: what is wrong is left out, and what is then missing but needed is
 * filled in with nothing (an empty text or list, the first word of a choice). Only rules look at it, for further
 * findings; nothing is computed from it.
 * @returns data that holds against the schema, or null where it can't be had
 */
export function repair(
  kind: FileKind,
  data: unknown,
  errors: readonly ErrorObject[],
  recheck: (value: unknown) => readonly ErrorObject[],
): unknown {
  const copy = structuredClone(data);
  let left: readonly ErrorObject[] = errors;
  for (let round = 0; round < MOST_ROUNDS && left.length > 0; round++) {
    for (const error of left) {
      const path = pathOf(error, copy);
      if (error.keyword === 'required') fill(kind, copy, [...path, String(error.params.missingProperty)]);
      else if (error.keyword === 'additionalProperties')
        remove(copy, [...path, String(error.params.additionalProperty)]);
      else if (path.length === 0) return null;
      else remove(copy, path);
    }
    left = recheck(copy);
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

function fill(kind: FileKind, data: unknown, path: readonly Step[]): void {
  const parent = valueAt(data, path.slice(0, -1));
  const schema = schemaAt(kind, path);
  if (schema === null || parent === null || typeof parent !== 'object') return;
  (parent as { [key: string]: unknown })[String(path.at(-1))] = nothing(schema);
}

function nothing(schema: SchemaNode): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return [];
  if (schema.type === 'object') {
    return Object.fromEntries((schema.required ?? []).map((key) => [key, nothing(schema.properties?.[key] ?? {})]));
  }
  return schema.format === 'date' || schema.pattern !== undefined || schema.examples === undefined
    ? ''
    : schema.examples[0];
}
