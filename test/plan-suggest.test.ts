import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import type { Priority } from '../src/facts/priorities.ts';
import type { Programme } from '../src/model/programme.ts';
import { actionTitle, planAddLine } from '../src/views/plan-suggest-command.ts';
import { schemaErrors } from './support/output-schema.ts';
import { programme } from './support/programmes.ts';
import { sampleSchool } from './support/school.ts';

const { read, put, lem } = sampleSchool();
const suggest = (...words: string[]) => lem(['plan', 'suggest', ...words]);
const GRID = 'grid/2025-26.yaml';
const few = (): void =>
  put(
    GRID,
    [
      'year: 2025-26',
      'cells:',
      '  staff-knowledge-and-working-life: { disability: amber, gender: { rating: amber, because: Nobody asked. } }',
      '  impact-and-review: { gender: red, disability: green }',
      '',
    ].join('\n'),
  );

/** What the sample school has not taken up of what was recommended to it. */
const RECOMMENDED = [
  '',
  'What the Equality team recommended',
  'An action is for every element, unless --element names those it is for.',
  '',
  "- Show the passports at a co-ordinators' meeting. Other schools would gain from",
  '  seeing how cover staff use them.',
  '  3 July 2025, Disability',
  `  → lem plan add "Show the passports at a co-ordinators' meeting" --strand disability --recommendation 2025-07-03.1`,
  '',
  '- Carry disability into the curriculum. Pupils met few disabled people in their',
  '  lessons other than athletes.',
  '  3 July 2025, Disability',
  '  → lem plan add "Carry disability into the curriculum" --strand disability --recommendation 2025-07-03.2',
  '',
].join('\n');

test('says what to plan, why, and how', async () => {
  few();
  put('plan/every-adult-trained.yaml', '');
  const { exit, text } = await suggest();
  expect([exit, text]).toEqual([
    2,
    expect.stringContaining('plan/every-adult-trained.yaml can’t be read, so lem can’t tell'),
  ]);
  put('plan/every-adult-trained.yaml', 'title: Done\nstrands: []\nstatus: complete\n');
  expect((await suggest()).text).toBe(
    [
      'What to plan next, 2025-26  Lancashire Equality Mark',
      '',
      '1. Red  Gender in Impact and Review',
      '   red in 2024-25 too',
      '   Audit, amber: Results and next steps are shared with pupils, families and',
      '     governors in words they understand.',
      '   → lem plan add "Gender in Impact and Review" --strand gender --element impact-and-review',
      '',
      '2. Amber  Staff Knowledge and Working Life: Gender; Disability',
      '   Gender: amber in 2024-25 too; Nobody asked.',
      '   Disability: amber in 2024-25 too',
      '   Audit, amber: Every adult, including support, lunchtime and office staff,',
      '     has had training relevant to this strand in the last two years.',
      '   Audit, amber: Recruitment, promotion and workload decisions are checked for',
      '     unequal effect.',
      '   Audit, amber: Induction covers our expectations and how to report a',
      '     concern.',
      '   → lem plan add "Staff Knowledge and Working Life: Gender; Disability" --strand gender --strand disability --element staff-knowledge-and-working-life',
      '',
      '46 cells have no rating yet.',
      '  → lem grid answer',
      RECOMMENDED,
    ].join('\n'),
  );
});

test('shows as many as are wanted, and tells programs all', async () => {
  const { text } = await suggest('--all', '--limit', '1');
  expect(text.match(/^\d\. /gm)).toEqual(['1. ']);
  expect(text).toMatch(/… and \d+ more: --limit \d+\n$/);
  const all = JSON.parse((await suggest('--all', '--json')).text);
  expect(schemaErrors('plan-suggest', all)).toEqual([]);
  expect(all.priorities.length).toBe(all.total);
  expect(all.priorities.length).toBeGreaterThan(5);
  const one = JSON.parse((await suggest('--all', '--json', '--limit', '1')).text);
  expect(one).toEqual({ ...all, priorities: all.priorities.slice(0, 1) });
});

test('says so where there is nothing to plan', async () => {
  expect(await suggest()).toMatchObject({
    exit: 0,
    text: expect.stringContaining('Every rated cell that calls for an action has one that is open.\n'),
  });
  expect((await suggest()).text.endsWith(`\n  → lem status\n${RECOMMENDED}`)).toBe(true);
  const value = JSON.parse((await suggest('--json')).text);
  expect(schemaErrors('plan-suggest', value)).toEqual([]);
  expect(value).toMatchObject({ total: 0, priorities: [] });
});

