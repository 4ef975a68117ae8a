import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judging } from '../src/commands/history/judge.ts';
import { standingOn } from '../src/facts/history.ts';
import type { Entry } from '../src/model/listing.ts';
import { widthOf } from '../src/model/width.ts';
import { files } from '../src/shell/files.ts';
import { columnsOf } from '../src/views/history/columns.ts';
import { historyLines } from '../src/views/history/lines.ts';
import type { Moment } from '../src/views/history.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { READING_LIST } from '../src/workspace/layout.ts';
import { historyRepo, TODAY } from './support/history-repo.ts';
import { outcomeIn, worldIn } from './support/in-process.ts';
import { schemaErrors } from './support/output-schema.ts';
import { lem as lemProcess } from './support/scenario.ts';
import { freshWorkspace, SHIPPED, soundFiles, soundWorkspace } from './support/sound-workspace.ts';

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
const AWARD = fileURLToPath(new URL('./programmes/reading-award/programme.yaml', import.meta.url));
const repo = historyRepo();
// A commit is a process or two, and slow where others work too.
import.meta.jest.setTimeout(60_000);

const GRID = 'grid/2025-26.yaml';
const ACTION = 'plan/books-that-show-our-families.yaml';

interface Json {
  readonly strand: string | null;
  readonly points: readonly {
    readonly label: string;
    readonly commit: string | null;
    readonly on: string;
    readonly dated: string | null;
    readonly dateTrusted: boolean;
    readonly folder: string | null;
    readonly programme: string | null;
    readonly overall: unknown;
    readonly strands: readonly { readonly strand: string; readonly grid: unknown; readonly badge: string | null }[];
    readonly badges: unknown;
    readonly actions: unknown;
    readonly audit: unknown;
    readonly faults: readonly string[];
  }[];
  readonly notes: readonly { readonly kind: string; readonly message: string }[];
}

/** The history as JSON, held against its schema. */
async function json(words: readonly string[] = [], setting: Parameters<typeof repo.lem>[1] = {}): Promise<Json> {
  const { exit, text } = await repo.lem(['history', ...words, '--json'], setting);
  if (exit !== 0) throw new Error(text);
  const value = JSON.parse(text);
  expect(schemaErrors('history', value)).toEqual([]);
  return value;
}

async function labels(words: readonly string[] = [], setting: Parameters<typeof repo.lem>[1] = {}) {
  return (await json(words, setting)).points.map(({ label, commit }) => [label, commit]);
}

async function kinds(words: readonly string[] = [], setting: Parameters<typeof repo.lem>[1] = {}) {
  return (await json(words, setting)).notes.map(({ kind }) => kind);
}

/** Changes a file of the workspace. */
function swap(path: string, from: string | RegExp, to: string): void {
  const text = repo.read(path);
  const swapped = text.replace(from, to);
  if (swapped === text) throw new Error(`${path} has no ${from}`);
  repo.put(path, swapped);
}

let edits = 0;
/** Changes a file that lem reads in nothing that counts. */
function touch(path = ACTION): void {
  repo.put(path, `${repo.read(path)}# ${++edits}\n`);
}

/** Commits a change of the workspace. */
function touched(when: string, path = ACTION): string {
  touch(path);
  return repo.commit(when);
}

