import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse as parseYaml } from 'yaml';
import type { ProgrammeFile } from '../src/model/files.generated.ts';
import { type Programme, programmeOf } from '../src/model/programme.ts';
import { files } from '../src/shell/files.ts';
import type { FileKind } from '../src/source/file-kinds.ts';
import { editorSchema } from '../src/source/specialise.ts';
import { roleOf } from '../src/workspace/layout.ts';
import { programme as shipped } from './support/programmes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const KINDS: readonly FileKind[] = [
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
];

const five = shipped('lem-5');
const tiny = programmeOf({
  ...five.file,
  id: 'tiny',
  title: 'Tiny Award',
  strands: [
    { id: 'age', title: 'Age', badge: 'Age Badge', about: 'Younger and older people.' },
    { id: '2', title: 'The second', badge: 'Second Badge' },
  ],
  scale: ['1', '2', '3', '4', '5'].map((id) => ({ id, title: `Step ${id}`, letter: id, colour: '#000000' })),
  notApplicable: { id: 'none', title: 'None', letter: '-', colour: '#000000' },
  elements: [
    {
      id: 'all',
      title: 'All',
      statements: [
        { id: 'all.1', text: 'Everyone.' },
        { id: 'all.2', text: 'Only some.', strands: ['age'] },
      ],
    },
  ],
  referenceGroup: { groups: [{ id: 'us', title: 'Us' }] },
} satisfies ProgrammeFile);

interface Node {
  readonly [key: string]: unknown;
}

function schema(kind: FileKind, programme: Programme): Node {
  return JSON.parse(editorSchema(kind, programme)) as Node;
}

const compiled = new Map<string, (value: unknown) => boolean>();

function check(kind: FileKind, programme: Programme): (value: unknown) => boolean {
  const known = compiled.get(`${kind} ${programme.id}`);
  if (known !== undefined) return known;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv, ['date', 'email']);
  const made = ajv.compile(schema(kind, programme));
  compiled.set(`${kind} ${programme.id}`, made);
  return made;
}

/** What an editor says of each word of a list of choices, and of each key that has a description. */
function explained(node: unknown, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(node)) for (const child of node) explained(child, found);
  else if (node !== null && typeof node === 'object') {
    const {
      enum: words,
      enumDescriptions: means,
      properties,
    } = node as {
      enum?: string[];
      enumDescriptions?: string[];
      properties?: { [key: string]: { description?: string } };
    };
    for (const [index, word] of (words ?? []).entries()) found.set(word, means?.[index] ?? '');
    for (const [key, child] of Object.entries(properties ?? {}))
      if (child.description) found.set(key, child.description);
    for (const child of Object.values(node)) explained(child, found);
  }
  return found;
}