test('says of an empty grid only that it is empty, and begins with what comes before', async () => {
  put(GRID, 'year: 2025-26\n');
  put('audit/2025-26/pupil-involvement.yaml', 'element: pupil-involvement\nstatus: draft\n');
  expect((await suggest()).text).toBe(
    'What to plan next, 2025-26  Lancashire Equality Mark\n\n50 cells have no rating yet.\n' +
      `  → lem audit answer pupil-involvement\n${RECOMMENDED}`,
  );
});

test.each([
  [['--limit', '0'], '0 is not a number of suggestions'],
  [['--limit', 'many'], 'many is not a number'],
  [['--strand', 'rase'], 'Did you mean race?'],
  [['--element', 'x'], 'There is no element x'],
  [['--year', '2031-32'], 'There is no grid of 2031-32 to plan from'],
])('refuses %j', async (words, message) => {
  expect(await suggest(...words)).toMatchObject({ exit: 2, text: expect.stringContaining(message) });
});

test('the command it prints plans an action that covers the cells', async () => {
  few();
  put('plan/every-adult-trained.yaml', 'title: Done\nstrands: []\nstatus: complete\n');
  for (const { command } of JSON.parse((await suggest('--json')).text).priorities) {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    expect(await lem(words.slice(1))).toMatchObject({
      exit: 0,
      text: expect.stringContaining('of the grid of 2025-26'),
    });
  }
  expect(JSON.parse((await suggest('--json')).text).total).toBe(0);
  expect(read('plan/gender-in-impact-and-review.yaml')).toContain('elements: [impact-and-review]');
});

