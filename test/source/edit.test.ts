import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Parser, parseDocument, parse as yaml } from 'yaml';
import type { Plain } from '../../src/model/edit.ts';
import { at, type Step } from '../../src/model/place.ts';
import { edited, removeValue, renameKey, setValue } from '../../src/source/edit.ts';
import { full, parse } from '../../src/source/parse.ts';
import type { Source } from '../../src/source/source.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/ribble-bank', import.meta.url));
const FILES = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const RUNS = 600;

const source = (text: string): Source => parse('file.yaml', text);

describe('setting a value', () => {
  const cases: readonly (readonly [what: string, before: string, path: Step[], value: Plain, after: string])[] = [
    ['keeps a comment', 'a: one # why\nb: 2\n', ['a'], 'two', 'a: two # why\nb: 2\n'],
    ['keeps double quotes', 'a: "one"\n', ['a'], 'two', 'a: "two"\n'],
    ['keeps single quotes', "a: 'one'\n", ['a'], "it's", "a: 'it''s'\n"],
    ['quotes what needs it', 'a: one\n', ['a'], '012', 'a: "012"\n'],
    ['quotes a comma in brackets only', '{ a: one }\n', ['a'], 'x, y', '{ a: "x, y" }\n'],
    ['writes a date plain', 'a: one\n', ['a'], '2026-10-12', 'a: 2026-10-12\n'],
    [
      'keeps a block and its mark’s comment',
      'a: | # c\n  one\n\nb: 1\n',
      ['a'],
      'x\ny\n',
      'a: | # c\n  x\n  y\n\nb: 1\n',
    ],
    ['folds where it was folded', 'a: >-\n    one\nb: 1\n', ['a'], 'two', 'a: >-\n    two\nb: 1\n'],
    ['keeps what stands around it', '{a:   "x",b:  [ y,  z ]}\n', ['b', 1], 'w', '{a:   "x",b:  [ y,  w ]}\n'],
    ['fills an empty key', 'a: # c\nb: 1\n', ['a'], 'x', 'a: x # c\nb: 1\n'],
    ['adds a key', 'a: 1 # c\n# end\n', ['b'], 'x', 'a: 1 # c\nb: x\n# end\n'],
    ['adds a key without a last line end', 'a: 1', ['b'], 'x', 'a: 1\nb: x'],
    ['adds a key after a block', 'a: |\n  x\n\n# c\n', ['b'], 'x', 'a: |\n  x\nb: x\n\n# c\n'],
    ['adds a key in braces', 'a: { b: 1 } # c\n', ['a', 'c'], 'x', 'a: { b: 1, c: x } # c\n'],
    ['adds a key to empty braces', 'a: {}\n', ['a', 'c'], 'x', 'a: { c: x }\n'],
    ['makes maps on the way', 'a: 1\n', ['b', 'c', 'd'], 'x', 'a: 1\nb:\n  c:\n    d: x\n'],
    [
      'makes braces where its neighbours have them',
      'a:\n  b: { r: x }\n',
      ['a', 'c'],
      { r: 'z' },
      'a:\n  b: { r: x }\n  c: { r: z }\n',
    ],
    ['goes by the file’s indent', 'a:\n    b: 1\n', ['c', 'd'], 2, 'a:\n    b: 1\nc:\n    d: 2\n'],
    ['starts an empty file', '# only this\n', ['a'], ['x'], '# only this\na: [x]\n'],
    ['adds to a list in lines', 'a:\n  - x # c\nb: 1\n', ['a', 1], 'z', 'a:\n  - x # c\n  - z\nb: 1\n'],
    ['adds to a list in brackets', 'a: [x] # c\n', ['a', 1], 'z', 'a: [x, z] # c\n'],
    ['adds a map to a list', 'a:\n  - b: 1\n', ['a', 1], { b: 2, c: ['x'] }, 'a:\n  - b: 1\n  - b: 2\n    c: [x]\n'],
    ['changes only what differs in a map', 'a: { b: 1, c: 2 }\n', ['a'], { b: 1, d: 3 }, 'a: { b: 1, d: 3 }\n'],
    [
      'changes only what differs in a list',
      'a:\n  - x # c\n  - y\n',
      ['a'],
      ['x', 'z', 'w'],
      'a:\n  - x # c\n  - z\n  - w\n',
    ],
    [
      'replaces a short form',
      'a:\n  b: green # c\n  d: { x: 1 }\n',
      ['a', 'b'],
      { r: 'red' },
      'a:\n  b: { r: red } # c\n  d: { x: 1 }\n',
    ],
    ['keeps quotes in a list of one', 'a: "x" # c\n', ['a'], ['x'], 'a: ["x"] # c\n'],
    ['keeps Windows line ends', 'a: 1\r\nb: 2\r\n', ['c'], 'x\ny', 'a: 1\r\nb: 2\r\nc: |-\r\n  x\r\n  y\r\n'],
  ];
  test.each(cases)('%s', (_what, before, path, value, after) => {
    expect(setValue(source(before), path, value)).toBe(after);
  });

  test('a new key takes its usual place', () => {
    const order = ['title', 'status', 'evidence', 'completed'];
    const set = (text: string, key: string): string | null => setValue(source(text), [key], 'x', order);
    expect(set('title: t # c\nevidence: []\n', 'status')).toBe('title: t # c\nstatus: x\nevidence: []\n');
    expect(set('# head\nstatus: s\n', 'title')).toBe('# head\ntitle: x\nstatus: s\n');
    expect(set('{ status: s, completed: c }\n', 'evidence')).toBe('{ status: s, evidence: x, completed: c }\n');
  });

  test.each([
    ['a fault in the YAML', 'a: [\n', ['a'], 'x'],
    ['a key that stands twice', 'a: 1\na: 2\n', ['a'], 'x'],
    ['an alias, whose text stands elsewhere too', 'a: &x { b: 1 }\nc: *x\n', ['c', 'b'], 2],
    ['an anchor that another place repeats', 'a: &x 1\nc: *x\n', ['a'], 2],
    ['a text where a map should be', 'a: x\n', ['a', 'b'], 'x'],
    ['a comment inside what is replaced', 'a:\n  b: 1 # c\n  d: 2\n', ['a'], 'x'],
    ['a place past the end of a list', 'a: [x]\n', ['a', 3], 'x'],
  ] as const)('is not done with %s', (_what, text, path, value) => {
    expect(setValue(source(text), path, value)).toBeNull();
  });
});

