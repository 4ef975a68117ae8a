import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lemIn, worldIn } from './support/in-process.ts';
import { schemaErrors } from './support/output-schema.ts';
import { sampleSchool } from './support/school.ts';

const { lem, put, read, path } = sampleSchool();

async function listed(...words: string[]) {
  const { text } = await lem(['evidence', 'list', '--json', ...words]);
  const output = JSON.parse(text);
  expect(schemaErrors('evidence', output)).toEqual([]);
  return output as { readonly items: readonly { readonly [key: string]: unknown }[]; readonly within: string | null };
}
const idsOf = async (...words: string[]) => (await listed(...words)).items.map(({ id }) => id);

function item(id: string, more: string): void {
  put(`evidence/${id}/evidence.yaml`, `title: Something\nkind: data\n${more}`);
}

test('each item is listed with what names it', async () => {
  const { items } = await listed();
  expect(items.map(({ id }) => id)).toEqual([...items.map(({ id }) => id)].sort());
  expect(items.find(({ id }) => id === 'access-walk')).toEqual({
    id: 'access-walk',
    file: 'evidence/access-walk/evidence.yaml',
    readable: true,
    title: 'The access walk by pupils, and the list they made',
    kind: 'observation',
    date: '2024-11-06',
    strands: ['disability'],
    elements: ['environment-access-and-daily-life', 'pupil-involvement'],
    files: ['access-list-november-2024.csv', 'how-we-walked.txt'],
    missing: [],
    changed: [],
    holder: null,
    link: null,
    consent: 'not-needed',
    reviewed: { by: 'J. Patel', on: '2025-06-09' },
    uses: [
      { by: 'audit', id: 'environment-access-and-daily-life', year: '2024-25' },
      { by: 'audit', id: 'impact-and-review', year: '2024-25' },
      { by: 'action', id: 'site-open-to-everyone', year: null },
      { by: 'summary', id: 'disability', year: '2024-25' },
    ],
    unused: false,
    age: 'recent',
    countsUntil: '2027-11-06',
    visit: null,
  });
}, 30_000);

test('what nothing names is unused, and where a file can’t be read that can’t be told', async () => {
  item('spare', 'date: 2026-05-01\nholder: SENDCo\n');
  expect(await idsOf('--unused')).toEqual(['spare']);
  put('plan/broken.yaml', 'title: "open\n');
  expect(await idsOf('--unused')).toEqual([]);
  expect((await listed()).items.find(({ id }) => id === 'spare')?.unused).toBeNull();
  expect((await lem(['evidence', 'list'])).text).toContain('can’t be told');
});

describe('age', () => {
  const ageOn = async (on: string) => {
    const { age, countsUntil, visit } = (await listed('--on', on)).items.find(({ id }) => id === 'spare') ?? {};
    return { age, countsUntil, visit };
  };

  test.each([
    ['2026-05-01', 'recent'],
    ['2029-02-01', 'recent'],
    ['2029-02-02', 'ageing'],
    ['2029-05-01', 'ageing'],
    ['2029-05-02', 'too-old'],
  ])('as on %s it is %s', async (on, age) => {
    item('spare', 'date: 2026-05-01\nholder: SENDCo\n');
    expect(await ageOn(on)).toEqual({ age, countsUntil: '2029-05-01', visit: null });
  });

  test('is that on the day of the next visit for one of its strands', async () => {
    item('spare', 'date: 2023-06-24\nstrands: [disability, race]\nholder: SENDCo\n');
    put('calendar.yaml', 'visits:\n  - { date: 2026-06-25, kind: accreditation, strands: [race] }\n');
    expect(await ageOn('2026-01-01')).toEqual({ age: 'ageing', countsUntil: '2026-06-24', visit: '2026-06-25' });
    put('calendar.yaml', 'visits:\n  - { date: 2026-06-24, kind: accreditation, strands: [race] }\n');
    expect(await ageOn('2026-01-01')).toMatchObject({ age: 'recent', visit: null });
    put('calendar.yaml', 'visits:\n  - { date: 2026-06-25, kind: accreditation, strands: [gender] }\n');
    expect(await ageOn('2026-01-01')).toEqual({ age: 'recent', countsUntil: '2026-06-24', visit: null });
    expect(await idsOf('--ageing', '--on', '2026-06-25')).toEqual(['spare']);
  });
});

test('what keeps an item from counting is said', async () => {
  item('spare', 'date: 2027-05-01\nconsent: missing\nfiles: [{ path: gone.txt }]\n');
  put('evidence/access-walk/how-we-walked.txt', 'Twice.\n');
  put('evidence/broken/evidence.yaml', 'title: "open\n');
  const { text } = await lem(['evidence', 'list']);
  for (const said of [
    'gone.txt is not there.',
    'Consent is missing.',
    'Its date is still to come.',
    'To be read through: lem evidence review spare',
    'Unused: nothing names it.',
    'how-we-walked.txt has changed since it was last read.',
    'This can’t be read: lem check evidence/broken/evidence.yaml',
    'Held by: Pastoral lead',
    '2 unused · 2 changed or not complete · 1 without consent',
  ])
    expect(text).toContain(said);
  await listed();
});

test('it fits 80 columns, whatever the items are called', async () => {
  put(`evidence/${'long-'.repeat(8)}id/evidence.yaml`, `title: ${'Word '.repeat(39)}\nkind: data\ndate: 2026-05-01\n`);
  const { text } = await lem(['evidence', 'list']);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('it is narrowed down by strand and kind', async () => {
  expect(await idsOf('--strand', 'Gender', '--kind', 'pupil-voice')).toEqual(['playground-pupil-voice']);
  expect((await lem(['evidence', 'list', '--strand', 'gender', '--kind', 'photo'])).text).toContain('1 of 18 items');
  expect((await lem(['evidence', 'list', '--kind', 'fotos'])).exit).toBe(2);
  expect((await lem(['evidence', 'list', '--strand', 'nobody'])).exit).toBe(2);
});

test('there may be none', async () => {
  rmSync(path('evidence'), { recursive: true });
  expect(await lem(['evidence', 'list'])).toMatchObject({ exit: 0, text: expect.stringContaining('no evidence yet') });
  expect((await listed()).items).toEqual([]);
});

test('a programme that sets no age has none', async () => {
  const award = fileURLToPath(new URL('./programmes/reading-award/programme.yaml', import.meta.url));
  cpSync(award, path('programme.yaml'));
  put('lem.yaml', (read('lem.yaml') ?? '').replace('programme: lem-5', 'programme: reading-award'));
  const world = worldIn(join(path('.')), { today: '2031-01-01' });
  const { text } = await lemIn(world, ['evidence', 'list', '--json']);
  const output = JSON.parse(text);
  expect(schemaErrors('evidence', output)).toEqual([]);
  expect(output).toMatchObject({
    within: null,
    items: expect.arrayContaining([expect.objectContaining({ age: null })]),
  });
  const added = await lemIn(world, [
    'evidence',
    'add',
    '--holder',
    'Librarian',
    '--title',
    'Loans',
    '--kind',
    'data',
    '--date',
    '2030-12-01',
  ]);
  expect(added.exit).toBe(0);
});
