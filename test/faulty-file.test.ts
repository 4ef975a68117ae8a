import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleSchool } from './support/school.ts';

const { lem, read, put, path } = sampleSchool();
const SCHEMAS = fileURLToPath(new URL('../schemas/', import.meta.url));

/** The texts of more than a word that the schemas of files give as examples. */
const EXAMPLES = readdirSync(SCHEMAS)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => examplesIn(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8'))));

function examplesIn(node: unknown): readonly string[] {
  if (node === null || typeof node !== 'object') return [];
  const { examples } = node as { examples?: unknown };
  return [...textsIn(examples), ...Object.values(node).flatMap(examplesIn)];
}

function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return /\s/.test(node) ? [node] : [];
  return node === null || typeof node !== 'object' ? [] : Object.values(node).flatMap(textsIn);
}

const COMMANDS = [
  'status --on 2026-06-08',
  'status --json --on 2026-06-08',
  'badges --on 2026-06-08',
  'badges --json --on 2026-06-08',
  'plan list --on 2026-06-08',
  'plan list --csv --on 2026-06-08',
  'plan list --ics --on 2026-06-08',
  'evidence list --on 2026-06-08',
  'export plan',
  'export audit --year 2025-26',
  'grid show --year 2025-26',
  'audit show --year 2025-26',
  'audit compare --markdown',
  'summary render --all --html-only --on 2026-06-08',
];

/** What all of them say, with the pages they make. */
async function everything(): Promise<string> {
  const texts: string[] = [];
  for (const command of COMMANDS) {
    const { exit, text } = await lem(command.split(' '));
    expect([command, [0, 1, 2].includes(exit)]).toEqual([command, true]);
    texts.push(text);
  }
  const pages = readdirSync(path('build'), { recursive: true, encoding: 'utf8' }).filter((name) => /html$/.test(name));
  return [...texts, ...pages.map((name) => read(`build/${name}`))].join('\n');
}

const ACTION = 'plan/books-that-show-our-families.yaml';
const ITEM = 'evidence/class-book-counts/evidence.yaml';

test.each([
  ['lem.yaml', /^school:.*\n/m],
  ['lem.yaml', /name: A school, /],
  ['lem.yaml', /name: Somebody, /],
  ['calendar.yaml', /name: \w+, /g],
  ['calendar.yaml', /kind: \w+,? ?/g],
  ['reference-group.yaml', /, represents: [\w-]+/g],
  ['grid/2025-26.yaml', /^ +rating: \w+\n/gm],
  [ACTION, /^status: .*\n/m],
  [ACTION, /^title: .*(\n {2}.*)*\n/m],
  [ITEM, /^kind: .*\n/m],
  [ITEM, /^title: .*(\n {2}.*)*\n/m],
  ['accreditation/2025-26/race.yaml', /^strand: .*\n/m],
  ['accreditation/2025-26/race.yaml', /claim: .*(\n {6}.*)*\n {4}/],
] as const)(
  'what is missing in %s (%s) is made up by no command',
  async (file, missing) => {
    // The sample school is the one of the schemas' examples: here it and its people have other names.
    const other = [
      ['lem.yaml', 'Ribble Bank Primary School', 'A school'],
      ['lem.yaml', 'J. Patel', 'Somebody'],
    ] as const;
    for (const [name, from, to] of other) put(name, (read(name) ?? '').replaceAll(from, to));
    const said = await everything();
    const before = read(file) ?? '';
    put(file, before.replace(missing, ''));
    expect(read(file)).not.toBe(before);
    const now = await everything();
    expect(EXAMPLES.filter((example) => now.includes(example) && !said.includes(example))).toEqual([]);
  },
  60_000,
);

test('an action whose status is missing is not taken for one that is still to be done', async () => {
  put(ACTION, (read(ACTION) ?? '').replace(/^status: .*\n/m, ''));
  expect((await lem(['status', '--json'])).text).not.toContain('Books in every class');
  expect((await lem(['plan', 'list', '--ics'])).text).not.toContain('Books in every class');
});

test('a visit whose kind is missing is a visit', async () => {
  put('calendar.yaml', (read('calendar.yaml') ?? '').replaceAll('kind: accreditation, ', ''));
  expect((await lem(['status', '--json'])).text).toContain('"Visit: Race, Gender"');
});

test('decisions of a visit whose kind is misspelt are not called those of an advisory one', async () => {
  put('awards.yaml', (read('awards.yaml') ?? '').replace('kind: accreditation', 'kind: acreditation'));
  const { text } = await lem(['check', 'awards.yaml', '--format', 'compact']);
  expect(text).toContain('schema/wrong-value');
  expect(text).not.toContain('awards/decided-at-advisory');
});

test('evidence is stamped in nobody’s name where the co-ordinator’s is missing', async () => {
  put('lem.yaml', (read('lem.yaml') ?? '').replace('name: J. Patel, ', ''));
  const before = read(ITEM);
  expect(await lem(['evidence', 'review', 'class-book-counts'])).toMatchObject({
    exit: 2,
    text: expect.stringContaining('It is not said who has read it through.'),
  });
  expect(read(ITEM)).toBe(before);
});
