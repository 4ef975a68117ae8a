import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of YAML file that lem reads; each has its schema in schemas/<kind>.json. */
export const FILE_KINDS = [
  'workspace',
  'reference-group',
  'audit',
  'grid',
  'action',
  'evidence',
  'summary',
  'awards',
  'calendar',
  'programme',
  'mapping',
  'answers',
  'submission',
  'response',
] as const;

export type JsonSchema = { [key: string]: unknown };

/** Reads a schema and puts every reference to common.json in its place, so that it stands alone. */
export function readSchema(root: string, kind: string): JsonSchema {
  const common = readJson(root, 'common').$defs as { [name: string]: JsonSchema };
  const resolve = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(resolve);
    if (node === null || typeof node !== 'object') return node;
    const ref = (node as JsonSchema).$ref;
    if (typeof ref === 'string' && ref.startsWith('common.json#/$defs/')) {
      const name = ref.slice('common.json#/$defs/'.length);
      const target = common[name];
      if (target === undefined) throw new Error(`schemas/${kind}.json: no ${name} in common.json`);
      return resolve({ ...target, 'x-common': name });
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(value)]));
  };
  return resolve(readJson(root, kind)) as JsonSchema;
}

/** A schema as it stands in its file. */
export function readJson(root: string, kind: string): JsonSchema {
  return JSON.parse(readFileSync(join(root, 'schemas', `${kind}.json`), 'utf8')) as JsonSchema;
}