describe('points in time', () => {
  test('the last commit in each month, of those that touched the workspace', async () => {
    repo.school('school');
    const october = repo.commit('2025-10-31');
    touched('2025-11-02', `school/${ACTION}`);
    const november = touched('2025-11-30T23:59:00+00:00', `school/${ACTION}`);
    repo.put('other.txt', 'nothing to do with it');
    repo.commit('2026-01-10');
    repo.put('school/README.md', 'lem does not read it');
    repo.put('school/build/x.html', 'nor this');
    repo.commit('2026-02-10');
    const march = touched('2026-03-01', `school/${ACTION}`);
    expect(await labels([], { in: 'school' })).toEqual([
      ['2025-10', october],
      ['2025-11', november],
      ['2026-03', march],
    ]);
    expect(await labels([], { in: 'school/plan' })).toEqual(await labels([], { in: 'school' }));
  });

  test('every commit, with those of a branch as the one that merged it', async () => {
    repo.school();
    const first = repo.commit('2026-01-10');
    repo.git('checkout', '-qb', 'branch');
    touched('2026-01-11');
    touched('2026-01-12');
    repo.git('checkout', '-q', 'main');
    repo.put('other.txt', 'x');
    repo.commit('2026-01-13');
    execFileSync('git', ['merge', '-q', '--no-ff', '-m', 'merge', 'branch'], {
      cwd: repo.path(),
      env: { ...process.env, HOME: repo.path(), GIT_COMMITTER_DATE: '2026-01-14T12:00:00Z', ...WHO },
    });
    const merge = repo.git('rev-parse', 'HEAD').trim();
    expect(await labels(['--by', 'commit'])).toEqual([
      ['2026-01-10', first],
      ['2026-01-14', merge],
    ]);
  });

  test('the last commit in each term by calendar.yaml, holidays before it included, and thirds of the year elsewhere', async () => {
    repo.school();
    const calendar = repo.read('calendar.yaml');
    repo.put('calendar.yaml', calendar.replace(/ {2}- \{ name: autumn, from: 2024.*\n/, ''));
    const commits = Object.fromEntries(
      [
        ['2023-12-31', '2023-24 term 1'],
        ['2024-01-01', '2023-24 term 2'],
        ['2024-08-31', '2023-24 term 3'],
        ['2024-09-01', ''],
        ['2024-11-05', '2024-25 term 1'],
        ['2024-11-06', ''],
        ['2025-04-04', '2024-25 spring'],
        ['2025-04-05', '2024-25 summer'],
        ['2025-08-01', ''],
        ['2025-12-19', '2025-26 autumn'],
        ['2025-12-20', '2025-26 spring'],
        ['2026-06-01', '2025-26 summer'],
      ].map(([day = '', label = '']) => [label, touched(day)]),
    );
    delete commits[''];
    expect(await labels(['--by', 'term'])).toEqual([...Object.entries(commits)]);
  });

  test('since, until and the number of commits looked at', async () => {
    repo.school();
    const ids = ['2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01'].map((day) => touched(day));
    expect((await labels(['--since', '2025-11-01', '--until', '2025-12-01'])).map(([, id]) => id)).toEqual(
      ids.slice(1, 3),
    );
    expect((await labels(['--since', '2025-11-02'])).map(([, id]) => id)).toEqual(ids.slice(2));
    expect((await labels(['--limit', '2'])).map(([, id]) => id)).toEqual(ids.slice(2));
    expect((await labels(['--limit', '4'])).map(([, id]) => id)).toEqual(ids);
    expect(await kinds(['--limit', '4'])).toEqual([]);
    const { notes } = await json(['--limit', '2']);
    expect(notes).toEqual([
      {
        kind: 'older-left-out',
        message: `Only the latest 2 commits of this branch were looked at, back to ${ids[2]?.slice(0, 8)} of 2025-12-01: --limit looks further.`,
      },
    ]);
    expect(await json(['--until', '2020-01-01'])).toMatchObject({
      points: [],
      notes: [{ kind: 'nothing', message: 'No commit of this branch touched the workspace up to 2020-01-01.' }],
    });
  });

  test('a commit that the limit leaves without its parent is not taken for one that touched the workspace', async () => {
    repo.school('school');
    repo.commit('2025-10-01');
    repo.put('other.txt', 'x');
    repo.commit('2025-11-01');
    const last = touched('2025-12-01', `school/${ACTION}`);
    expect(await labels(['--limit', '2'], { in: 'school' })).toEqual([['2025-12', last]]);
  });

  test('as on the day by the clock of who committed it, and not of its author', async () => {
    repo.school();
    repo.commit('2026-01-31T23:30:00-08:00');
    touched('2026-02-28T23:30:00+13:00');
    expect((await json(['--by', 'commit'])).points.map(({ on, dated }) => [on, dated])).toEqual([
      ['2026-01-31', '2026-01-31'],
      ['2026-02-28', '2026-02-28'],
    ]);
  });
});

const WHO = {
  GIT_AUTHOR_NAME: 'x',
  GIT_AUTHOR_EMAIL: 'x@y.example',
  GIT_COMMITTER_NAME: 'x',
  GIT_COMMITTER_EMAIL: 'x@y.example',
};

describe('where the school stood', () => {
  test('is what its files of the time say on that day, however they are read', async () => {
    repo.school();
    for (const path of ['audit/2025-26', GRID, 'accreditation/2025-26']) repo.put(path, null);
    repo.commit('2025-09-10');
    cpSync(join(EXAMPLE, 'audit/2025-26'), repo.path('audit/2025-26'), { recursive: true });
    repo.put('audit/2025-26/pupil-involvement.yaml', null);
    repo.commit('2025-10-20');
    cpSync(EXAMPLE, repo.path(), { recursive: true });
    swap(GRID, /race: \w+/, 'race: not-applicable');
    repo.commit('2026-01-15');
    swap('evidence/class-book-counts/class-book-counts.csv', /\d/, '999');
    swap(ACTION, /^status: .*$/m, 'status: planned');
    repo.commit('2026-02-15');
    cpSync(EXAMPLE, repo.path(), { recursive: true });
    repo.commit(TODAY);
    const { points } = await json(['--by', 'commit']);
    const seen: unknown[] = [];
    const copy = mkdtempSync(join(tmpdir(), 'lem école '));
    try {
      for (const { commit, on } of points) {
        rmSync(copy, { recursive: true });
        repo.git('worktree', 'add', '-qf', copy, commit ?? '');
        const assembly = assemble(files.list(copy, READING_LIST), SHIPPED);
        if (assembly.state !== 'ready') throw new Error('not to be used');
        const { overall, strands, held, actions, audit } = standingOn(assembly.workspace, on);
        seen.push({ overall, strands, badges: { held, of: strands.length }, actions, audit });
      }
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
    expect(
      points.map(({ overall, strands, badges, actions, audit }) => ({ overall, strands, badges, actions, audit })),
    ).toEqual(seen);
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(5);
    const states = (strand: string) =>
      points.map(({ strands }) => strands.find((each) => each.strand === strand)?.badge);
    expect(states('disability')).toEqual(['held', 'held', 'held', 'held', 'held']);
    expect(states('race')).toEqual([
      'working-towards',
      'working-towards',
      'working-towards',
      'working-towards',
      'ready',
    ]);
  });

  test('is judged on its own day: an award that came later had not been given', async () => {
    repo.school();
    repo.commit('2025-07-02');
    touched('2025-07-03');
    const { points } = await json(['--by', 'commit']);
    expect(points.map(({ badges }) => badges)).toEqual([
      { held: 0, of: 5 },
      { held: 1, of: 5 },
    ]);
  });

  test('one strand: its roll-up, its badge, its actions and its statements', async () => {
    repo.school();
    repo.commit('2026-06-01');
    const all = await json();
    const one = await json(['Religion and Belief']);
    expect(one.strand).toBe('religion-and-belief');
    expect(one.points[0]?.strands).toEqual(
      all.points[0]?.strands.filter(({ strand }) => strand === 'religion-and-belief'),
    );
    expect(one.points[0]?.strands[0]).toMatchObject({
      actions: { open: 6, complete: 1 },
      audit: { judged: 50, statements: 50 },
    });
    const { text } = await repo.lem(['history', 'religion-and-belief']);
    expect(text).toContain('History by month, Religion and Belief');
    expect(text).toMatch(/2026-06 {2}[0-9a-f]{8} {3}A {4}working towards {12}50\/50 {4}1\/7/);
    expect(text).not.toContain('Race');
  });

  test('another award, with a programme of its own', async () => {
    const programme = readFileSync(AWARD, 'utf8');
    const [, id = ''] = /^id: (\S+)/m.exec(programme) ?? [];
    repo.put('programme.yaml', programme);
    repo.put('lem.yaml', `format: 1\nprogramme: ${id}\nschool: { name: X }\n`);
    repo.commit('2026-01-01');
    repo.put('programme.yaml', `${programme}# the same\n`);
    repo.commit('2026-02-01');
    repo.put('programme.yaml', programme.replace(/^title: .*$/m, 'title: Another title'));
    repo.commit('2026-03-01');
    const { points, notes } = await json();
    expect(points.map((point) => point.programme)).toEqual([id, id, id]);
    expect(points[0]?.strands.map(({ strand }) => strand)).not.toContain('race');
    expect(notes.filter(({ kind }) => kind === 'programme-changed').map(({ message }) => message)).toEqual([
      `2026-03: ${id} was changed.`,
    ]);
    const { text } = await repo.lem(['history']);
    expect(text).toContain(`── ${id} was changed`);
  });
});

describe('what can’t be told', () => {
  test('a file that can’t be read leaves what rests on it open, says why, and is never a no', async () => {
    repo.school();
    repo.commit('2026-02-01');
    const sound = repo.read(GRID);
    swap(GRID, 'cells:', 'cells: [');
    repo.commit('2026-03-01');
    repo.put(GRID, sound);
    swap('audit/2025-26/pupil-involvement.yaml', 'judgements:', 'judgments:');
    swap(ACTION, 'status: complete', 'status: done');
    repo.commit('2026-04-01');
    swap('awards.yaml', 'visits:', 'vists:');
    repo.commit('2026-05-01');
    const { points, notes } = await json();
    const [whole, grid, plan, awards] = points;
    expect(whole).toMatchObject({ overall: { rating: 'amber' }, actions: { open: 7, complete: 7 }, faults: [] });
    expect(grid).toMatchObject({ overall: null, actions: { open: 7 }, audit: { judged: 50 }, badges: { held: 1 } });
    expect(grid?.strands.map((each) => each.grid)).toEqual([null, null, null, null, null]);
    expect(plan).toMatchObject({ overall: { rating: 'amber' }, actions: null, audit: null, badges: { held: 1 } });
    expect(awards?.badges).toBeNull();
    expect(awards?.strands.map(({ badge }) => badge)).toEqual([null, null, null, null, null]);
    expect(grid?.faults).toEqual([expect.stringMatching(/^grid\/2025-26\.yaml:\d+:\d+ /)]);
    expect(plan?.faults).toHaveLength(2);
    const told = notes.map(({ message }) => message);
    expect(told[0]).toMatch(/^2026-03 \([0-9a-f]{8}\): grid\/2025-26\.yaml:\d+:\d+ /);
    expect(told[1]).toMatch(/^2026-04 \([0-9a-f]{8}\) to 2026-05 \([0-9a-f]{8}\): audit/);
    const { text } = await repo.lem(['history']);
    expect(text).toMatch(/^2026-03 .{10}(\s+\?){6} {3}1\/5 {5}50\/50 {4}7\/14/m);
    expect(text).toMatch(/^2026-05 .{10}.*\? {7}\? {8}\?/m);
    expect(text).toContain('? can’t be told');
  });

  test('a badge whose eligibility can’t be told is not said to be short of it', async () => {
    repo.school();
    repo.commit(`${TODAY}T10:00:00+00:00`);
    swap('accreditation/2025-26/race.yaml', 'strand: race', 'strand: [');
    repo.commit(TODAY);
    const { points } = await json(['--by', 'commit']);
    expect(points.map(({ strands }) => strands[0]?.badge)).toEqual(['ready', null]);
  });

  test('a workspace without a programme that can be read', async () => {
    repo.school();
    repo.commit('2026-02-01');
    const awards = repo.read('awards.yaml');
    swap('awards.yaml', 'visits:', 'vists:');
    swap('lem.yaml', 'programme: lem-5', 'programme: lem-9');
    repo.commit('2026-03-01');
    swap('lem.yaml', 'programme: lem-9', 'programme: lem-5');
    repo.put('awards.yaml', awards);
    repo.commit('2026-04-01');
    const { points, notes } = await json();
    expect(points.map(({ programme }) => programme)).toEqual(['lem-5', null, 'lem-5']);
    expect(points[1]).toMatchObject({ strands: [], overall: null, badges: null, actions: null, audit: null });
    expect(notes).toEqual([{ kind: 'unreadable', message: expect.stringContaining('There is no programme lem-9.') }]);
    const { text } = await repo.lem(['history']);
    expect(text).toMatch(/^2026-03 .{10}(\s+\?){9}$/m);
    expect(text).toMatch(/^Ra {2}Race +▅\?▅ {2}A$/m);
    const one = await repo.lem(['history', 'race']);
    expect(one.text).toMatch(/^2026-03 .{10}(\s+\?){4}\s*$/m);
  });

  test('a link in the place of a folder of the workspace: what is in it can’t be told', async () => {
    repo.school();
    repo.commit('2026-02-01');
    repo.git('mv', 'plan', 'elsewhere');
    symlinkSync('elsewhere', repo.path('plan'));
    repo.commit('2026-03-01');
    const { points } = await json();
    expect(points.map(({ actions }) => actions)).toEqual([{ open: 7, complete: 7 }, null]);
    expect(points[1]?.faults).toEqual([expect.stringContaining('plan:1:1 This is a link')]);
  });

  test('a commit whose files are gone', async () => {
    repo.school('school');
    const commit = repo.commit('2026-02-01');
    const tree = repo.git('rev-parse', `${commit}:school/plan`).trim();
    touched('2026-03-01', `school/${ACTION}`);
    rmSync(repo.path(`.git/objects/${tree.slice(0, 2)}/${tree.slice(2)}`));
    const { points, notes } = await json([], { in: 'school' });
    expect(points.map(({ overall }) => overall !== null)).toEqual([false, true]);
    expect(notes[0]?.message).toMatch(/^2026-02 \(.*\): what this commit holds is not in this clone, or is broken\.$/);
  });
});

describe('dates that can’t be true', () => {
  test('a date that was set back is said, and does not put a later state into an earlier month', async () => {
    repo.school();
    const first = repo.commit('2025-10-10');
    const second = touched('2026-01-10');
    const back = touched('2025-10-20');
    const third = touched('2026-02-10');
    expect(await labels()).toEqual([
      ['2025-10', first],
      ['2026-01', back],
      ['2026-02', third],
    ]);
    const { points, notes } = await json(['--by', 'commit']);
    expect(points.map(({ commit, on, dated, dateTrusted }) => [commit, on, dated, dateTrusted])).toEqual([
      [first, '2025-10-10', '2025-10-10', true],
      [second, '2026-01-10', '2026-01-10', true],
      [back, '2026-01-10', '2025-10-20', false],
      [third, '2026-02-10', '2026-02-10', true],
    ]);
    expect(notes).toEqual([
      {
        kind: 'date-not-true',
        message: `${back.slice(0, 8)} is dated 2025-10-20, before a commit it builds on: its date was set, or a clock was wrong. It counts on 2026-01-10.`,
      },
    ]);
    expect((await repo.lem(['history'])).text).toContain(`${back.slice(0, 8)}!`);
  });

  test('so is one before a commit that touched nothing of the workspace, or that is beyond the limit', async () => {
    repo.school('school');
    repo.commit('2025-10-10');
    repo.put('other.txt', 'x');
    repo.commit('2026-01-10');
    touched('2025-12-10', `school/${ACTION}`);
    expect(await kinds([], { in: 'school' })).toEqual(['date-not-true']);
    expect(await kinds(['--limit', '1'], { in: 'school' })).toEqual(['older-left-out', 'date-not-true']);
  });

  test('a date after today', async () => {
    repo.school();
    const ahead = repo.commit('2027-01-01');
    const first = touched('2026-01-10');
    const next = touched('2026-07-01');
    const { points, notes } = await json(['--by', 'commit']);
    expect(points.map(({ commit, on, dateTrusted }) => [commit, on, dateTrusted])).toEqual([
      [ahead, '2026-01-10', false],
      [first, '2026-01-10', true],
      [next, '2026-01-10', false],
    ]);
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'is dated 2027-01-01, after today: its date was set, or a clock was wrong. It counts on 2026-01-10.',
      ),
      expect.stringContaining('is dated 2026-07-01, after today'),
    ]);
    rmSync(repo.path('.git'), { recursive: true });
    repo.git('init', '-q', '-b', 'main');
    repo.commit('2027-01-01');
    expect((await json()).points.map(({ on }) => on)).toEqual([TODAY]);
  });

  test('clocks that differ by minutes, or by their zones, are no reason to doubt', async () => {
    repo.school();
    repo.commit('2026-01-10T00:10:00+02:00');
    const expected: (readonly [string, boolean])[] = [['2026-01-10', true]];
    for (const [when, on, isTrusted] of [
      ['2026-01-09T22:05:00+00:00', '2026-01-10', true],
      ['2026-01-10T10:00:00+00:00', '2026-01-10', true],
      ['2026-01-10T01:00:00+00:00', '2026-01-10', true],
      ['2026-01-09T17:00:00-12:00', '2026-01-10', false],
      ['2026-01-09T23:59:00-12:00', '2026-01-10', true],
      ['2026-01-11T12:00:00+00:00', '2026-01-11', true],
    ] as const) {
      touched(when);
      expected.push([on, isTrusted]);
    }
    const { points } = await json(['--by', 'commit']);
    expect(points.map(({ on, dateTrusted }) => [on, dateTrusted])).toEqual(expected);
  });

  test('many are told in few lines', async () => {
    repo.school();
    repo.commit('2026-01-10');
    for (let day = 1; day <= 8; day++) touched(`2025-12-0${day}`);
    const { notes } = await json();
    expect(notes).toHaveLength(6);
    expect(notes[5]?.message).toBe('So are 3 more: see --json.');
  });
});

