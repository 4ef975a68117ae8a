import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { FILE_KINDS, type JsonSchema, readJson, readSchema } from './schemas.ts';

/** JavaScript of ajv's validators for every file kind, compiled ahead of time, and the schemas as text for explaining errors. */
export function validators(root: string): string {
  const schemas = FILE_KINDS.map((kind): [string, JsonSchema] => [kind, lean(readSchema(root, kind))]);
  const ajv = compiler();
  const common = bare(readJson(root, 'common'));
  const ready = (schema: JsonSchema): JsonSchema => withScalars(schema, common.$defs as Definitions);
  ajv.addSchema(ready(common));
  for (const kind of FILE_KINDS) ajv.addSchema({ ...ready(bare(readJson(root, kind))), $id: kind });
  const names = Object.fromEntries(FILE_KINDS.map((kind) => [identifier(kind), kind]));
  const code = standaloneCode.default(ajv, names);
  const texts = schemas.map(
    ([kind, schema]) => `  ${JSON.stringify(kind)}: ${JSON.stringify(JSON.stringify(schema))},`,
  );
  return [
    '// Generated from schemas/*.json by `npm run generate`. Do not edit.',
    ...runtimeImports(shortened(code)),
    `export const validators = { ${FILE_KINDS.map((kind) => `${JSON.stringify(kind)}: ${identifier(kind)}`).join(', ')} };`,
    'export const schemaTexts = {',
    ...texts,
    '};',
    '',
  ].join('\n');
}

/** JavaScript of the validator of an output that lem itself reads again, from its schema in schemas/output. */
export function outputValidator(root: string, output: string): string {
  const ajv = compiler();
  ajv.addSchema({ ...bare(readJson(root, `output/${output}`)), $id: output });
  const code = standaloneCode.default(ajv, { [identifier(output)]: output });
  return [
    '// Generated from schemas/output/*.json by `npm run generate`. Do not edit.',
    ...runtimeImports(shortened(code)),
    '',
  ].join('\n');
}

function compiler(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    // Small code starts fast: shared pieces stay functions, and the words for errors are our own.
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, lines: false },
  });
  addFormats.default(ajv, ['date', 'email']);
  return ajv;
}

/** Turns the compiled code's calls of `require` into imports, which both a bundler and an ES module loader read. */
function runtimeImports(code: string): string[] {
  const modules = new Map<string, string>();
  const body = code.replace(/^"use strict";/, '').replace(/require\("([^"]+)"\)/g, (_, id: string) => {
    const name = modules.get(id) ?? `runtime${modules.size}`;
    modules.set(id, name);
    return name;
  });
  return [...[...modules].map(([id, name]) => `import ${name} from '${id}.js';`), body];
}

/** The compiled code without what is never looked at, and with its commonest phrase in fewer words: less to read at every start. */
function shortened(code: string): string {
  const push =
    /const (err\d+) = (\{[^;]*?\});if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;
  return code.replaceAll(/schemaPath:"[^"]*",/g, '').replaceAll(push, '(vErrors??=[]).push($2);errors++;');
}

/** A schema without what only people read. */
function bare(schema: JsonSchema): JsonSchema {
  const walk = (node: unknown, isMap: boolean): unknown => {
    if (Array.isArray(node) || node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => isMap || !['title', 'description', 'examples'].includes(key))
        .map(([key, child]) => [key, walk(child, !isMap && (key === 'properties' || key === '$defs'))]),
    );
  };
  return walk(schema, false) as JsonSchema;
}

type Definitions = { readonly [name: string]: JsonSchema };

/**
 * A schema in which the items of a list that names each once say themselves that they are texts: ajv then remembers them,
 * and otherwise compares each with each, which takes a quarter of a minute for a list that fills a file.
 */
function withScalars(schema: JsonSchema, common: Definitions): JsonSchema {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    const walked = Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
    if (walked.uniqueItems !== true) return walked;
    const { $ref } = walked.items as { readonly $ref?: string };
    const named = $ref === undefined ? undefined : common[$ref.replace('common.json#/$defs/', '')];
    return named === undefined ? walked : { ...walked, items: named };
  };
  return walk(schema) as JsonSchema;
}

function lean(schema: JsonSchema): JsonSchema {
  const { $id: _id, ...rest } = schema;
  return rest;
}

function identifier(kind: string): string {
  return kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
