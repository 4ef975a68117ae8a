import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { listActions, type PlanFilter } from '../src/facts/plan-list.ts';
import { csv } from '../src/views/csv.ts';
import { assemble } from '../src/workspace/assemble.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { lemIn, outcomeIn, worldIn } from './support/in-process.ts';
import { type Overlay, SHIPPED, soundWorkspace } from './support/sound-workspace.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ON = '2026-11-28';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem plan é '));
  cpSync(join(ROOT, 'examples/ribble-bank'), folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lem(...words: string[]): ReturnType<typeof lemIn> {
  return lemIn(worldIn(folder, { today: ON }), ['plan', 'list', ...words]);
}

function put(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

describe('which actions are listed', () => {
  const action = (rest: string): string => `title: A\nstatus: planned\nstrands: [race]\n${rest}`;
  const plan: Overlay = {
    'plan/new-books.yaml': null,
    'plan/family-evening.yaml': null,
    'plan/a.yaml': action('due: 2027-05-01\nlead: SENDCo and Head\nimprovementPlan: "Priority 2: reading"\n'),
    'plan/b.yaml': action('due: 2027-04-01\n').replace('planned', 'in-progress').replace('[race]', '[gender, race]'),
    'plan/c.yaml': action('elements: [learning-and-teaching]\n').replace('[race]', '[gender]'),
    'plan/d.yaml': action('due: 2027-04-01\noutcome: B\nelements: [pupil-involvement]\n').replace(
      'planned',
      'complete',
    ),
  };
  const assembly = assemble(soundWorkspace(plan), SHIPPED);
  const workspace = (assembly as { workspace: Workspace }).workspace;
  const ids = (filter: PlanFilter, on = '2027-04-20'): string =>
    listActions(workspace, filter, on)
      .actions.map(({ id }) => id)
      .join('');

  test.each<[filter: PlanFilter, ids: string]>([
    [{}, 'bdac'],
    [{ strands: ['gender'] }, 'bc'],
    [{ strands: ['gender', 'race'] }, 'bdac'],
    // One that names no elements is for all of them.
    [{ elements: ['learning-and-teaching'] }, 'bac'],
    [{ lead: 'sendco' }, 'a'],
    [{ lead: '' }, 'bdac'],
    [{ improvementPlan: 'PRIORITY 2' }, 'a'],
    [{ statuses: ['complete', 'in-progress'] }, 'bd'],
    [{ isOpen: true }, 'bac'],
    [{ isOverdue: true }, 'b'],
    [{ isOverdue: true, strands: ['religion-and-belief'] }, ''],
  ])('%j', (filter, expected) => {
    expect(ids(filter)).toBe(expected);
  });

  test('one is overdue from the day after it was due', () => {
    expect(ids({ isOverdue: true }, '2027-04-01')).toBe('');
    expect(ids({ isOverdue: true }, '2027-04-02')).toBe('b');
  });
});

test('what can’t be read is named, and what is not there is refused', async () => {
  put('plan/broken.yaml', 'title: "open\n');
  expect((await lem('--strand', 'disability', '--status', 'stopped')).text).toBe(
    'No action is as asked for.\n? plan/broken.yaml can’t be read, so it may be missing here.\n',
  );
  expect((await lem('--csv', '--status', 'stopped')).text).toContain('plan/broken.yaml can’t be read');
  for (const [words, said] of [
    [['--strand', 'rase'], 'Did you mean race?'],
    [['--element', 'pupils'], 'There is no element pupils'],
    [['--status', 'done'], 'done is not a status of an action.'],
    [['--on', 'now'], 'now is not a date'],
    [['--csv', '--ics'], 'Only one of --csv and --ics'],
    [['--out', 'plan.csv'], 'Add --csv, --ics or --json.'],
    [['--csv', '--out', 'plan/plan.csv'], 'lies where the workspace’s own files are'],
    [['--csv', '--out', 'plan'], 'lies where the workspace’s own files are'],
    [['--csv', '--out', '.'], 'something else than a file stands there'],
  ] as const) {
    const { exit, text } = await lem(...words);
    expect({ exit, text }).toEqual({ exit: 2, text: expect.stringContaining(said) });
  }
});

test('the JSON holds against its schema', async () => {
  put('plan/broken.yaml', 'title: "open\n');
  put('plan/bare.yaml', 'title: A\nstrands: [race]\nstatus: planned\n');
  const { text } = await lem('--json');
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv, ['date']);
  const holds = ajv.compile(JSON.parse(readFileSync(join(ROOT, 'schemas/output/plan.json'), 'utf8')));
  const report = JSON.parse(text);
  holds(report);
  expect(holds.errors ?? []).toEqual([]);
  expect(report.unreadable).toEqual(['plan/broken.yaml']);
  expect(report.actions.filter((each: { overdue: boolean }) => each.overdue)).toHaveLength(2);
  expect((await lem('--json')).text).toBe(text);
});

describe('CSV', () => {
  test('has a row for each action, and is read as UTF-8 by Excel', async () => {
    put('plan/accents.yaml', 'title: "Élan, or “more”;\\nanother line"\nstrands: [race, gender]\nstatus: planned\n');
    await lem('--csv', '--out', '../plan.csv', '-C', folder);
    const { text } = await lem('--csv');
    expect(readFileSync(join(folder, '../plan.csv'), 'utf8')).toBe(text.replace(/Written.*\n/, ''));
    rmSync(join(folder, '../plan.csv'));
    expect(text.startsWith('\ufeffid,title,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const { data, errors } = Papa.parse<{ [column: string]: string }>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(16);
    expect(data.at(-1)).toMatchObject({
      id: 'accents',
      title: 'Élan, or “more”; another line',
      strands: 'race, gender',
      due: '',
      overdue: 'no',
    });
    expect(data.filter(({ overdue }) => overdue === 'yes').map(({ id }) => id)).toEqual([
      'council-walks-the-site',
      'everyday-language',
    ]);
  });

  test('a file of that name is replaced', async () => {
    put('list.csv', 'old');
    expect(await lem('--csv', '--out', 'list.csv')).toEqual({ exit: 0, text: 'Written: list.csv\n' });
    expect(readFileSync(join(folder, 'list.csv'), 'utf8')).toMatch(/^\ufeffid,/);
  });

  const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−'];
  const LEADS = ['', ' ', '  ', "'", '"', '\t', '\r', '\n', '\u00a0', '“', ' \'"'];

  test('no cell begins as a formula does, whatever the plan says', () => {
    for (const sign of SIGNS)
      for (const lead of LEADS) {
        const text = csv(['a', 'b'], [[`${lead}${sign}HYPERLINK("http://a.example")`, 'x']]);
        const cell = Papa.parse<string[]>(text.slice(1)).data[1]?.[0] ?? '';
        expect([lead, sign, cell.startsWith("'")]).toEqual([lead, sign, true]);
      }
    expect(csv(['a'], [['Half-term = a week'], ['2026-10-01'], ['a@b']])).toBe(
      '\ufeffa\r\nHalf-term = a week\r\n2026-10-01\r\na@b\r\n',
    );
  });

  test('what goes in comes out, on one line and with nothing unseen', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (cells) => {
        const text = csv(
          cells.map((_, index) => `c${index}`),
          [cells],
        );
        expect(text).not.toMatch(/[^\P{Cc}\r\n]/u);
        const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' });
        expect(data).toHaveLength(3);
        expect(data[1]).toHaveLength(cells.length);
        for (const cell of data[1] ?? []) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
      }),
    );
  });

  test('an empty list still has its head', () => {
    expect(csv(['a', 'b'], [])).toBe('\ufeffa,b\r\n');
  });
});