describe.each([five, shipped('lem-6'), tiny])('a programme with its own words', (programme) => {
  test.each(['action', 'evidence', 'grid', 'summary', 'awards', 'calendar', 'audit'] as const)(
    'every strand is explained in %s',
    (kind) => {
      const words = explained(schema(kind, programme));
      for (const [id, { title, about }] of programme.strands) {
        if (about !== undefined) expect(words.get(id)).toContain(about);
        else if (kind !== 'grid' && kind !== 'audit' && kind !== 'awards') expect(words.get(id)).toBe(title);
      }
    },
  );

  test('every rating, element, statement and group is explained', () => {
    const words = explained([schema('audit', programme), schema('reference-group', programme)]);
    for (const { id, means, title } of programme.file.scale) expect(words.get(id)).toContain(means ?? title);
    for (const { id, title } of programme.file.elements) expect(words.get(id)).toBe(title);
    for (const { id, text } of programme.statements.values()) expect(words.get(id)).toBe(text);
    for (const { id, title } of programme.file.referenceGroup.groups) expect(words.get(id)).toContain(title);
    expect(words.has(programme.file.notApplicable.id)).toBe(true);
  });

  test.each(KINDS)('%s stands alone, the same each time', (kind) => {
    const text = editorSchema(kind, programme);
    expect(text).toBe(editorSchema(kind, programme));
    expect(text).toMatch(/^\{\n {2}"\$schema": "http:\/\/json-schema\.org\/draft-07\/schema#"/);
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(text).not.toMatch(/x-common|common\.json/);
    expect(() => check(kind, programme)).not.toThrow();
  });
});

describe('what holds and what does not', () => {
  const year = { year: '2026-27' };
  test.each<[FileKind, unknown, boolean]>([
    ['action', { title: 'A', strands: ['race'], status: 'planned', due: null }, true],
    ['action', { title: 'A', strands: ['rase'], status: 'planned' }, false],
    ['action', { title: null, strands: ['race'], status: 'planned' }, false],
    ['action', { title: 'A', strands: ['race'], status: 'planned', elements: ['learning'] }, false],
    [
      'grid',
      {
        ...year,
        cells: {
          'learning-and-teaching': { race: 'green', gender: null, disability: { rating: 'red', because: null } },
        },
      },
      true,
    ],
    ['grid', { ...year, cells: { 'learning-and-teaching': null } }, true],
    ['grid', { ...year, cells: { 'learning-and-teaching': { rase: 'green' } } }, false],
    ['grid', { ...year, cells: { 'learning-and-teaching': { race: 'grean' } } }, false],
    ['grid', { ...year, cells: { 'learning-and-teaching': { race: { because: 'x' } } } }, false],
    ['grid', { ...year, cells: { 'learning-and-teaching': { race: { rating: 'green', note: 'x' } } } }, false],
    ['grid', { ...year, cells: { learning: { race: 'green' } } }, false],
    [
      'audit',
      {
        element: 'learning-and-teaching',
        status: 'draft',
        judgements: { 'learning-and-teaching.1': { rating: null, strands: { race: 'red' } } },
      },
      true,
    ],
    [
      'audit',
      { element: 'learning-and-teaching', status: 'draft', judgements: { 'learning-and-teaching.99': {} } },
      false,
    ],
    [
      'audit',
      {
        element: 'learning-and-teaching',
        status: 'draft',
        judgements: { 'learning-and-teaching.1': { strands: { rase: 'red' } } },
      },
      false,
    ],
    ['audit', { element: 'learning', status: 'draft' }, false],
    [
      'awards',
      { visits: [{ date: '2027-06-24', kind: 'accreditation', decisions: { race: 'awarded', gender: null } }] },
      true,
    ],
    ['awards', { visits: [{ date: '2027-06-24', kind: 'accreditation', decisions: { rase: 'awarded' } }] }, false],
    ['awards', { visits: [{ date: '2027-06-24', kind: 'accreditation', because: { race: 'So.' } }] }, true],
    ['awards', { visits: [{ date: '2027-06-24', kind: 'accreditation', because: { rase: 'So.' } }] }, false],
    ['summary', { strand: 'rase', status: 'draft' }, false],
    ['calendar', { visits: [{ date: '2027-06-24', kind: 'advisory', strands: ['rase'] }] }, false],
    ['reference-group', { members: [{ name: 'A', represents: 'governers' }] }, false],
    ['evidence', { title: 'A', kind: 'data', date: '2027-02-30' }, false],
  ])('%s %j: %s', (kind, value, sound) => {
    expect(check(kind, five)(value)).toBe(sound);
  });

  test('a statement that concerns some strands takes only those', () => {
    const audit = (strands: unknown): unknown => ({
      element: 'all',
      status: 'draft',
      judgements: { 'all.2': { rating: '5', strands } },
    });
    expect(check('audit', tiny)(audit({ age: '1' }))).toBe(true);
    expect(check('audit', tiny)(audit({ '2': '1' }))).toBe(false);
  });

  test('a programme file keeps its own ids', () => {
    expect(check('programme', five)(tiny.file)).toBe(true);
  });

  test.each(['first-day', 'ribble-bank'])('the files of %s hold', (example) => {
    const folder = join(root, 'examples', example);
    let seen = 0;
    for (const path of files.walk(folder)) {
      const role = roleOf(path);
      if (role === null) continue;
      const holds = check(role.kind, five);
      expect([path, holds(parseYaml(readFileSync(join(folder, path), 'utf8')))]).toEqual([path, true]);
      seen++;
    }
    expect(seen).toBeGreaterThan(14);
  });
});