test('a shell reads the command as it was meant, whatever the programme’s titles hold', () => {
  const lem5 = programme('lem-5');
  const titled = (title: string): Programme => ({
    ...lem5,
    strands: new Map([['race', { id: 'race', title, badge: '', specialCategory: false }]]),
  });
  const priority: Priority = { strands: ['race'], elements: ['x'], rating: 'red', cells: [] };
  const titles = fc.oneof(
    fc.string({
      unit: fc.constantFrom('"', "'", '$', '`', '\\', '!', '%', ' ', ';', '*', 'a', 'é', '\n', '\u2028'),
      minLength: 1,
    }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  );
  fc.assert(
    fc.property(titles, (title) => {
      const edition = titled(title);
      const line = planAddLine(priority, edition).replace('lem plan add ', '');
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' });
      expect(stdout).toBe(`${actionTitle(priority, edition)}\n--strand\nrace\n--element\nx\n`);
    }),
    { numRuns: 60 },
  );
});

describe('what the Equality team recommended', () => {
  const AWARDS = 'awards.yaml';
  beforeEach(() => {
    const path = 'plan/people-like-us-in-every-unit.yaml';
    const text =
      'Carry disability into the curriculum. Pupils met few disabled people in their lessons other than athletes.';
    put(path, `${read(path)}recommendations:\n  - ${text}\n`);
  });
  const visit = (date: string, recommendations: readonly string[], more = ''): string =>
    `  - date: ${date}\n    kind: accreditation\n${more}    recommendations:\n${recommendations.map((each) => `      - ${each}\n`).join('')}`;
  const open = async (...words: string[]): Promise<readonly { id: string; command: string; actions: string[] }[]> => {
    const value = JSON.parse((await suggest('--json', ...words)).text);
    expect(schemaErrors('plan-suggest', value)).toEqual([]);
    return value.recommendations;
  };
  const ids = async (...words: string[]): Promise<readonly string[]> => (await open(...words)).map(({ id }) => id);
  const typed = (command: string): readonly string[] =>
    [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1);

  test('is suggested until an action takes it up: the command that is printed plans it', async () => {
    put(
      AWARDS,
      `visits:\n${visit('2025-07-03', ['{ text: "Share the books, widely. They are good.", strand: race }', '{ text: Meet others. }'], '    decisions: { race: awarded, gender: not-yet }\n')}${visit('2026-05-01', ['{ text: "- rest, -rf", strand: disability }'])}`,
    );
    const found = await open();
    expect(found.map(({ id, command }) => [id, command])).toEqual([
      ['2026-05-01.1', 'lem plan add "rest, -rf" --strand disability --recommendation 2026-05-01.1'],
      ['2025-07-03.1', 'lem plan add "Share the books, widely" --strand race --recommendation 2025-07-03.1'],
      ['2025-07-03.2', 'lem plan add "Meet others" --strand race --strand gender --recommendation 2025-07-03.2'],
    ]);
    for (const [index, { command }] of found.entries()) {
      const { exit, text } = await lem([...typed(command), '--yes']);
      expect([exit, text]).toEqual([0, expect.stringContaining('It takes up what was recommended on')]);
      expect(await ids()).toHaveLength(2 - index);
    }
    expect((await open('--all')).map(({ actions }) => actions)).toEqual([
      ['rest-rf'],
      ['share-the-books-widely'],
      ['meet-others'],
    ]);
    expect(read('plan/share-the-books-widely.yaml')).toContain(
      'recommendations: ["Share the books, widely. They are good."]',
    );
  });

  test('that is about no strand, of a visit that decided nothing, leaves the strand to be written', async () => {
    put(AWARDS, `visits:\n  - { date: 2026-05-01, kind: advisory, recommendations: [{ text: Go on. }] }\n`);
    expect((await open()).map(({ command }) => command)).toEqual([
      'lem plan add "Go on" --recommendation 2026-05-01.1 --strand …',
    ]);
  });

  test.each([
    ['another strand', 'strands: [race]\nstatus: planned\n', ['2025-07-03.1']],
    ['its strand', 'strands: [race, disability]\nstatus: planned\n', []],
    ['its strand, and is complete', 'strands: [disability]\nstatus: complete\ncompleted: 2026-01-01\n', []],
    [
      'its strand, and was complete before',
      'strands: [disability]\nstatus: complete\ncompleted: 2025-01-01\n',
      ['2025-07-03.1'],
    ],
    ['its strand, and was stopped', 'strands: [disability]\nstatus: stopped\noutcome: No time.\n', ['2025-07-03.1']],
  ])('is taken up, or not, by an action that is for %s', async (_what, action, left) => {
    const text =
      "Show the passports at a co-ordinators' meeting. Other schools would gain from seeing how cover staff use them.";
    put('plan/shown.yaml', `title: Shown\n${action}recommendations:\n  - >-\n    ${text.replace('. ', '.\n    ')}\n`);
    expect(await ids()).toEqual(left);
  });

  test('is shown for its strand, up to its day, and not for an element', async () => {
    expect(await ids('--strand', 'disability')).toEqual(['2025-07-03.1']);
    expect(await ids('--strand', 'race')).toEqual([]);
    expect(await ids('--element', 'curriculum-and-resources')).toEqual([]);
    expect(await ids('--on', '2025-07-02')).toEqual([]);
    expect(await ids('--all')).toEqual(['2025-07-03.1', '2025-07-03.2']);
  });

  test('is not taken up by an action for another strand: that is said', async () => {
    const { text } = await lem([
      'plan',
      'add',
      'Shown',
      '--strand',
      'race',
      '--recommendation',
      '2025-07-03.1',
      '--yes',
    ]);
    expect(text).toContain(
      'It does not take up what was recommended on 3 July 2025: that would take --strand disability.',
    );
    expect(await ids()).toEqual(['2025-07-03.1']);
    const updated = await lem(['plan', 'update', 'shown', '--strand', 'disability']);
    expect(updated.exit).toBe(0);
    expect(await ids()).toEqual([]);
    expect((await lem(['plan', 'update', 'shown', '--clear', 'recommendations'])).text).toContain(
      'recommendations: taken out',
    );
    expect(await ids()).toEqual(['2025-07-03.1']);
    expect((await lem(['plan', 'update', 'shown', '--recommendation', '2025-07-03.1'])).text).toContain(
      'recommendations: written',
    );
  });

  test.each([
    ['2025-07-3', 'Did you mean 2025-07-03.1?'],
    ['nothing like it', 'There are: 2025-07-03.1, 2025-07-03.2.'],
    ['__proto__', 'There are: 2025-07-03.1, 2025-07-03.2.'],
    ['\u001b[31m'.repeat(1000), 'There is no recommendation'],
  ])('refuses a recommendation %j that there is not', async (word, said) => {
    const refused = await lem(['plan', 'add', 'Shown', '--strand', 'race', '--recommendation', word, '--yes']);
    expect([refused.exit, refused.text]).toEqual([2, expect.stringContaining(said)]);
    expect(refused.text.length).toBeLessThan(400);
    expect(read('plan/shown.yaml')).toBeNull();
  });

  test('an awards.yaml with a fault stands in the way of nothing', async () => {
    put(AWARDS, 'visits: [{ date: 2026-05-01, kind: advisory, recommendations: [{ text: 5 }] }]\n');
    expect((await suggest()).exit).toBe(0);
  });
});