describe('a workspace that was moved', () => {
  test('is followed from folder to folder, and a move alone is no change', async () => {
    repo.school('equality');
    const first = repo.commit('2025-10-01');
    const second = touched('2025-11-01', `equality/${ACTION}`);
    mkdirDocs();
    repo.git('mv', 'equality', 'docs/equality');
    const move = repo.commit('2025-12-01');
    const third = touched('2026-01-01', `docs/equality/${ACTION}`);
    const { points, notes } = await json([], { in: 'docs/equality' });
    expect(points.map(({ commit, folder }) => [commit, folder])).toEqual([
      [first, 'equality'],
      [second, 'equality'],
      [third, 'docs/equality'],
    ]);
    expect(notes).toEqual([
      {
        kind: 'moved',
        message: `${move.slice(0, 8)} of 2025-12-01 moved the workspace from equality to docs/equality.`,
      },
    ]);
    expect(await kinds(['--since', '2025-12-02'], { in: 'docs/equality' })).toEqual([]);
    expect(await kinds(['--until', '2025-11-30'], { in: 'docs/equality' })).toEqual([]);
  });

  test('from the top of the repository, with changes in the same commit, even to lem.yaml', async () => {
    repo.school();
    const first = repo.commit('2025-10-01');
    mkdirDocs();
    for (const name of ['lem.yaml', 'audit', 'grid', 'plan', 'evidence', 'accreditation', 'awards.yaml'])
      repo.git('mv', name, 'docs');
    swap('docs/lem.yaml', 'name: Ribble Bank Primary School', 'name: Ribble Bank Academy');
    const second = repo.commit('2025-11-01');
    const { points, notes } = await json([], { in: 'docs' });
    expect(points.map(({ commit, folder }) => [commit, folder])).toEqual([
      [first, ''],
      [second, 'docs'],
    ]);
    expect(notes.map(({ message }) => message)).toContain(
      `${second.slice(0, 8)} of 2025-11-01 moved the workspace from the top of the repository to docs.`,
    );
  });

  test('while it is being moved, what is on disk is not committed yet', async () => {
    repo.school('equality');
    const first = repo.commit('2025-10-01');
    mkdirDocs();
    repo.git('mv', 'equality', 'docs/equality');
    const { points } = await json([], { in: 'docs/equality', uncommitted: true });
    expect(points.map(({ label, commit, folder }) => [label, commit, folder])).toEqual([
      ['2025-10', first, 'equality'],
      ['now', null, 'docs/equality'],
    ]);
  });

  test('of several folders of the school: the one it came from, then the one that has most in common', async () => {
    repo.school('equality');
    repo.school('a copy');
    for (const path of [ACTION, GRID, 'awards.yaml', 'audit/2025-26/pupil-involvement.yaml']) touch(`equality/${path}`);
    const first = repo.commit('2025-10-01');
    repo.put('equality', null);
    repo.school('equality');
    touch('equality/calendar.yaml');
    for (const path of [ACTION, GRID]) touch(`a copy/${path}`);
    const second = repo.commit('2025-11-01');
    mkdirDocs();
    repo.git('mv', 'equality', 'docs/equality');
    const third = touched('2025-12-01', `docs/equality/${ACTION}`);
    touched('2026-01-01', `a copy/${ACTION}`);
    const moments = (folder: string) =>
      json([], { in: folder }).then(({ points }) => points.map(({ commit, folder: of }) => [commit, of]));
    expect(await moments('docs/equality')).toEqual([
      [first, 'equality'],
      [second, 'equality'],
      [third, 'docs/equality'],
    ]);
    expect((await moments('a copy')).map(([, folder]) => folder)).toEqual(['a copy', 'a copy', 'a copy']);
  });

  test('of a county’s schools none is taken for another, whatever they are called', async () => {
    repo.school('schools/one');
    repo.school('schools/two');
    swap('schools/two/lem.yaml', '"119999"', '"119998"');
    repo.commit('2025-10-01');
    repo.put('schools/one', null);
    repo.commit('2025-11-01');
    repo.school('new/one');
    const back = repo.commit('2025-12-01');
    const { points } = await json([], { in: 'new/one' });
    expect(points.map(({ label, folder }) => [label, folder])).toEqual([
      ['2025-10', 'schools/one'],
      ['2025-11', null],
      ['2025-12', 'new/one'],
    ]);
    expect(points[2]?.commit).toBe(back);
    expect((await repo.lem(['history'], { in: 'new/one' })).text).toMatch(/^2025-11 .* there is no workspace$/m);
  });

  test('a folder that was another school’s before', async () => {
    repo.school('school');
    swap('school/lem.yaml', '"119999"', '"119998"');
    swap('school/lem.yaml', 'name: Ribble Bank', 'name: Elsewhere');
    repo.commit('2025-10-01');
    swap('school/lem.yaml', '"119998"', '"119999"');
    swap('school/lem.yaml', 'name: Elsewhere', 'name: Ribble Bank');
    const own = repo.commit('2025-11-01');
    expect(await labels([], { in: 'school' })).toEqual([['2025-11', own]]);
    expect(await kinds([], { in: 'school' })).toEqual(['other-school']);
  });

  test('a school keeps its history through a new name, a new URN, and a lem.yaml that is broken for a while', async () => {
    repo.school('school');
    swap('school/lem.yaml', '"119999"', '"111111"');
    repo.commit('2025-08-01');
    swap('school/lem.yaml', '"111111"', '"119999"');
    repo.commit('2025-09-01');
    swap('school/lem.yaml', 'urn: "119999"', 'urn: "149999", previousUrns: ["119999"]');
    swap('school/lem.yaml', 'name: Ribble Bank Primary School', 'name: Ribble Bank Academy');
    repo.commit('2025-10-01');
    swap('school/lem.yaml', 'name: Ribble Bank Academy', 'name: Ribble Bank');
    repo.commit('2025-11-01');
    const sound = repo.read('school/lem.yaml');
    repo.put('school/lem.yaml', 'school: [\n');
    repo.commit('2025-12-01');
    repo.git('mv', 'school', 'academy');
    repo.put('academy/lem.yaml', sound);
    repo.commit('2026-01-01');
    expect((await json([], { in: 'academy' })).points.map(({ label, folder }) => [label, folder])).toEqual([
      ['2025-08', 'school'],
      ['2025-09', 'school'],
      ['2025-10', 'school'],
      ['2025-11', 'school'],
      ['2025-12', 'school'],
      ['2026-01', 'academy'],
    ]);
  });

  test('what nothing tells is the school’s is not shown, and what was before is found again', async () => {
    repo.school('school');
    const first = repo.commit('2025-10-01');
    const sound = repo.read('school/lem.yaml');
    repo.put('school', null);
    repo.put('school/lem.yaml', 'school: [\n');
    repo.commit('2025-11-01');
    repo.put('school', null);
    repo.put('academy/lem.yaml', sound);
    const last = repo.commit('2025-12-01');
    expect((await json([], { in: 'academy' })).points.map(({ commit, folder }) => [commit, folder])).toEqual([
      [first, 'school'],
      [expect.any(String), null],
      [last, 'academy'],
    ]);
  });
});

