import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import type { Choice, Prompts } from '../src/world.ts';
import { lemIn, worldIn } from './support/in-process.ts';
import { type Interviewed, schoolIn, type Turn } from './support/interview.ts';
import { submissionOf } from './support/submissions.ts';

const TODAY = '2026-06-26';
const RESPONSE = 'response-119999-race-2026-06-25.yaml';
const AWARD = readFileSync(
  fileURLToPath(new URL('./programmes/reading-award/programme.yaml', import.meta.url)),
  'utf8',
);
let folder = '';
let before: readonly string[] = [];
let ready: Uint8Array;
let both: Uint8Array;

beforeAll(async () => {
  ready = await submissionOf(['race']);
  both = await submissionOf(['race', 'gender'], {
    change: ({ read, put }) => {
      const path = 'accreditation/2025-26/gender.yaml';
      put(path, read(path).replace(/^signed:[\s\S]*/m, ''));
    },
  });
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem review é '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reviews a submission with an interview that takes just these turns. */
function review(
  archive: Uint8Array,
  turns: readonly Turn[],
  {
    words = [],
    today = TODAY,
    change = (prompts) => prompts,
  }: { words?: readonly string[]; today?: string; change?: (prompts: Prompts) => Prompts } = {},
): Promise<Interviewed> {
  const { interview } = schoolIn(folder);
  writeFileSync(join(folder, 'sent.zip'), archive);
  before = readdirSync(folder);
  return interview(['review', 'sent.zip', ...words], turns, (world) => ({
    ...world,
    today,
    prompts: async () => change(await world.prompts()),
  }));
}

function written(): readonly string[] {
  return readdirSync(folder).filter((name) => !before.includes(name));
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

const VISIT: readonly Turn[] = [['The day of the visit:'], ['Who visited', 'Equality team']];
const NO_MORE: readonly Turn[] = [
  ['Comment on a file', ''],
  ['A recommendation', ''],
  ['Notes of the visit', ''],
];
const AWARDED: readonly Turn[] = [
  ['The decision:', 'awarded'],
  ['Why (Enter to leave it out):', ''],
];
const WRITE: Turn = ['Write it?', true];

test('who asks for no more than a decision gets a response', async () => {
  const { exit, text, shown } = await review(ready, [...VISIT, ['The decision:'], ['Why (Enter'], ...NO_MORE, WRITE]);
  expect(exit).toBe(0);
  expect(text).toContain(`✓ ${RESPONSE}\n`);
  expect(shown).toContain('Ribble Bank Primary School  as on 8 June 2026\n');
  expect(shown).toContain('Unsigned: nothing tells who made it.\n');
  expect(shown).toContain('Race Equality Badge\n  Ready to claim: 10 of 10 requirements met.\n');
  expect(shown).toMatch(/ {2}Grid of 2025-26: \w+, from .*\.\n/);
  const response = read(RESPONSE);
  expect(shown).toContain(`The response\n\n${response}`);
  expect(parseYaml(response)).toMatchObject({
    visit: { date: '2026-06-25', kind: 'accreditation', assessor: 'Equality team' },
    decisions: { race: { decision: 'awarded' } },
  });
  expect(response).not.toMatch(/comments|recommendations|notes/);
});

test('comments point at places, recommendations name a strand, and notes are kept', async () => {
  const turns: readonly Turn[] = [
    ['The day of the visit:', ' 2026-06-24 '],
    ['Who visited', ''],
    ['The decision:', 'further-evidence'],
    ['Why, as the school is to read it:', 'The survey is two years old.'],
    ['Comment on a file', 'grid/2025-26.yaml'],
    ['On what:', '/cells/learning-and-teaching/race'],
    ['The comment', 'Which year groups is this from?'],
    ['Another comment, on a file', 'accreditation/2025-26/race.yaml'],
    ['On what:', '/outcomes/0'],
    ['The comment', ''],
    ['Another comment, on a file', 'evidence/class-book-counts/class-book-counts.csv'],
    ['The comment', 'Well counted.'],
    ['Another comment, on a file', 'plan/books-that-show-our-families.yaml'],
    ['On what:', ''],
    ['The comment', 'Go on.'],
    ['Another comment, on a file', ''],
    ['A recommendation', 'Share the blue card.'],
    ['The strand it is about:', 'race'],
    ['Another recommendation', 'Meet the school next door.'],
    ['The strand it is about:', ''],
    ['Another recommendation', ''],
    ['Notes of the visit', 'We met the school council.'],
    WRITE,
  ];
  expect(await review(ready, turns)).toMatchObject({ exit: 0 });
  expect(written()).toEqual(['response-119999-race-2026-06-24.yaml']);
  expect(parseYaml(read('response-119999-race-2026-06-24.yaml'))).toMatchObject({
    visit: { date: '2026-06-24', kind: 'accreditation', notes: 'We met the school council.' },
    decisions: { race: { decision: 'further-evidence', because: 'The survey is two years old.' } },
    comments: [
      {
        file: 'grid/2025-26.yaml',
        pointer: '/cells/learning-and-teaching/race',
        text: 'Which year groups is this from?',
      },
      { file: 'evidence/class-book-counts/class-book-counts.csv', text: 'Well counted.' },
      { file: 'plan/books-that-show-our-families.yaml', text: 'Go on.' },
    ],
    recommendations: [{ text: 'Share the blue card.', strand: 'race' }, { text: 'Meet the school next door.' }],
  });
});

test('what an interview wrote is a review file of the same submission', async () => {
  await review(ready, [...VISIT, ...AWARDED, ...NO_MORE, WRITE]);
  const again = await lemIn(worldIn(folder, { today: TODAY }), ['review', 'sent.zip', '--from', RESPONSE]);
  expect(again).toEqual({ exit: 0, text: `${RESPONSE} says this already: nothing was changed.\n` });
});

test('files are offered with what they are about, those that weigh most and are latest first', async () => {
  let offered: readonly Choice[] = [];
  await review(ready, [...VISIT, ...AWARDED, ...NO_MORE, WRITE], {
    change: (prompts) => ({
      ...prompts,
      search: (question) => {
        offered = question.choices;
        return prompts.search(question);
      },
    }),
  });
  const values = offered.map(({ value }) => value);
  expect(values.slice(0, 4)).toEqual(['', 'accreditation/2025-26/race.yaml', 'grid/2025-26.yaml', 'grid/2024-25.yaml']);
  expect(values.at(-1)).toMatch(/^evidence\/.*\.(?!yaml)\w+$/);
  expect(offered.find(({ value }) => value === 'plan/books-that-show-our-families.yaml')?.name).toMatch(
    /^plan\/books-that-show-our-families\.yaml +\w.* \w/,
  );
});

describe('with several strands', () => {
  test('each is shown with what is not met; one may be left undecided', async () => {
    const turns: readonly Turn[] = [...VISIT, ...AWARDED, ['The decision:', ''], ...NO_MORE, WRITE];
    const { shown } = await review(both, turns);
    expect(shown).toContain('Race Equality Badge  strand 1 of 2\n');
    expect(shown).toMatch(
      /Gender Equality Badge {2}strand 2 of 2\n {2}Not ready to claim: 9 of 10 requirements met\.\n {2}✗ .*sign/,
    );
    expect(written()).toEqual([RESPONSE]);
  });

  test('at least one is decided', async () => {
    const turns: readonly Turn[] = [
      ...VISIT,
      ['The decision:', ''],
      ['The decision:', ''],
      ['The decision:', ''],
      // What is not ready is not taken to be awarded.
      ['The decision:'],
      ['Why, as', 'It is not signed.'],
      ...NO_MORE,
      WRITE,
    ];
    const { shown } = await review(both, turns);
    expect(shown).toContain('Nothing is decided yet: a response decides at least one strand.');
    expect(parseYaml(read('response-119999-gender-2026-06-25.yaml')).decisions).toEqual({
      gender: { decision: 'further-evidence', because: 'It is not signed.' },
    });
  });

  test('one that is not ready is awarded only with a reason, and that is warned of', async () => {
    const undecided: Turn = ['The decision:', ''];
    await expect(
      review(both, [...VISIT, undecided, ['The decision:', 'awarded'], ['Why, as the school', ' … ']]),
    ).rejects.toThrow('refused: This is needed.');
    const turns: readonly Turn[] = [
      ...VISIT,
      undecided,
      ['The decision:', 'awarded'],
      ['Why, as the school', 'We saw it signed.'],
      ...NO_MORE,
      WRITE,
    ];
    expect((await review(both, turns)).text).toContain('! Gender is awarded though not every requirement is shown');
  });
});

describe('the day of the visit', () => {
  test.each([
    ['none', '2026-06-31', 'Write the date with the year first'],
    ['one to come', '2026-06-27', '27 June 2026 is to come'],
    ['one before the submission', '2026-06-07', '7 June 2026 is before the submission'],
  ])('is not %s', async (_what, day, said) => {
    await expect(review(ready, [['The day of the visit:', day]])).rejects.toThrow(`refused: ${said}`);
  });

  test('is not offered while it is to come', async () => {
    await expect(review(ready, [['The day of the visit:']], { today: '2026-06-24' })).rejects.toThrow(
      'refused: Write the date with the year first',
    );
  });
});

describe('nothing is written', () => {
  const ALL: readonly Turn[] = [
    ...VISIT,
    ...AWARDED,
    ['Comment on a file', 'grid/2025-26.yaml'],
    ['On what:', '/year'],
    ['The comment', 'A'],
    ['Another comment', ''],
    ['A recommendation', 'B'],
    ['The strand', 'race'],
    ['Another recommendation', ''],
    ['Notes of the visit', ''],
    WRITE,
  ];
  test.each(ALL.map(([question], index) => [index + 1, question]))(
    'where it is broken off at question %i, %s',
    async (count) => {
      const turns = ALL.slice(0, count).map((turn, index): Turn => (index === count - 1 ? [turn[0], null] : turn));
      const { exit, text } = await review(ready, turns);
      expect({ exit, text }).toEqual({
        exit: 2,
        text: 'lem: Nothing was written: the questions were broken off.\n  Begin again with lem review.\n',
      });
      expect(written()).toEqual([]);
    },
  );

  test('where the response is not agreed to', async () => {
    const { exit, text } = await review(ready, [...ALL.slice(0, -1), ['Write it?', false]]);
    expect({ exit, text }).toEqual({ exit: 0, text: 'Nothing was written.\n' });
    expect(written()).toEqual([]);
  });

  test('with --dry-run, which shows it as a diff', async () => {
    const { text } = await review(ready, ALL.slice(0, -1), { words: ['--dry-run'] });
    expect(text).toContain('+  race: { decision: awarded }');
    expect(written()).toEqual([]);
  });

  test('where the submission was altered: no question is asked', async () => {
    const other = Buffer.from(ready);
    other[other.indexOf('race: amber')] = 0x52;
    const { exit, asked } = await review(other, []);
    expect({ exit, asked }).toEqual({ exit: 1, asked: [] });
  });
});

test('what was answered is not lost where the file is there already', async () => {
  const turns = [...VISIT, ...AWARDED, ...NO_MORE];
  await review(ready, [...turns, WRITE]);
  const first = read(RESPONSE);
  const other: readonly Turn[] = [['The day of the visit:'], ['Who visited', 'A. Wood'], ...AWARDED, ...NO_MORE];
  const { shown } = await review(ready, [
    ...other,
    ['Another file to write it to:', RESPONSE],
    ['Another file to write it to:', ' second.yaml '],
    WRITE,
  ]);
  expect(shown).toContain(`${RESPONSE} is already there with other content`);
  expect(read(RESPONSE)).toBe(first);
  expect(parseYaml(read('second.yaml')).visit.assessor).toBe('A. Wood');
});

test('--out into a school’s own work is refused before anything is asked', async () => {
  expect(await review(ready, [], { words: ['--out', 'awards.yaml'] })).toMatchObject({ exit: 2, asked: [] });
});

test('--from asks nothing, in a terminal too', async () => {
  writeFileSync(join(folder, 'review.yaml'), 'decisions: { race: { decision: awarded } }\n');
  expect(await review(ready, [], { words: ['--from', 'review.yaml'] })).toMatchObject({ exit: 0, asked: [] });
});

test('another award has strands of its own', async () => {
  const archive = await submissionOf(['print'], {
    change: ({ put }) => {
      put('programme.yaml', AWARD);
      put('lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: "Hazel \\e[31mLane" }\n');
      put('accreditation/2026-27/print.yaml', 'strand: print\nstatus: draft\ngoals: To read.\n');
    },
  });
  const turns: readonly Turn[] = [
    ...VISIT,
    ['The decision:', 'not-yet'],
    ['Why, as', 'Too early.'],
    ['Comment on a file', 'accreditation/2026-27/print.yaml'],
    ['On what:', '/goals'],
    ['The comment', 'Whose?'],
    ['Another', ''],
    ['A recommendation', 'Read aloud.'],
    ['The strand', 'spoken-word'],
    ['Another', ''],
    ['Notes', ''],
    WRITE,
  ];
  const { exit, shown } = await review(archive, turns);
  expect(exit).toBe(0);
  expect(shown).toContain('Hazel ␛[31mLane');
  expect(shown).not.toContain('\u001b');
  expect(shown).toContain('Print Badge\n  Not ready to claim: ');
  expect(written()).toEqual(['response-print-2026-06-25.yaml']);
});
