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
      '  → lem grid answer\n',
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
  expect((await suggest()).text).toMatch(/\n {2}→ lem status\n$/);
  const value = JSON.parse((await suggest('--json')).text);
  expect(schemaErrors('plan-suggest', value)).toEqual([]);
  expect(value).toMatchObject({ total: 0, priorities: [] });
});

test('says of an empty grid only that it is empty, and begins with what comes before', async () => {
  put(GRID, 'year: 2025-26\n');
  put('audit/2025-26/pupil-involvement.yaml', 'element: pupil-involvement\nstatus: draft\n');
  expect((await suggest()).text).toBe(
    'What to plan next, 2025-26  Lancashire Equality Mark\n\n50 cells have no rating yet.\n' +
      '  → lem audit answer pupil-involvement\n',
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