function mkdirDocs(): void {
  repo.put('docs/.gitkeep', '');
}

describe('what is not committed', () => {
  const REAL = { uncommitted: true } as const;

  test('is a last row, as on today', async () => {
    repo.school();
    repo.commit('2026-02-01');
    touch();
    const { points, notes } = await json([], REAL);
    expect(points.map(({ label, commit, on }) => [label, commit, on]).at(-1)).toEqual(['now', null, TODAY]);
    expect(notes).toEqual([{ kind: 'not-committed', message: '1 file has changed and is not committed.' }]);
    expect((await repo.lem(['history'], REAL)).text).toMatch(/^now, not committed .*7\/14/m);
    expect(await kinds(['--until', '2026-06-07'], REAL)).toEqual([]);
    expect((await json(['--until', '2026-06-07'], REAL)).points).toHaveLength(1);
    expect((await json(['--since', '2026-03-01'], REAL)).points).toHaveLength(1);
  });

  test('but only where lem reads it', async () => {
    repo.school('school');
    repo.commit('2026-02-01');
    repo.put('other.txt', 'x');
    repo.put('school/notes.txt', 'x');
    expect(await json([], { in: 'school', ...REAL })).toMatchObject({ points: { length: 1 }, notes: [] });
    repo.put('school/evidence/access-walk/new.csv', 'a\n');
    expect(await kinds([], { in: 'school', ...REAL })).toEqual(['not-committed']);
  });

  test('a workspace that is not committed at all', async () => {
    repo.school('school');
    const only = async () => {
      const { points, notes } = await json([], { in: 'school', ...REAL });
      expect(points.map(({ label }) => label)).toEqual(['now']);
      expect(notes[0]).toEqual({
        kind: 'not-committed',
        message: 'The workspace isn’t committed: its history begins with git add and git commit.',
      });
    };
    await only();
    repo.put('other.txt', 'x');
    repo.git('add', 'other.txt');
    repo.git('commit', '-qm', 'without it');
    await only();
    repo.put('.gitignore', 'school\n');
    expect(await json([], { in: 'school', ...REAL })).toMatchObject({ points: [], notes: [{ kind: 'not-committed' }] });
    repo.school();
    expect((await json([], REAL)).points.map(({ label }) => label)).toEqual(['now']);
  });

  test('where git can’t tell, that is said', async () => {
    repo.school();
    repo.commit('2026-02-01');
    repo.git('config', 'filter.a=b.clean', 'cat');
    const { notes, points } = await json([], REAL);
    expect(points).toHaveLength(1);
    expect(notes).toEqual([{ kind: 'not-committed', message: expect.stringContaining('can’t be told whether') }]);
  });
});