describe('renaming a key', () => {
  test('keeps the rest', () => {
    expect(renameKey(source('b:\n  "x y": 1 # c\n'), ['b', 'x y'], 'z')).toBe('b:\n  z: 1 # c\n');
    expect(renameKey(source('{ b: 1, c: 2 }\n'), ['b'], 'yes')).toBe('{ "yes": 1, c: 2 }\n');
  });
  test('is not done where the name is taken', () => {
    expect(renameKey(source('a: 1\nb: 2\n'), ['a'], 'b')).toBeNull();
    expect(renameKey(source('a: 1\nb:\n'), ['a'], 'b')).toBeNull();
  });
});

describe('taking out', () => {
  test.each([
    ['a key', 'a: 1\nb: 2\n', ['a'], 'b: 2\n'],
    ['a key with its block', 'a: 1\nb: |\n  x\n\nc: 2\n', ['b'], 'a: 1\n\nc: 2\n'],
    ['a key before a comment, which stays', 'a: 1 # c\nb: 2\n', ['a'], '# c\nb: 2\n'],
    ['the last key', 'a:\n  b: 1\nc: 2\n', ['a', 'b'], 'a: {}\nc: 2\n'],
    ['the last line', 'a: 1\nb: 2', ['b'], 'a: 1'],
    ['the first key of an item', '- a: 1\n  b: 2\n', [0, 'a'], '- b: 2\n'],
    ['an item', 'a:\n  - x\n  # c\n  - y\n  - z\n', ['a', 1], 'a:\n  - x\n  # c\n  - z\n'],
    ['an item with a comment, which stays', 'a:\n  - x\n  - y # c\n', ['a', 1], 'a:\n  - x\n  # c\n'],
    ['an item in brackets', 'a: [x, y, z]\n', ['a', 1], 'a: [x, z]\n'],
    ['the last item in brackets', 'a: [x, y ]\n', ['a', 1], 'a: [x ]\n'],
    ['the only key of a file', '# c\na:\n  - x: |\n      y\n# d\n', ['a'], '# c\n{}\n# d\n'],
    ['the only item', 'a: [x]\n', ['a', 0], 'a: []\n'],
  ] as const)('%s', (_what, before, path, after) => {
    expect(removeValue(source(before), path)).toBe(after);
  });
});

test('an edit is made only where the file holds what it was meant for', () => {
  const edit = { kind: 'set', place: at('file.yaml', 'a'), value: 'b', was: 'x' } as const;
  expect(edited(source('a: x\n'), edit)).toBe('a: b\n');
  expect(edited(source('a: z\n'), edit)).toBeNull();
});

