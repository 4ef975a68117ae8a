import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { inFolder, lem } from './support/scenario.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv, ['date']);
ajv.addVocabulary(['x-common']);

const OUTPUTS = [
  ['check', ['check', '--format', 'json']],
  ['check', ['check', '--format', 'json', '--level', 'submission']],
  ['audit-show', ['audit', 'show', '--json']],
  ['audit-compare', ['audit', 'compare', '--json'], 'of years'],
  ['grid', ['grid', 'show', '--json']],
  ['grid-suggest', ['grid', 'suggest', '--json']],
  ['plan', ['plan', 'list', '--json']],
  ['plan-suggest', ['plan', 'suggest', '--json']],
  ['evidence', ['evidence', 'list', '--json']],
  ['badges', ['badges', '--json']],
  ['badges', ['badges', 'race', '--json']],
  ['status', ['status', '--json']],
] as const;

/** The sample school, and what can become of it. */
const SCHOOLS: { readonly [name: string]: (folder: string) => void } = {
  'as it is': () => undefined,
  'with its files unsound': (folder) => {
    writeFileSync(
      join(folder, 'grid/2025-26.yaml'),
      'year: 2025-26\ncells: { learning-and-teaching: { race: ambr } }\n',
    );
    writeFileSync(join(folder, 'plan/broken.yaml'), 'title: "open\n');
    writeFileSync(join(folder, 'plan/empty.yaml'), '');
    writeFileSync(join(folder, 'audit/2025-26/pupil-involvement.yaml'), Buffer.from([0xff, 0xfe, 0x41]));
  },
  'nearly empty': (folder) => {
    for (const name of readdirSync(folder)) if (name !== 'lem.yaml') rmSync(join(folder, name), { recursive: true });
  },
};

describe.each(Object.keys(SCHOOLS))('the sample school %s', (name) => {
  test.each(OUTPUTS)('lem %s', (output, words, ...of) => {
    const args = of.length === 0 ? [...words, '--on', '2026-06-08'] : words;
    const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/output', `${output}.json`), 'utf8'));
    const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
    inFolder((folder) => {
      cpSync(join(ROOT, 'examples/ribble-bank'), folder, { recursive: true });
      SCHOOLS[name]?.(folder);
      const run = lem(folder, args);
      if (run.exit === 2) {
        expect(run.err).toMatch(/^lem: (?:.*can’t be read|There is no )/);
        return;
      }
      const printed = JSON.parse(run.out);
      validate(printed);
      expect(validate.errors ?? []).toEqual([]);
      expect(lem(folder, args).out).toBe(run.out);
    });
  });
});

test('every schema describes every property, with an example', () => {
  const lacking: string[] = [];
  const walk = (node: unknown, path: string, isMap: boolean): void => {
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
    const schema = node as { [key: string]: unknown };
    if (
      !isMap &&
      schema.$ref === undefined &&
      /\/(properties|\$defs|items|additionalProperties)(\/[^/]+)?$/.test(path)
    ) {
      for (const key of ['title', 'description', 'examples'])
        if (schema[key] === undefined) lacking.push(`${path} ${key}`);
    }
    for (const [key, child] of Object.entries(schema)) {
      if (key !== 'examples') walk(child, `${path}/${key}`, !isMap && (key === 'properties' || key === '$defs'));
    }
  };
  const files = readdirSync(join(ROOT, 'schemas'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  expect(files.length).toBeGreaterThan(22);
  for (const file of files) walk(JSON.parse(readFileSync(join(ROOT, 'schemas', file), 'utf8')), file, false);
  expect(lacking).toEqual([]);
});