describe('what is missing', () => {
  test('a shallow clone says so, and what it has is shown', async () => {
    repo.school('school');
    repo.commit('2025-10-01');
    touched('2025-11-01', `school/${ACTION}`);
    const last = touched('2025-12-01', `school/${ACTION}`);
    const clone = mkdtempSync(join(tmpdir(), 'lem clone é '));
    try {
      repo.git('-c', 'protocol.file.allow=always', 'clone', '-q', '--depth=1', `file://${repo.path()}`, clone);
      const ran = lemProcess(clone, ['history', '-C', 'school', '--json']);
      const { points, notes } = JSON.parse(ran.out) as Json;
      expect(points.map(({ commit }) => commit)).toEqual([last]);
      expect(notes).toEqual([
        {
          kind: 'shallow',
          message: `The history is shallow: what was before ${last.slice(0, 8)} of 2025-12-01 is not in this clone. git fetch --unshallow gets it; in CI, set the depth of the checkout to 0.`,
        },
      ]);
    } finally {
      rmSync(clone, { recursive: true });
    }
  });

  test('no git, and no repository, are told in a line', async () => {
    repo.school();
    rmSync(repo.path('.git'), { recursive: true });
    const outside = lemProcess(repo.path(), ['history']);
    expect(outside).toEqual({
      exit: 2,
      out: '',
      err: 'lem: This is not in a git repository, so it has no history.\n  git init begins one.\n',
    });
    const none = lemProcess(repo.path(), ['history'], { PATH: '/nowhere' });
    expect(none).toEqual({
      exit: 2,
      out: '',
      err: 'lem: git is not there.\n  Install git: lem reads the history from it.\n',
    });
  });
});

