import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lapsesWithin, visitsDue } from '../src/facts/county/dates.ts';
import { badgeCounts, ratingCounts } from '../src/facts/county/states.ts';
import { themesOf } from '../src/facts/county/themes.ts';
import type { CountySchool } from '../src/model/county-school.generated.ts';
import { ON, writeSchools } from './support/county.ts';
import { oracle } from './support/county-oracle.ts';
import { schemaErrors } from './support/output-schema.ts';
import type { Ran } from './support/scenario.ts';

const BIN = fileURLToPath(new URL('../bin/lem.js', import.meta.url));
const SCHOOLS = 600;
const PARTS = 4;

let work = '';
let env: { readonly [name: string]: string } = {};
let whole: Ran;
const run = (...args: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env,
  });
  return { exit: status, out: stdout, err: stderr };
};

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'lem county '));
  env = { PATH: process.env.PATH ?? '', NO_COLOR: '1', XDG_CACHE_HOME: join(work, '.cache') };
  writeSchools(
    join(work, 'schools'),
    Array.from({ length: SCHOOLS }, (_, number) => number),
  );
  whole = run('county', 'schools', '--on', ON, '--json');
}, 120_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const schools = (): readonly CountySchool[] =>
  whole.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('600 schools come to what SQLite makes of their files', async () => {
  expect([whole.exit, whole.err]).toEqual([1, '']);
  const found = schools();
  const sound = found.filter(({ broken }) => broken === null);
  const name = ({ path }: CountySchool): string => path.replace('schools/', '');
  const byPath = sound.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const expected = await oracle(join(work, 'schools'), ON);
  const figures = {
    order: found.map((school) => ({
      path: name(school),
      urn: school.urn,
      name: school.school,
      phase: school.phase,
      broken: school.broken === null ? 0 : 1,
    })),
    faulty: byPath.filter(({ findings }) => findings.error > 0).map((school) => ({ path: name(school) })),
    rollUps: byPath.flatMap((school) => rollUps(school).map((roll) => ({ path: name(school), ...roll }))),
    ratings: ratingCounts(sound)
      .flatMap(({ strand, ratings, incomplete }) => [
        ...[...ratings].map(([rating, schools]) => ({ strand, rating, schools })),
        ...(incomplete > 0 ? [{ strand, rating: 'incomplete', schools: incomplete }] : []),
      ])
      .sort((a, b) => (`${a.strand} ${a.rating}` < `${b.strand} ${b.rating}` ? -1 : 1)),
    states: stateCounts(sound),
    marks: byPath.map((school) => ({
      path: name(school),
      state: school.mark?.state,
      deadline: school.mark?.deadline ?? null,
    })),
    visits: visitsDue(found).map(({ school, date, kind, sendAudit }) => ({
      path: name(school),
      date,
      kind,
      sendAudit,
    })),
    lapses: lapsesWithin(found, 'P6M').map(({ school, date }) => ({ path: name(school), date })),
    themes: themeCells(sound),
  };
  for (const [figure, rows] of Object.entries(figures))
    expect({ [figure]: rows }).toEqual({ [figure]: expected[figure] });
  expect(digest(figures)).toBe(digest(expected));
  // What is told says something: nothing of it is empty.
  for (const rows of Object.values(expected)) expect(rows.length).toBeGreaterThan(5);
});

test('each school is told of by the schema', () => {
  for (const school of schools().slice(0, 60)) expect(schemaErrors('county-school', school)).toEqual([]);
});

test('four parts put together are one run, byte for byte', () => {
  const parts = Array.from({ length: PARTS }, (_, part) => `part-${part + 1}.jsonl`);
  let lines = 0;
  for (const [part, file] of parts.entries()) {
    const ran = run('county', 'schools', '--on', ON, '--shard', `${part + 1}/${PARTS}`);
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const number = ran.out.split('\n').length - 1;
    // No part has much more to do than another.
    expect(number).toBeGreaterThan(SCHOOLS / PARTS / 2);
    lines += number;
    writeFileSync(join(work, file), ran.out);
  }
  expect(lines).toBe(SCHOOLS);
  expect(run('county', 'merge', ...parts.toReversed(), '--json')).toEqual(whole);
  const form = ['--smallest-group', '20', '--within', 'P1Y', '--html', 'county.html'];
  const one = run('county', 'schools', '--on', ON, ...form);
  const page = readFileSync(join(work, 'county.html'), 'utf8');
  expect(run('county', 'merge', ...parts, ...form)).toEqual(one);
  expect(readFileSync(join(work, 'county.html'), 'utf8') === page).toBe(true);
  expect(one.exit).toBe(1);
}, 120_000);

function rollUps({ grid }: CountySchool) {
  if (grid === null) return [];
  const row = (kind: string, id: string, { rating, provisional, counts }: (typeof grid)['overall']) => ({
    kind,
    id,
    rating,
    provisional,
    missing: counts.missing,
  });
  return [
    row('all', 'all', grid.overall),
    ...grid.elements.map((roll) => row('element', roll.element, roll)),
    ...grid.strands.map((roll) => row('strand', roll.strand, roll)),
  ].sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
}

/** The states that hang on nothing but decisions and visits; the rest, which takes all requirements, in one. */
function stateCounts(sound: readonly CountySchool[]) {
  const plain = ['held', 'submitted', 'further-evidence', 'not-yet'];
  return badgeCounts(sound)
    .flatMap(({ strand, states }) => {
      const counts = new Map<string, number>();
      for (const [state, number] of states) {
        const as = plain.includes(state) ? state : 'other';
        counts.set(as, (counts.get(as) ?? 0) + number);
      }
      return [...counts].map(([state, schools]) => ({ strand, state, schools }));
    })
    .sort((a, b) => (`${a.strand} ${a.state}` < `${b.strand} ${b.state}` ? -1 : 1));
}

/** Every element and phase, with how many schools judged it. With a smallest group of one nothing is left out. */
function themeCells(sound: readonly CountySchool[]) {
  return themesOf(sound, 1)
    .elements.flatMap(({ element, phases }) =>
      [...phases].map(([phase, share]) => ({
        element,
        phase,
        ...share,
        schools: sound.filter((school) => (school.phase ?? '') === phase).length,
      })),
    )
    .sort((a, b) => (a.element < b.element || (a.element === b.element && a.phase < b.phase) ? -1 : 1));
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