describe('the calendar file', () => {
  interface Event {
    readonly uid: string;
    readonly summary: string;
    readonly start: string;
    readonly stamp: string;
    readonly allDay: boolean;
  }

  async function events(...words: string[]): Promise<readonly Event[]> {
    const { text } = await lem('--ics', ...words);
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        summary: event.summary,
        start: event.startDate.toString(),
        stamp: String(component.getFirstPropertyValue('dtstamp')),
        allDay: event.startDate.isDate,
      };
    });
  }

  test('has every date, each lasting all day, and is the same each time', async () => {
    const found = await events('--on', '2026-06-08');
    expect(found.map(({ start, uid }) => `${start} ${uid}`)).toEqual([
      '2026-06-11 lem-119999-audit-to-send-2025-26',
      '2026-06-25 lem-119999-visit-2025-26',
      '2026-07-21 lem-119999-group-meeting-due',
      '2026-10-09 lem-119999-audit',
      '2026-10-16 lem-119999-action-council-walks-the-site',
      '2026-11-27 lem-119999-action-everyday-language',
      '2026-12-04 lem-119999-action-visits-and-visitors-of-belief',
      '2026-12-11 lem-119999-action-hearing-from-more-families',
      '2026-12-11 lem-119999-action-people-like-us-in-every-unit',
      '2026-12-18 lem-119999-action-every-adult-trained',
      '2027-03-26 lem-119999-action-equality-page-each-term',
      '2028-07-03 lem-119999-mark',
    ]);
    expect(found.every(({ allDay, stamp }) => allDay && stamp === '2026-06-08T00:00:00Z')).toBe(true);
    expect(await events('--on', '2026-06-08')).toEqual(found);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(found.length);
  });

  test('taken in again, it updates what has moved and doubles nothing', async () => {
    const before = await events('--on', '2026-06-08');
    const moved = (path: string, from: string, to: string): void =>
      put(path, readFileSync(join(folder, path), 'utf8').replace(from, to));
    moved('plan/everyday-language.yaml', 'due: 2026-11-27', 'due: 2027-01-29');
    moved('calendar.yaml', 'date: 2026-06-25', 'date: 2026-07-02');
    const after = await events('--on', '2026-06-09');
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort());
    const start = (id: string): string | undefined => after.find(({ uid }) => uid.endsWith(id))?.start;
    expect(start('action-everyday-language')).toBe('2027-01-29');
    expect(start('visit-2025-26')).toBe('2026-07-02');
    expect(after.every(({ stamp }) => stamp === '2026-06-09T00:00:00Z')).toBe(true);
  });

  test('with a filter it has only the actions that are asked for', async () => {
    expect((await events('--lead', 'curriculum')).map(({ uid }) => uid)).toEqual([
      'lem-119999-action-people-like-us-in-every-unit',
    ]);
  });

  test('holds to the form whatever the school writes', async () => {
    put('lem.yaml', 'format: 1\nprogramme: lem-5\nschool: { name: "St. Éloi’s; \\u202eC of E, \\nBEGIN:VEVENT" }\n');
    const title = `${'Ä'.repeat(90)}, 100%; \\n \\u001b[31m \\rBEGIN:VEVENT \\ud83d\\ude00${'😀'.repeat(30)}`;
    put('plan/wild.yaml', `title: "${title}"\nstrands: [race]\nstatus: planned\ndue: 2026-12-24\n`);
    put(
      'plan/evil\r\nATTENDEE:mailto:x@example.org.yaml',
      'title: Evil\nstrands: [race]\nstatus: planned\ndue: 2026-12-25\n',
    );
    const { text } = await lem('--ics');
    expect(text.replaceAll('\r\n ', '')).toContain('-action-evil-ATTENDEE-mailto-x-example-org\r\n');
    expect(text).not.toMatch(/^ATTENDEE/m);
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
    expect(text).toContain('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//lem//');
    expect(text).toContain('NAME:St. Éloi’s\\; ');
    const wild = (await events()).find(({ uid }) => uid.endsWith('wild'));
    expect(wild?.uid).toBe('lem-St-Éloi-s-u202eC-of-E-BEGIN-VEVENT-action-wild');
    expect(wild?.summary).toBe(`Action: ${'Ä'.repeat(90)}, 100%; [31m BEGIN:VEVENT ${'😀'.repeat(31)}`);
    expect(text).not.toContain('TZID');
  });
});

test('nothing is written or asked of a workspace that only has its settings', async () => {
  const bare = mkdtempSync(join(tmpdir(), 'lem bare '));
  try {
    writeFileSync(join(bare, 'lem.yaml'), 'format: 1\nprogramme: lem-6\nschool: { name: A }\n');
    const outcome = await outcomeIn(worldIn(bare), ['plan', 'list']);
    expect(outcome).toMatchObject({
      exit: 0,
      report: [{ lines: ['The plan has no actions yet.', expect.anything()] }],
    });
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
});