describe('an edition that changed', () => {
  test('is a line of its own; each commit is rolled up by its own programme', async () => {
    const write = (edition: string): void => {
      for (const [path, text] of Object.entries(soundFiles(edition))) repo.put(path, text);
    };
    write('lem-5');
    repo.commit('2027-06-01');
    write('lem-6');
    repo.commit('2027-07-01');
    const setting = { today: '2027-08-01' };
    const { points, notes } = await json([], setting);
    expect(points.map(({ programme, strands, badges }) => [programme, strands.length, badges])).toEqual([
      ['lem-5', 5, { held: 1, of: 5 }],
      ['lem-6', 6, { held: 1, of: 6 }],
    ]);
    expect(notes).toEqual([
      { kind: 'programme-changed', message: '2027-07: from here lem-6, Lancashire Equality and Inclusion Mark.' },
    ]);
    const { text } = await repo.lem(['history'], setting);
    expect(text).toContain('── from here lem-6, Lancashire Equality and Inclusion Mark\n2027-07');
    expect(text.match(/from here/g)).toHaveLength(1);
    // Its strands are those of the latest edition, then those that only the earlier one had: blank where there was none.
    expect(text).toMatch(/^ +Ra {2}Se {2}Di {2}So {2}SOG RB {2}Ge {2}SO {2}All Badges {2}Audit {4}Actions$/m);
    expect(text).toMatch(/^2027-06 .{10} {3}G {7}G {11}G {3}G {3}G {3}G {4}1\/5 {5}50\/50$|^2027-06 .*1\/5/m);
    expect(text).toMatch(/^Ge {3}Gender +█ {1,2}/m);
    // A strand goes by what each edition calls it.
    const named = await json(['gender'], setting);
    expect(named.strand).toBe('sex');
    expect(named.points.map(({ strands }) => strands.map(({ strand }) => strand))).toEqual([['gender'], ['sex']]);
    const only = await json(['socio-economic'], setting);
    expect(only.points.map(({ strands }) => strands.map(({ strand }) => strand))).toEqual([[], ['socio-economic']]);
    const one = await repo.lem(['history', 'socio-economic'], setting);
    expect(one.text).toMatch(/^2027-06 {2}[0-9a-f]{8}\s*$/m);
  });
});