/** Texts that are easily written so that they are read as something else. */
const text = fc.oneof(
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '12',
    '0x1F',
    '1e3',
    '- a',
    'a: b',
    'a #b',
    '# c',
    '[a',
    "it's",
    '"q"',
    '',
    '|',
    '&a',
  ),
  fc.constantFrom(
    '2026-10-12',
    '1:30',
    ' a',
    'a ',
    'a\n',
    'a\n\n',
    '\na',
    'a\n  b\nc',
    'a\tb',
    '\u0007',
    '\u2028',
    'é, ü',
    '%a',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.lorem({ maxCount: 30 }), { maxLength: 3 }).map((parts) => parts.join('\n')),
);
const scalar = fc.oneof({ weight: 4, arbitrary: text }, fc.integer(), fc.boolean());
const value: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,6}( [a-z])?$/), scalar, { maxKeys: 3 }),
);

/** A file of the example, in one of two line ends, and a place in it: one that is there, or a key that is not. */
const place = fc
  .tuple(fc.constantFrom(...FILES), fc.boolean(), fc.nat(), fc.option(fc.stringMatching(/^[a-z][a-z.-]{1,8}$/)))
  .map(([name, windows, pick, key]) => {
    const read = readFileSync(join(EXAMPLE, name), 'utf8');
    const written = windows ? read.replaceAll('\n', '\r\n') : read;
    const paths = pathsIn(yaml(read), []).filter((path) => path.length > 0);
    const path = paths[pick % paths.length] ?? [];
    const parents = [[], ...paths].filter((each) => isMap(dig(yaml(read), each)));
    const parent = parents[pick % parents.length] ?? [];
    return { written, path: key === null ? path : [...parent, key], isNew: key !== null };
  });

test('a random edit comes to the old data with that one change, and leaves the rest of the text alone', () => {
  let made = 0;
  fc.assert(
    fc.property(place, value, ({ written, path, isNew }, wanted) => {
      const before = full('file.yaml', written);
      const after = setValue(before, path, wanted);
      if (after === null) throw new Error('no edit was found');
      made++;
      const read = full('file.yaml', after);
      expect(read.problems).toEqual([]);
      expect(read.data).toEqual(changed(before.data, path, wanted));
      expect(parse('file.yaml', after).data).toEqual(read.data);
      const node = parseDocument(written, { stringKeys: true }).getIn(path, true) as { range: number[] } | undefined;
      const [from, to] = span(written, after);
      if (isNew && node === undefined) expect(to).toBeLessThanOrEqual(from);
      else if (typeof dig(before.data, path) !== 'object') {
        expect(comments(after)).toEqual(comments(written));
        expect(written.slice(from, Math.max(from, node?.range[0] ?? 0)).trim()).toBe('');
        expect(to).toBeLessThanOrEqual(node?.range[1] ?? 0);
      }
      if (isNew) expect(comments(after)).toEqual(comments(written));
      if (written.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    }),
    { numRuns: RUNS },
  );
  expect(made).toBeGreaterThanOrEqual(RUNS);
}, 60_000);

test('taking out at random comes to the old data without it, and keeps the comments that are not in it', () => {
  fc.assert(
    fc.property(place, ({ written, path, isNew }) => {
      if (isNew) return;
      const before = full('file.yaml', written);
      const after = removeValue(before, path);
      if (after === null) throw new Error('no edit was found');
      const read = full('file.yaml', after);
      expect(read.problems).toEqual([]);
      expect(read.data).toEqual(without(before.data, path));
      if (typeof dig(before.data, path) !== 'object') expect(comments(after)).toEqual(comments(written));
    }),
    { numRuns: RUNS },
  );
}, 60_000);

/** The stretch of the old text that the new one does not share. */
function span(before: string, after: string): readonly [number, number] {
  let from = 0;
  while (from < Math.min(before.length, after.length) && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [from, before.length - tail];
}

function comments(written: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    if ((node as { type?: string }).type === 'comment') found.push((node as { source: string }).source);
    for (const child of Object.values(node)) visit(child);
  };
  for (const token of new Parser().parse(written)) visit(token);
  return found;
}

type Data = { [key: Step]: unknown };

function isMap(data: unknown): boolean {
  return data !== null && typeof data === 'object' && !Array.isArray(data);
}

function pathsIn(data: unknown, path: readonly Step[]): readonly (readonly Step[])[] {
  if (data === null || typeof data !== 'object') return [path];
  const steps: readonly Step[] = Array.isArray(data) ? data.map((_, index) => index) : Object.keys(data);
  return [path, ...steps.flatMap((step) => pathsIn((data as Data)[step], [...path, step]))];
}

function dig(data: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Data | undefined)?.[step], data);
}

function changed(data: unknown, path: readonly Step[], wanted: Plain): unknown {
  const copy = structuredClone(data) as Data;
  (dig(copy, path.slice(0, -1)) as Data)[path.at(-1) ?? ''] = wanted;
  return copy;
}

function without(data: unknown, path: readonly Step[]): unknown {
  const copy = structuredClone(data) as Data;
  const parent = dig(copy, path.slice(0, -1)) as Data;
  const last = path.at(-1) ?? '';
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}
