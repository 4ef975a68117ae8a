import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv, ['date']);

/** What is wrong with an output by its schema in schemas/output; nothing where it holds. */
export function schemaErrors(name: string, output: unknown): readonly unknown[] {
  const text = readFileSync(new URL(`../../schemas/output/${name}.json`, import.meta.url), 'utf8');
  const schema = JSON.parse(text);
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  validate(output);
  return validate.errors ?? [];
}
