import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { FILE_KINDS, type JsonSchema, readJson, readSchema } from './schemas.ts';

/** TypeScript types of every file kind, from its schema. Objects keep their titles as names; all else is inlined. */
export async function types(root: string): Promise<string> {
  const $defs: { [name: string]: JsonSchema } = {};
  for (const kind of FILE_KINDS) {
    const name = `${pascal(kind)}File`;
    $defs[name] = { ...nameObjectsOnly(readSchema(root, kind)), title: name };
    delete $defs[name].$id;
    delete $defs[name].$schema;
  }
  const all = {
    title: 'Files',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys($defs).map((name) => [name, { $ref: `#/$defs/${name}` }])),
    $defs,
  };
  return typesOf(all, 'Files');
}

/** The type of an output that lem itself reads again, from its schema in schemas/output. */
export async function outputType(root: string, output: string): Promise<string> {
  const name = pascal(output);
  const { $id: _id, $schema: _schema, ...schema } = nameObjectsOnly(readJson(root, `output/${output}`));
  return typesOf({ ...schema, title: name }, name);
}

async function typesOf(schema: JsonSchema, name: string): Promise<string> {
  const text = await compile(schema as JSONSchema, name, {
    bannerComment: '// Generated from schemas/*.json by `npm run generate`. Do not edit.',
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return readonly(text);
}

function nameObjectsOnly(node: JsonSchema): JsonSchema {
  const walk = (value: unknown, isMap: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, false));
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value)
      .filter(([key]) => isMap || !['examples', 'x-common'].includes(key))
      .filter(([key]) => isMap || key !== 'title' || 'properties' in (value as object))
      .map(([key, child]): [string, unknown] => [key, walk(child, !isMap && key === 'properties')]);
    return Object.fromEntries(entries);
  };
  return walk(node, false) as JsonSchema;
}

function readonly(text: string): string {
  return text
    .replace(/^(\s+)((?:\w+|'[^']+'|\[k: string\])\??:)/gm, '$1readonly $2')
    .replace(/(\([^()]+\)|\b\w+)\[\]/g, 'readonly $&');
}

function pascal(kind: string): string {
  return kind.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