describe('how it is shown', () => {
  test('the table, the signs and their key, in 80 columns and without colour', async () => {
    repo.school();
    const first = repo.commit('2025-10-01').slice(0, 8);
    swap(GRID, /^( +disability: )green$/gm, '$1red');
    const second = repo.commit('2025-11-01').slice(0, 8);
    swap(GRID, /^ +gender: \w+\n/m, '');
    const third = repo.commit('2025-12-01').slice(0, 8);
    const { exit, text } = await repo.lem(['history']);
    expect(exit).toBe(0);
    expect(text.split('\n').map((line) => line.trimEnd())).toEqual([
      'Ribble Bank Primary School  History by month',
      '',
      '                    Ra  Ge  Di  SO  RB  All Badges  Audit    Actions',
      `2025-10  ${first}   A   A   G   A   A   A   1/5     50/50    7/14`,
      `2025-11  ${second}   A   A   R   A   A   A   1/5     50/50    7/14`,
      `2025-12  ${third}   A  (A)  R   A   A  (A)  1/5     50/50    7/14`,
      'Badges held, statements judged and actions complete, each of how many.',
      '(X) provisional: some cells are not yet judged',
      '',
      'Ra  Race                 ▅▅▅  A',
      'Ge  Gender               ▅▅·  A',
      'Di  Disability           █▁▁  G → R',
      'SO  Sexual Orientation   ▅▅▅  A',
      'RB  Religion and Belief  ▅▅▅  A',
      '▁ red   ▅ amber   █ green   · not all judged yet',
      '',
      'A row for the last commit in each month on this branch that touched the',
      'workspace, judged by its own files as on the day it was committed, by the clock',
      'of who committed it.',
      '',
    ]);
  });

  test('nothing is wider than the terminal, however many rows there are', async () => {
    repo.school();
    repo.commit('2024-09-01');
    swap('lem.yaml', 'programme: lem-5', 'programme: lem-6');
    for (const month of ['2024-10', '2025-01', '2025-05', '2025-09', '2026-02']) touched(`${month}-15`);
    touched('2024-01-01');
    touch();
    for (const width of [40, 80]) {
      for (const words of [[], ['race'], ['--by', 'term'], ['--by', 'commit']]) {
        const { text } = await repo.lem(['history', ...words], { width, uncommitted: true });
        expect(text).toContain('now, not committed');
        expect(text.split('\n').filter((line) => widthOf(line.trimEnd()) > width)).toEqual([]);
      }
    }
  });

  test('no message, author or name of a file reaches the terminal as it is', async () => {
    const evil = '\u001b[31m\u0007\u009b31m\u202e';
    repo.school(`a${evil}b`);
    const folder = `a${evil}b`;
    repo.git('config', 'user.name', evil);
    const first = repo.commit('2026-01-01', `${evil} subject`);
    swap(`${folder}/lem.yaml`, 'name: Ribble', `name: "Ribble${'\\e'}[31m"\nx: `);
    repo.commit('2026-02-01', evil);
    repo.git('mv', folder, `c${evil}d`);
    repo.commit('2026-03-01');
    const moved = `c${evil}d`;
    repo.put(`${moved}/plan/x${evil}.yaml`, 'title: [\n');
    repo.commit('2026-04-01');
    for (const words of [['history'], ['history', '--json'], ['history', '--by', 'commit']]) {
      const { text } = await repo.lem(words, { in: moved });
      expect(text).toContain(first.slice(0, 8));
      expect(text).not.toContain('subject');
      expect(/[^\P{Cc}\n]|\p{Bidi_Control}/u.exec(text)).toBeNull();
    }
  });

  test('the same bytes whoever asks, wherever and however often', async () => {
    repo.school();
    repo.commit('2025-12-31T23:30:00+00:00');
    touched('2026-02-01T00:30:00+00:00');
    const run = (env: { readonly [name: string]: string }): string =>
      lemProcess(repo.path(), ['history', '--until', '2026-06-01'], env).out;
    const plain = run({});
    expect(plain).toContain('2025-12');
    expect(run({ TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', LANG: 'de' })).toBe(plain);
    repo.git('config', 'log.date', 'relative');
    repo.git('config', 'core.quotePath', 'true');
    repo.git('pack-refs', '--all');
    repo.git('gc', '-q');
    expect(run({ TZ: 'America/Los_Angeles' })).toBe(plain);
  });

  test('a fresh workspace', async () => {
    for (const [path, entry] of freshWorkspace().entries) if (entry.kind === 'text') repo.put(path, entry.text);
    repo.commit('2026-06-01');
    const { text } = await repo.lem(['history']);
    expect(text).toMatch(/^2026-06 .{10}(\s+·){6} {3}0\/5 {5}0\/50 {5}0\/0/m);
    expect(text).toMatch(/^Ra {2}Race +·$/m);
  });
});

test.each([
  [['--by', 'week'], '--by week is not a way to show a history.'],
  [['--since', 'monday'], 'monday is not a date of the calendar.'],
  [['--until', '2026-02-30'], '2026-02-30 is not a date of the calendar.'],
  [['--since', '2026-02-02', '--until', '2026-02-01'], '--since 2026-02-02 is after --until 2026-02-01.'],
  [['--limit', '0'], '--limit 0 is not a number of commits.'],
  [['--limit', '1e3'], '--limit 1e3 is not a number of commits.'],
  [['--limit', '100001'], '--limit 100001 is not a number of commits.'],
  [['rase'], 'There is no strand rase in lem-5.'],
])('lem history %j is refused', async (words, message) => {
  repo.school();
  repo.commit('2026-01-01');
  const { exit, text } = await repo.lem(['history', ...words]);
  expect({ exit, text }).toEqual({ exit: 2, text: expect.stringContaining(message) });
});

test('terms need a programme that can be read; months do not', async () => {
  repo.school();
  repo.commit('2026-01-01');
  swap('lem.yaml', 'programme: lem-5', 'programme: lem-9');
  expect(await repo.lem(['history', '--by', 'term'])).toMatchObject({ exit: 2 });
  const { points } = await json([], { uncommitted: true });
  expect(points.map(({ label, programme }) => [label, programme])).toEqual([
    ['2026-01', 'lem-5'],
    ['now', null],
  ]);
});

test('what is the same is not looked at again: files of unchanged folders are read once, and git is closed', async () => {
  repo.school();
  repo.commit('2025-10-01');
  for (let day = 10; day < 30; day++) touched(`2025-10-${day}`);
  let listed = 0;
  let closed = 0;
  const entries = new Set<unknown>();
  const world = worldIn(repo.path(), { today: TODAY });
  const counting: typeof world = {
    ...world,
    changedFiles: async () => ({ state: 'known', files: [] }),
    history: async (folder, most) => {
      const history = await world.history(folder, most);
      if (history.state === 'none') return history;
      return {
        ...history,
        list: async (...asked) => {
          listed++;
          const listing = await history.list(...asked);
          for (const entry of listing?.entries.values() ?? []) entries.add(entry);
          return listing;
        },
        close: () => {
          closed++;
          history.close();
        },
      };
    },
  };
  expect(await outcomeIn(counting, ['history'])).toMatchObject({ exit: 0 });
  expect([listed, closed]).toEqual([1, 1]);
  listed = 0;
  expect(await outcomeIn(counting, ['history', '--by', 'commit'])).toMatchObject({ exit: 0 });
  expect([listed, closed]).toEqual([21, 2]);
  const yaml = files.list(repo.path(), READING_LIST).entries.size;
  expect(entries.size).toBeLessThanOrEqual(2 * yaml + 21);
  expect(await outcomeIn(counting, ['history', 'rase'])).toMatchObject({ exit: 2 });
  expect(closed).toBe(3);
});

test('a text is parsed once, in however many commits it stands', () => {
  let read = 0;
  const counted = (text: string): Entry => ({
    kind: 'text',
    get text() {
      read++;
      return text;
    },
  });
  const entries = [...soundWorkspace().entries].map(([path, entry]): [string, Entry] =>
    entry.kind === 'text' ? [path, counted(entry.text)] : [path, entry],
  );
  const judge = judging(SHIPPED);
  const first = judge({ entries: new Map(entries), assets: new Map() }, '2027-06-01');
  const before = read;
  expect(before).toBeGreaterThan(entries.length - 1);
  expect(judge({ entries: new Map(entries), assets: new Map() }, '2027-06-01')).toEqual(first);
  expect(read).toBe(before);
});

test('however many points there are, a strand’s signs fit into its row, and the latest is among them', () => {
  const judged = judging(SHIPPED)(soundWorkspace(), '2027-06-01');
  const grid = judged.standing?.strands.map((each) => ({ ...each, grid: null })) ?? [];
  const moments = Array.from({ length: 500 }, (_, index): Moment => {
    const head = { label: '2027-05-31', commit: 'a'.repeat(40), on: '2027-05-31', dated: '2027-05-31' };
    const standing =
      judged.standing === null ? null : { ...judged.standing, ...(index === 499 ? { strands: grid } : {}) };
    return { ...head, isDoubtful: true, folder: '', ...judged, standing };
  });
  for (const width of [40, 60, 80, 200]) {
    const view = {
      school: 'x'.repeat(30),
      by: 'commit',
      today: '2027-06-01',
      strand: null,
      moments,
      notes: [],
    } as const;
    const lines = historyLines(view, width).map((line) =>
      typeof line === 'string' ? line : line.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    );
    expect(lines.filter((line) => widthOf(line.trimEnd()) > width)).toEqual([]);
    const signs = lines.find((line) => /^Ra +\S/.test(line)) ?? '';
    expect(signs).toMatch(/█{10,}\? {2}G$/);
    expect(lines.join('\n')).toContain('There are more rows than');
  }
});

test('strands have short forms that no other has', () => {
  const titles = ['Race', 'Rare', 'Ra', 'Religion and Belief', 'Reading Books', 'sexual orientation', 'R', '—'];
  const strands = new Map(titles.map((title, index) => [String(index), { title }]));
  const standing = { strands: titles.map((_, index) => ({ strand: String(index) })) };
  const columns = columnsOf([{ programme: { strands }, standing } as unknown as Moment]);
  expect(columns.map(({ title, short }) => [title, short])).toEqual([
    ['Race', 'Ra'],
    ['Rare', 'Rar'],
    ['Ra', '1'],
    ['Religion and Belief', 'RB'],
    ['Reading Books', 'Re'],
    ['sexual orientation', 'se'],
    ['R', 'R'],
    ['—', '2'],
  ]);
});

test('a long history is bounded: of thousands of commits the latest are looked at', async () => {
  repo.school();
  repo.commit('2020-01-01');
  const head = repo.git('rev-parse', 'HEAD').trim();
  const text = repo.read(ACTION);
  const from = Date.UTC(2020, 0, 2) / 1000;
  const commits = Array.from({ length: 2500 }, (_, index) => {
    const content = `${text}# ${index}\n`;
    return [
      'commit refs/heads/main',
      `committer A <a@b.example> ${from + index * 7200} +0000`,
      'data 1\nx',
      ...(index === 0 ? [`from ${head}`] : []),
      `M 100644 inline ${ACTION}`,
      `data ${Buffer.byteLength(content)}\n${content}`,
    ].join('\n');
  });
  repo.feed(`${commits.join('\n')}\n`, 'fast-import', '--quiet');
  repo.git('reset', '-q', '--hard');
  const { points, notes } = await json();
  expect(notes).toEqual([
    {
      kind: 'older-left-out',
      message: expect.stringMatching(/^Only the latest 2000 commits of this branch were looked at/),
    },
  ]);
  expect(points[0]?.label).toBe('2020-02');
  expect(points).toHaveLength(6);
});
