import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { peopleNamed } from '../src/commands/meeting/people.ts';
import { type Answer, answering, lemIn, worldIn } from './support/in-process.ts';

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));
const GROUP = 'reference-group.yaml';
const TODAY = '2026-10-08';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem meeting é '));
  cpSync(join(EXAMPLES, 'ribble-bank'), folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function add(...words: string[]): ReturnType<typeof lemIn> {
  return lemIn(worldIn(folder, { today: TODAY }), ['meeting', 'add', ...words]);
}

async function interview(answer: (message: string) => Answer, ...words: string[]) {
  const { prompts, asked } = answering(answer);
  const result = await lemIn(worldIn(folder, { today: TODAY, prompts }), ['meeting', 'add', ...words]);
  return { ...result, asked };
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** What was added to a file; all that was there before must still be there, byte for byte. */
async function added(path: string, act: () => Promise<unknown>): Promise<string> {
  const before = read(path);
  await act();
  const after = read(path);
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const rest = before.slice(same);
  expect(after.endsWith(rest)).toBe(true);
  return after.slice(same, after.length - rest.length);
}

test('a meeting of the group goes behind the others, with names as they are written there', async () => {
  const text = await added(GROUP, async () =>
    expect(
      await add(
        '--attended',
        'a. khan, M. Shaw',
        '--attended',
        'School council',
        '--notes',
        ' Agreed: the audit teams. ',
      ),
    ).toEqual({
      exit: 0,
      text: `✓ ${GROUP}\n  Reference group meeting of 8 October 2026: A. Khan, M. Shaw and School\n  council.\n  → lem status\n`,
    }),
  );
  expect(text).toBe(
    '  - date: 2026-10-08\n    attended: [A. Khan, M. Shaw, School council]\n    notes: "Agreed: the audit teams."\n',
  );
});

test('names nobody knows are taken, and said', async () => {
  const { text } = await add('--attended', 'D. Whitle', '--attended', 'A guest');
  expect(text).toContain('D. Whitle is not in the group; if it should be D. Whittle, change it in');
  expect(text).toContain('A guest is not in the group.');
  expect(read(GROUP)).toContain('attended: [D. Whitle, A guest]');
});

test('what lem init wrote takes a first meeting, and keeps its comments', async () => {
  cpSync(join(EXAMPLES, 'first-day'), folder, { recursive: true });
  const before = read(GROUP);
  await add('--date', '2026-10-01', '--attended', 'A. Khan', '--notes', 'Agreed:\n- teams');
  expect(read(GROUP)).toBe(
    before.replace(
      'meetings: []\n',
      'meetings:\n  - date: 2026-10-01\n    attended: [A. Khan]\n    notes: |-\n      Agreed:\n      - teams\n',
    ),
  );
  const calendar = read('calendar.yaml');
  await add('--network', '--date', '2026-10-07', '--attended', 'J. Patel');
  expect(read('calendar.yaml')).toBe(
    calendar.replace('meetings: []\n', 'meetings:\n  - date: 2026-10-07\n    attended: [J. Patel]\n'),
  );
});

test('a meeting that was planned is recorded where it stands', async () => {
  await add('--date', '2026-11-10');
  await add('--date', '2026-11-03');
  const planned = read(GROUP);
  expect(planned).toMatch(/ {2}- \{ date: 2026-11-10 \}\n {2}- \{ date: 2026-11-03 \}\n$/);
  const later = worldIn(folder, { today: '2026-11-11' });
  await lemIn(later, ['meeting', 'add', '--date', '2026-11-10', '--attended', 'A. Khan']);
  expect(read(GROUP)).toBe(planned.replace('{ date: 2026-11-10 }', '{ date: 2026-11-10, attended: [A. Khan] }'));
  const again = await lemIn(later, ['meeting', 'add', '--date', '2026-11-10', '--attended', 'M. Shaw']);
  expect(again).toEqual({ exit: 2, text: expect.stringContaining('on 10 November 2026 already') });
});

test('a co-ordinators’ meeting goes into the calendar, which is begun where there is none', async () => {
  expect(await added('calendar.yaml', () => add('--network', '--date', '2026-10-07', '--attended', 'J. Patel'))).toBe(
    '  - date: 2026-10-07\n    attended: [J. Patel]\n',
  );
  rmSync(join(folder, 'calendar.yaml'));
  await add('--network', '--date', '2026-10-07');
  expect(read('calendar.yaml')).toBe(
    '# yaml-language-server: $schema=.lem/schemas/calendar.json\nmeetings:\n  - { date: 2026-10-07 }\n',
  );
});

test.each<[why: string, words: readonly string[], said: string]>([
  ['more people than there are places', ['--network', '--attended', 'A, B, C'], '3 people are named'],
  ['notes that are not kept', ['--network', '--notes', 'A'], 'No notes are kept'],
  ['a day that is none', ['--date', '2026-02-30'], '2026-02-30 is not a date'],
  ['the same day twice', ['--date', '2026-06-02', '--attended', 'A. Khan'], 'on 2 June 2026 already'],
  ['nothing', [], 'Nothing is said of the meeting.'],
  ['people at a meeting to come', ['--date', '2026-10-09', '--attended', 'A. Khan'], 'nobody has been there yet'],
])('%s: refused, and nothing is written', async (_why, words, said) => {
  const before = [read(GROUP), read('calendar.yaml')];
  expect(await add(...words)).toEqual({ exit: 2, text: expect.stringContaining(said) });
  expect([read(GROUP), read('calendar.yaml')]).toEqual(before);
});

test('a file that can’t be read or is not there takes no meeting', async () => {
  writeFileSync(join(folder, 'calendar.yaml'), 'visits: [\n');
  writeFileSync(join(folder, GROUP), 'members: []\nmeets: [often]\n');
  expect((await add('--network')).text).toContain('calendar.yaml can’t be read.');
  expect((await add()).text).toContain(`${GROUP} can’t be read.`);
  rmSync(join(folder, GROUP));
  expect(await add()).toEqual({ exit: 2, text: expect.stringContaining('no group that could have met') });
});

test('a dry run shows the change and makes none', async () => {
  const before = read(GROUP);
  expect((await add('--dry-run', '--date', '2026-10-08')).text).toContain('+  - { date: 2026-10-08 }');
  expect(read(GROUP)).toBe(before);
});

describe('at a terminal', () => {
  test('what was not given is asked', async () => {
    const { asked, exit } = await interview((message) => {
      if (message.startsWith('Who was there')) return ['A. Khan', 'M. Shaw'];
      if (message.startsWith('Who else')) return 'A guest';
      return message.startsWith('What was agreed') ? 'The teams.' : undefined;
    });
    expect({ exit, asked: asked.length }).toEqual({ exit: 0, asked: 4 });
    expect(read(GROUP)).toMatch(
      / {2}- date: 2026-10-08\n {4}attended: \[A. Khan, M. Shaw, A guest\]\n {4}notes: The teams.\n$/,
    );
  });

  test('nothing is asked of a meeting to come but its day', async () => {
    const { asked } = await interview(() => '2026-11-10');
    expect(asked).toEqual(['The day of the meeting:']);
    expect(read(GROUP)).toMatch(/ {2}- \{ date: 2026-11-10 \}\n$/);
  });

  test('another day is asked for where there is a meeting on one already', async () => {
    await expect(interview(() => '2026-06-02')).rejects.toThrow(
      'There is a reference group meeting on that day already.',
    );
    await add('--date', '2026-11-10');
    await expect(interview(() => '2026-11-10')).rejects.toThrow('on that day already');
    await add('--date', '2026-10-08');
    expect((await interview((message) => (message.startsWith('Who was') ? ['A. Khan'] : undefined))).text).toMatch(
      /^\n✓ reference-group.yaml\n {2}Reference group meeting of 8 October 2026: A. Khan.\n/,
    );
  });

  test('a refusal comes before the questions, and breaking off writes nothing', async () => {
    const before = read(GROUP);
    expect((await interview(() => undefined, '--date', '2026-06-02')).asked).toEqual([]);
    expect(await interview((message) => (message.startsWith('Who was') ? null : undefined))).toMatchObject({ exit: 2 });
    expect(await interview(() => null)).toMatchObject({ exit: 2, asked: ['The day of the meeting:'] });
    expect(read(GROUP)).toBe(before);
  });

  test('names in the file can’t write to the terminal', async () => {
    writeFileSync(join(folder, GROUP), 'members: [{ name: "A\\u001b[2J", represents: teachers }]\n');
    const shown: string[] = [];
    const { prompts } = answering(() => undefined);
    const many: typeof prompts.many = async ({ choices }) => {
      shown.push(...choices.map(({ name }) => name));
      return [];
    };
    await lemIn(worldIn(folder, { today: TODAY, prompts: { ...prompts, many } }), ['meeting', 'add']);
    expect(shown).toEqual(['A␛[2J']);
  });
});

test('names with a comma in them, and the same one twice', () => {
  const known = ['Shaw, M.', 'A. Khan'];
  expect(peopleNamed(['Shaw, M.', ' a.  khan ,, A. Khan'], known)).toEqual({
    names: ['Shaw, M.', 'A. Khan'],
    unknown: [],
  });
  expect(peopleNamed(['A. Kahn, A. Kahn', 'A. Khar'], known)).toEqual({
    names: ['A. Kahn', 'A. Khar'],
    unknown: [
      { name: 'A. Kahn', meant: null },
      { name: 'A. Khar', meant: 'A. Khan' },
    ],
  });
});
