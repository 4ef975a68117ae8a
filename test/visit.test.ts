import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, answering, lemIn, worldIn } from './support/in-process.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TODAY = '2026-06-08';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem visit é '));
  cpSync(join(ROOT, 'examples/ribble-bank'), folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function visit(...words: string[]): ReturnType<typeof lemIn> {
  return lemIn(worldIn(folder, { today: TODAY }), ['visit', ...words]);
}

function calendar(): string {
  return readFileSync(join(folder, 'calendar.yaml'), 'utf8');
}

test('a visit is booked, and what it needs is said', async () => {
  const before = calendar();
  const words = [
    'book',
    '--date',
    '2026-11-12',
    '--strand',
    'Religion and Belief,disability',
    '--strand',
    'disability',
  ];
  expect((await visit(...words, '--dry-run')).text).toContain('+  - date: 2026-11-12');
  expect(calendar()).toBe(before);
  expect(await visit(...words)).toEqual({
    exit: 0,
    text: `✓ calendar.yaml
  Accreditation visit on 12 November 2026: Religion and Belief, Disability.
  Held already: Disability.
  Not ready to claim yet: Religion and Belief. lem badges religion-and-belief
  says what is missing.
  Begin the Accreditation Summary of Disability by 22 October 2026.
  Bring the audit up to date and send it to the Equality team by 29 October
  2026.
  → lem summary new disability
`,
  });
  expect(calendar()).toBe(
    `${before}  - date: 2026-11-12\n    kind: accreditation\n    strands: [religion-and-belief, disability]\n`,
  );
});

test('one for advice needs no strand', async () => {
  cpSync(join(ROOT, 'examples/first-day/calendar.yaml'), join(folder, 'calendar.yaml'));
  const before = calendar();
  expect((await visit('book', '--date', '2026-11-12', '--kind', 'Advisory')).text).toBe(
    '✓ calendar.yaml\n  Advisory visit on 12 November 2026.\n  → lem status\n',
  );
  expect(calendar()).toBe(before.replace('visits: []', 'visits:\n  - { date: 2026-11-12, kind: advisory }'));
});

test('a calendar is begun where there is none', async () => {
  rmSync(join(folder, 'calendar.yaml'));
  await visit('book', '--date', '2026-06-08', '--strand', 'race', '--audit-sent', '2026-06-08');
  expect(calendar()).toBe(`# yaml-language-server: $schema=.lem/schemas/calendar.json
visits:
  - date: 2026-06-08
    kind: accreditation
    strands: [race]
    auditSent: 2026-06-08
`);
});

const BOOK = ['book', '--date', '2026-11-12'];
test.each<[why: string, words: readonly string[], said: string]>([
  ['no day', ['book', '--strand', 'race'], 'The day of the visit is missing.'],
  ['a day that is past', ['book', '--date', '2026-06-07', '--strand', 'race'], '7 June 2026 is past.'],
  ['a day that is none', ['book', '--date', '2026-06-31', '--strand', 'race'], 'not a date of the calendar'],
  ['no strand', BOOK, 'which strands'],
  ['a strand there is not', [...BOOK, '--strand', 'gendr'], 'Did you mean gender?'],
  ['another kind', [...BOOK, '--kind', 'advice'], 'advice is not a kind of visit.'],
  [
    'more strands than one visit decides',
    [...BOOK, '--strand', 'race,gender,disability,religion-and-belief'],
    'at most 3',
  ],
  [
    'more visits than there are in a year',
    ['book', '--date', '2026-07-02', '--kind', 'advisory'],
    'visit 2 of 2025-26',
  ],
  ['an earlier one in that year', ['book', '--date', '2026-06-10', '--kind', 'advisory'], 'visit 2 of 2025-26'],
  ['the same day', ['book', '--date', '2026-06-25', '--strand', 'race'], 'booked for 25 June 2026 already'],
  ['an audit sent on a day to come', [...BOOK, '--strand', 'race', '--audit-sent', '2026-06-09'], 'is to come'],
  ['nothing to change', ['update'], 'not said what to change'],
  ['another day’s visit', ['update', '2026-06-24', '--strand', 'race'], 'No one visit is booked for 2026-06-24.'],
  ['a year that has one', ['update', '2025-07-03', '--date', '2026-06-26'], 'visit 2 of 2025-26'],
])('%s: refused, and nothing is written', async (_why, words, said) => {
  const before = calendar();
  expect(await visit(...words)).toEqual({ exit: 2, text: expect.stringContaining(said) });
  expect(calendar()).toBe(before);
});

test('a calendar that can’t be read is left as it is', async () => {
  writeFileSync(join(folder, 'calendar.yaml'), 'visits: [\n');
  expect(await visit('book', '--date', '2026-11-12', '--kind', 'advisory')).toEqual({
    exit: 2,
    text: 'lem: calendar.yaml can’t be read.\n  lem check calendar.yaml says what is wrong.\n',
  });
});

describe('a visit that is booked', () => {
  test('has its audit sent, and then needs nothing more', async () => {
    const before = calendar();
    expect((await visit('update', '--audit-sent', '2026-06-07')).text).toBe(
      '✓ calendar.yaml\n  Accreditation visit on 25 June 2026: Race, Gender.\n  → lem status\n',
    );
    expect(calendar()).toBe(
      before.replace('strands: [race, gender] }', 'strands: [race, gender], auditSent: 2026-06-07 }'),
    );
  });

  test('is moved, and the day the audit is to be sent with it', async () => {
    const before = calendar();
    expect((await visit('update', '2026-06-25', '--date', '2026-07-02', '--strand', 'race')).text).toContain(
      'send it to the Equality team by 18 June 2026.\n  → lem visit update 2026-07-02 --audit-sent …\n',
    );
    expect(calendar()).toBe(
      before.replace(
        '2026-06-25, kind: accreditation, strands: [race, gender]',
        '2026-07-02, kind: accreditation, strands: [race]',
      ),
    );
  });

  test('is changed also where there are too many already', async () => {
    writeFileSync(
      join(folder, 'calendar.yaml'),
      'visits: [{ date: 2026-06-25, kind: advisory }, { date: 2026-07-02, kind: advisory }]\n',
    );
    expect((await visit('update', '2026-07-02', '--audit-sent', '2026-06-07')).exit).toBe(0);
  });

  test('is named where there are two to come', async () => {
    await visit('book', '--date', '2026-11-12', '--kind', 'advisory');
    expect((await visit('update', '--audit-sent', '2026-06-07')).text).toContain(
      'Name it by its day: 2026-06-25, 2026-11-12.',
    );
  });
});

describe('at a terminal', () => {
  async function interview(answer: (message: string) => Answer, ...words: string[]) {
    const { prompts, asked } = answering(answer);
    const offered: { readonly chosen?: readonly string[]; readonly names: readonly string[] }[] = [];
    const many: typeof prompts.many = (question) => {
      const { choices, chosen = [] } = question;
      offered.push({ chosen, names: choices.map(({ name }) => name) });
      return prompts.many(question);
    };
    const world = worldIn(folder, { today: TODAY, prompts: { ...prompts, many } });
    return { ...(await lemIn(world, ['visit', 'book', ...words])), asked, offered };
  }

  test('what was not given is asked, and the strands that are ready are offered', async () => {
    const answer = (kind: string) => (message: string) => {
      if (message.startsWith('The day')) return '2026-11-12';
      if (message.startsWith('At least')) return ['religion-and-belief'];
      return message.startsWith('What it is for') ? kind : undefined;
    };
    // Race and gender are ready, but booked already: nothing is offered, and an accreditation needs something.
    const first = await interview(answer('accreditation'), '--dry-run');
    expect(first.offered[0]?.chosen).toEqual([]);
    expect(first.asked.slice(2)).toEqual(['The strands it is about:', 'At least one strand it is about:']);
    expect(first.text).toContain('strands: [religion-and-belief]');
    rmSync(join(folder, 'calendar.yaml'));
    expect((await interview(answer('advisory'), '--dry-run')).offered[0]?.chosen).toEqual([]);
    const { asked, offered, exit } = await interview(answer('accreditation'));
    expect(asked).toEqual(['The day agreed for the visit:', 'What it is for:', 'The strands it is about:']);
    expect(offered).toEqual([
      {
        chosen: ['race', 'gender'],
        names: [
          'Race: ready to claim',
          'Gender: ready to claim',
          'Disability: held',
          'Sexual Orientation: working towards',
          'Religion and Belief: working towards',
        ],
      },
    ]);
    expect(exit).toBe(0);
    expect(calendar()).toContain('strands: [race, gender]');
  });

  test('a day that is past is asked for again, and breaking off writes nothing', async () => {
    const before = calendar();
    await expect(interview(() => '2026-06-07')).rejects.toThrow('to come');
    await expect(interview(() => '2026-06-25')).rejects.toThrow('A visit is booked for that day already.');
    expect((await interview(() => null)).exit).toBe(2);
    expect((await interview((message) => (message.startsWith('The day') ? '2026-11-12' : null))).exit).toBe(2);
    expect(calendar()).toBe(before);
  });
});

test('an award that sets no rules for visits has none broken', async () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  cpSync(join(ROOT, 'test/programmes/reading-award/programme.yaml'), join(other, 'programme.yaml'));
  writeFileSync(join(other, 'lem.yaml'), 'format: 1\nprogramme: reading-award\nschool: { name: A }\n');
  const book = (date: string) =>
    visit('book', '--date', date, '--strand', 'print', '--strand', 'Spoken Word', '-C', 'other');
  expect((await book('2026-11-12')).text).toContain('Accreditation visit on 12 November 2026: Print, Spoken Word.');
  expect((await book('2026-11-13')).exit).toBe(0);
});
