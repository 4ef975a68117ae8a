import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { complete } from '../src/commands/complete.ts';
import { makeBook } from '../src/commands/completion/make-book.ts';
import { groupsShown } from '../src/facts/county/groups.ts';
import { themesOf } from '../src/facts/county/themes.ts';
import { progressBar } from '../src/views/county/progress-bar.ts';
import { countyWorld, schoolsIn } from './support/county.ts';
import { lemIn, printed } from './support/in-process.ts';
import { schemaErrors } from './support/output-schema.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SAMPLE = join(ROOT, 'examples/ribble-bank');
const AWARD = join(ROOT, 'test/programmes/reading-award');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem écoles '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts the sample school into a folder, with another name, URN and phase. */
function put(
  path: string,
  urn: string | null,
  { name = path, phase = 'primary', edit = (text: string) => text } = {},
): void {
  cpSync(SAMPLE, join(folder, path), { recursive: true });
  const file = join(folder, path, 'lem.yaml');
  const settings = parse(readFileSync(file, 'utf8'));
  settings.school = { name, phase, ...(urn === null ? {} : { urn }) };
  writeFileSync(file, edit(stringify(settings)));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const county = (...words: readonly string[]) => lemIn(countyWorld(folder), ['county', ...words]);

describe('which schools', () => {
  test('a folder that holds schools, a school itself, and a list: each once, in the order of their URNs', async () => {
    put('towns/east', '100003');
    put('towns/deep/west', '100001');
    put('alone', null);
    put('alone too', '100002');
    write('lists/schools.txt', '\ufeff# the east\r\n../towns/east\r\n\r\n  ../alone too  \n');
    const { exit, text } = await county('towns', './alone/', '--list', 'lists/schools.txt', '--json');
    expect(exit).toBe(0);
    expect(schoolsIn(text).map(({ path, urn, of }) => [path, urn, of])).toEqual([
      ['towns/deep/west', '100001', 4],
      ['lists/../alone too', '100002', 4],
      ['towns/east', '100003', 4],
      ['alone', null, 4],
    ]);
    expect(schoolsIn(await county('--json').then(({ text }) => text))).toHaveLength(4);
  });

  const unfit: readonly (readonly [what: string, words: readonly string[], said: RegExp])[] = [
    ['no such folder', ['nowhere'], /^lem: There is no folder or archive nowhere\.\n/],
    ['a file', ['file.txt'], /^lem: file\.txt is not a folder, and no archive: the names of those end in \.zip\.\n/],
    [
      'a folder with no workspace',
      ['empty'],
      /^lem: There is no school in empty: no folder has a lem\.yaml, and no file ends in \.zip\.\n/,
    ],
    ['no such list', ['--list', 'none.txt'], /^lem: There is no list none\.txt\.\n/],
    ['a folder for a list', ['--list', 'empty'], /^lem: The list empty can’t be read\.\n/],
    [
      'a list with a line that leads nowhere',
      ['--list', 'list.txt'],
      /^lem: list\.txt:3 There is no folder or archive gone\.\n/,
    ],
    ['an empty list', ['--list', 'blank.txt'], /^lem: There is no school to look at\.\n/],
    ['a level', ['school', '--level', 'reddy'], /^lem: --level can’t be reddy\.\n {2}Did you mean ready\?/],
    ['a day', ['school', '--on', '2026-02-30'], /^lem: 2026-02-30 is not a date/],
    ['a span', ['school', '--within', '6M'], /^lem: --within can’t be 6M\.\n/],
    ['an empty span', ['school', '--within', 'P'], /^lem: --within can’t be P\.\n/],
    ['a group of one', ['school', '--smallest-group', '1'], /^lem: --smallest-group can’t be 1\.\n/],
    ['two formats', ['school', '--json', '--csv'], /^lem: --json does not go with --csv\.\n/],
    ['a part that there is not', ['school', '--shard', '5/4'], /^lem: --shard can’t be 5\/4\.\n/],
    ['part nought', ['school', '--shard', '0/4'], /^lem: --shard can’t be 0\/4\.\n/],
    [
      'a part as a page',
      ['school', '--shard', '1/4', '--html', 'a.html'],
      /^lem: A part of a county is JSON Lines\.\n/,
    ],
    ['a page over a folder', ['school', '--html', 'empty'], /^lem: empty can’t be written/],
  ];
  test.each(unfit)('%s is refused in a line, and nothing is written', async (_, words, said) => {
    put('school', '100001');
    mkdirSync(join(folder, 'empty'));
    write('file.txt', '');
    write('list.txt', 'school\n# none\ngone\n');
    write('blank.txt', '# nothing yet\n');
    const { exit, text } = await county(...words);
    expect(text).toMatch(said);
    expect(exit).toBe(2);
    expect(existsSync(join(folder, 'a.html'))).toBe(false);
  });

  test('two schools with one URN are refused by both their paths', async () => {
    put('one', '100001');
    put('two', '100001');
    const { exit, text } = await county('.', '--html', 'county.html');
    expect(text).toMatch(/^lem: Two schools have the URN 100001: one and two\.\n/);
    expect(exit).toBe(2);
    expect(existsSync(join(folder, 'county.html'))).toBe(false);
  });
});

describe('what is told', () => {
  test('a broken school is named with the place of its fault, and keeps no other from being told of', async () => {
    put('sound', '100001', { name: 'Sound School' });
    put('unknown', '100002', { edit: (text) => text.replace('lem-5', 'lem-9') });
    put('torn', '100003', { edit: () => 'format: 1\nprogramme: [lem-5\n' });
    put('faulty', '100004');
    write('faulty/plan/quiet-room-and-fasting.yaml', 'title: [\n');
    const { exit, text } = await county('.', '--json');
    expect(exit).toBe(1);
    const schools = schoolsIn(text);
    expect(schools.map(({ path, broken }) => [path, broken])).toEqual([
      ['sound', null],
      ['unknown', 'lem.yaml:2:12 There is no programme lem-9.'],
      ['faulty', null],
      ['torn', expect.stringMatching(/^lem\.yaml:\d+:\d+ /)],
    ]);
    expect(schools[1]).toMatchObject({ school: 'unknown', urn: '100002', grid: null, badges: [] });
    expect(schools[2]?.unreadable).toEqual({ count: 1, files: ['plan/quiet-room-and-fasting.yaml'] });
    expect(schools[2]?.firstError).toMatch(/^plan\/quiet-room-and-fasting\.yaml:\d+:\d+ /);
    for (const school of schools) expect(schemaErrors('county-school', school)).toEqual([]);
    const table = await county('.');
    expect(table.exit).toBe(1);
    expect(table.text).toContain('4 schools as on 8 June 2026, 1 with errors, 2 broken');
    expect(table.text).toMatch(
      /Broken, and left out of the figures: 2\n {2}100002 {2}unknown, unknown\n {10}lem\.yaml:2:12/,
    );
    for (const line of table.text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('a fault of lem’s own on one school stays with that school', async () => {
    put('one', '100001');
    put('two', '100002');
    const { files } = countyWorld(folder);
    const world = countyWorld(folder, {
      list: (root, reading) => {
        if (root.endsWith('one')) throw new Error('EIO: i/o error');
        return files.list(root, reading);
      },
    });
    const { exit, text } = await lemIn(world, ['county', '.', '--json']);
    expect(exit).toBe(1);
    expect(schoolsIn(text).map(({ path, broken }) => [path, broken])).toEqual([
      ['two', null],
      ['one', 'It can’t be looked at: EIO: i/o error'],
    ]);
  });

  test('the table, and what the schools come to together', async () => {
    put('east', '100002', { name: 'A School with a Name That Is Far Longer than Its Column' });
    put('west', '100001', { phase: 'secondary' });
    put('south', null);
    put('torn', '100003', { edit: (text) => text.replace('lem-5', 'lem-9') });
    rmSync(join(folder, 'west/awards.yaml'));
    rmSync(join(folder, 'west/calendar.yaml'));
    const { text } = await county('.', '--within', 'P3Y', '--smallest-group', '2');
    const [table = '', ...parts] = text.split('\n\n');
    expect(table.split('\n')).toEqual([
      'URN     School                             Held  Ready  Grid  Errors  Visit',
      '100001  west                               0/5   3       A    0       –',
      '100002  A School with a Name That Is Far…  1/5   2       A    0       2026-06-25',
      '100003  torn                               broken: lem.yaml:2:12 There is no pr…',
      '–       south                              1/5   2       A    0       2026-06-25',
    ]);
    expect(parts[0]).toBe('4 schools as on 8 June 2026, 1 broken');
    expect(parts[1]?.split('\n').slice(0, 4)).toEqual([
      'Badges',
      '  Race                 3 ready to claim',
      '  Gender               3 ready to claim',
      '  Disability           2 held · 1 ready to claim',
    ]);
    expect(parts[1]).toContain('  The Mark             2 working towards · 1 not started');
    expect(parts[2]).toContain('\n  Disability           3 Green');
    expect(
      parts
        .find((part) => part.startsWith('Ends within'))
        ?.split('\n')
        .slice(0, 3),
    ).toEqual([
      'Ends within 3 years: 2',
      '  3 July 2028        A School with a Name That Is Far Longer than Its Column:',
      '                     the time for the other badges: Race, Gender, Sexual',
    ]);
    const themes = parts.find((part) => part.startsWith('Training themes')) ?? '';
    expect(themes).toContain('Not told of alone, so that no school is: primary, secondary (groups of');
  });

  test('the visit that is booked, and by when the audit is to be sent', async () => {
    put('school', '100001');
    const [school] = schoolsIn((await county('.', '--json')).text);
    expect(school?.visits).toEqual([
      { date: '2026-06-25', kind: 'accreditation', strands: ['race', 'gender'], sendAudit: '2026-06-11' },
    ]);
    expect((await county('.')).text).toContain('the audit is due by 11 June 2026');
    expect((await county('.', '--on', '2026-06-11')).text).toContain('the audit is due by 11 June 2026');
    expect((await county('.', '--on', '2026-06-12')).text).toContain('the audit was due by 11 June 2026');
    expect((await county('.', '--on', '2026-06-25')).text).toContain('Visits booked: 1');
    expect((await county('.', '--on', '2026-06-26')).text).not.toContain('Visits booked');
  });

  test('what ends within a span, its first day and its last', async () => {
    put('school', '100001');
    // The badge of 3 July 2025 keeps the time for the others open until 3 July 2028.
    const ends = async (on: string, within: string) =>
      (await county('.', '--on', on, '--within', within)).text.includes('Ends within');
    expect(await ends('2028-01-03', 'P6M')).toBe(true);
    expect(await ends('2028-01-02', 'P6M')).toBe(false);
    expect(await ends('2028-07-03', 'P1D')).toBe(true);
    expect(await ends('2028-07-04', 'P6M')).toBe(false);
  });

  test('CSV has a row for each school, and no formula', async () => {
    put('school', '100001', { name: '=HYPERLINK("http://a.example")' });
    const { text } = await county('.', '--csv');
    const [head = '', row = '', ...rest] = text.split('\r\n');
    expect(head).toMatch(/^\ufeffurn,school,path,phase,programme,.*,race,gender,/);
    expect(row).toContain(`100001,"'=HYPERLINK(""http://a.example"")",school,primary,lem-5`);
    expect(rest).toEqual(['']);
  });

  test('another award, with strands and a scale of its own, beside the usual one', async () => {
    put('usual', '100001');
    cpSync(AWARD, join(folder, 'reading'), { recursive: true });
    write('reading/lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: Reading School }\n');
    const { text } = await county('.', '--json');
    const reading = schoolsIn(text).find(({ path }) => path !== 'usual');
    expect(reading?.broken).toBe(null);
    expect(reading?.programme).toBe('reading-award');
    expect(reading?.scale.map(({ letter }) => letter).join('')).toBe('01234x');
    expect(schemaErrors('county-school', reading)).toEqual([]);
    const table = (await county('.')).text;
    for (const badge of reading?.badges ?? []) expect(table).toContain(badge.title);
  });

  test('the bar of progress is full at the end, and not before', () => {
    expect([progressBar(0, 3), progressBar(2, 3), progressBar(3, 3)].map((bar) => bar.replace(/ {2}.*/, ''))).toEqual([
      '░'.repeat(30),
      '█'.repeat(20) + '░'.repeat(10),
      '█'.repeat(30),
    ]);
  });
});

describe('on the command line', () => {
  const offered = async (line: string): Promise<readonly string[]> => {
    const book = makeBook(countyWorld(folder));
    const { report } = complete(countyWorld(folder), book, [`--line=${line}`]);
    return (await printed(report)).split('\n').flatMap((each) => each.split('\t')[0] || []);
  };
  test('Tab offers the verbs, files and folders where no verb begins like that, and options of each', async () => {
    expect(await offered('lem county ')).toEqual(['merge', 'programme']);
    expect(await offered('lem county m')).toEqual(['merge']);
    expect(await offered('lem county sch')).toEqual([':files']);
    expect(await offered('lem county schools m')).toEqual([':files']);
    expect(await offered('lem county schools --sh')).toEqual(['--shard']);
    expect(await offered('lem county merge --sh')).toEqual([]);
    expect(await offered('lem county programme lem-')).toEqual(['lem-5', 'lem-6']);
  });
});

describe('small groups', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
  test('no group below the limit is shown, nor can one be had from the total', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 8 }), (numbers, smallest) => {
        const groups = new Map(numbers.map((size, index) => [`group ${index}`, size]));
        const { shown, hasTotal } = groupsShown(groups, smallest);
        const sum = (names: readonly string[]): number => names.reduce((all, name) => all + (groups.get(name) ?? 0), 0);
        for (const name of shown) expect(groups.get(name)).toBeGreaterThanOrEqual(smallest);
        const hidden = [...groups.keys()].filter((name) => !shown.includes(name));
        if (hasTotal && hidden.length > 0) expect(sum(hidden)).toBeGreaterThanOrEqual(smallest);
        if (hasTotal) expect(sum([...groups.keys()])).toBeGreaterThanOrEqual(smallest);
        // Where nothing is small, nothing is left out.
        if (numbers.every((size) => size >= smallest)) expect([hidden, hasTotal]).toEqual([[], true]);
      }),
      { numRuns: 500 },
    );
  });

  test('a school that has judged nothing makes no group larger', async () => {
    for (const [index, phase] of ['special', 'special', 'special', 'primary', 'primary', 'primary'].entries())
      put(`school-${index}`, `10000${index}`, { phase });
    for (const index of [0, 1]) rmSync(join(folder, `school-${index}`, 'grid'), { recursive: true });
    const schools = schoolsIn((await county('.', '--json')).text);
    const { phases, hidden, elements } = themesOf(schools, 3);
    // One special school is left, and with three primary schools told of it could be had from the total of four.
    expect([phases, hidden]).toEqual([[], ['primary', 'special']]);
    expect(elements.length).toBeGreaterThan(0);
    expect(themesOf(schools.slice(2, 4), 3).elements).toEqual([]);
  });
});

describe('parts', () => {
  const parts = async (of: number, ...more: readonly string[]): Promise<readonly string[]> => {
    const files: string[] = [];
    for (let part = 1; part <= of; part++) {
      write(`part-${part}.jsonl`, (await county('schools', '--shard', `${part}/${of}`, ...more)).text);
      files.push(`part-${part}.jsonl`);
    }
    return files;
  };
  beforeEach(() => {
    for (const [index, name] of ['a', 'b', 'c', 'd', 'e'].entries()) put(`schools/${name}`, `10000${9 - index}`);
  });

  test('put together they are one run, in every form', async () => {
    write('schools/c/plan/quiet-room-and-fasting.yaml', 'title: [\n');
    const files = await parts(3);
    for (const form of [[], ['--json'], ['--csv'], ['--html', 'one.html']]) {
      const one = await county('schools', ...form);
      const page = form.includes('--html') ? readFileSync(join(folder, 'one.html'), 'utf8') : '';
      expect(await county('merge', ...files.toReversed(), ...form)).toEqual(one);
      if (page !== '') expect(readFileSync(join(folder, 'one.html'), 'utf8')).toBe(page);
      expect(one.exit).toBe(1);
    }
  });

  test('which part a school is in does not hang on where the county lies', async () => {
    await parts(3);
    const before = schoolsIn(readFileSync(join(folder, 'part-1.jsonl'), 'utf8')).map(({ urn }) => urn);
    cpSync(join(folder, 'schools'), join(folder, 'else where/schools'), { recursive: true });
    const moved = await county(join(folder, 'else where/schools'), '--shard', '1/3');
    expect(schoolsIn(moved.text).map(({ urn }) => urn)).toEqual(before);
  });

  test('a part that is empty is empty, and ends well', async () => {
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, part) => county('schools', '--shard', `${part + 1}/40`)),
    );
    expect(all.filter(({ text }) => text === '').length).toBeGreaterThan(30);
    expect(all.every(({ exit }) => exit === 0)).toBe(true);
  });

  test('a lost part, one given twice, and parts of two days are seen', async () => {
    const [first = '', second = '', third = ''] = await parts(3);
    const said = async (...files: readonly string[]) => {
      const { exit, text } = await county('merge', ...files);
      expect(exit).toBe(2);
      return text;
    };
    expect(await said(first, second)).toMatch(/^lem: \d of 5 schools are missing: a part is\.\n/);
    expect(await said(first, second, third, first)).toMatch(/^lem: There are \d schools, and should be 5\.\n/);
    write(
      'other.jsonl',
      readFileSync(join(folder, third), 'utf8').replaceAll('"on":"2026-06-08"', '"on":"2026-06-09"'),
    );
    expect(await said(first, second, 'other.jsonl')).toMatch(
      /^lem: These are not parts of one county: .* differ in --on\.\n/,
    );
    expect(await said('none.jsonl')).toMatch(/^lem: There is no file none\.jsonl\.\n/);
    expect(await said('schools')).toMatch(/^lem: schools can’t be read\.\n/);
    write('empty.jsonl', '');
    expect(await said('empty.jsonl')).toMatch(/^lem: There is no school in these files\.\n/);
  });

  const strange: readonly (readonly [
    what: string,
    change: (school: Record<string, unknown>) => unknown,
    said: RegExp,
  ])[] = [
    ['another type', () => 7, /is no school of a county, as a whole/],
    ['another version', (school) => ({ ...school, format: 2 }), /is no school of a county, at \/format/],
    ['a key too many', (school) => ({ ...school, more: 1 }), /is no school of a county, as a whole/],
    ['a key too few', ({ grid: _, ...school }) => school, /is no school of a county, as a whole/],
    [
      'a colour that is a style',
      (school) => ({ ...school, scale: [{ id: 'a', title: 'A', letter: 'A', colour: 'red;}', needsAction: true }] }),
      /at \/scale\/0\/colour/,
    ],
    ['a number past all bounds', (school) => ({ ...school, files: 1e300 }), /at \/files/],
    ['a day that there is not', (school) => ({ ...school, on: '2026-02-30' }), /at \/on/],
    ['a line past all bounds', (school) => ({ ...school, path: 'x'.repeat(600_000) }), /is too long for a school’s/],
  ];
  test.each(strange)('a stranger’s line is refused whole: %s', async (_, change, said) => {
    const [first = '', ...rest] = (await county('schools', '--json')).text.trimEnd().split('\n');
    write('strange.jsonl', [...rest, JSON.stringify(change(JSON.parse(first)))].join('\n'));
    const { exit, text } = await county('merge', 'strange.jsonl', '--html', 'county.html');
    expect(text).toMatch(/^lem: strange\.jsonl:5 This line is /);
    expect(text).toMatch(said);
    expect(exit).toBe(2);
    expect(existsSync(join(folder, 'county.html'))).toBe(false);
  });

  test('what is not JSON is refused, and a control character in a name goes nowhere', async () => {
    write('strange.jsonl', '{"format":1\n');
    expect((await county('merge', 'strange.jsonl')).text).toMatch(/^lem: strange\.jsonl:1 This line is not JSON\.\n/);
    const line = (await county('schools/a', '--json')).text;
    write('one.jsonl', line.replace('"school":"schools/a"', String.raw`"school":"A\u001b[2J\u202eB"`));
    for (const form of [[], ['--json'], ['--csv']]) {
      const { exit, text } = await county('merge', 'one.jsonl', ...form);
      expect(exit).toBe(0);
      expect(text).toContain('[2J');
      expect([text.includes('\u001b'), text.includes('\u202e')]).toEqual([false, false]);
    }
  });

  test('the CI file for GitHub makes as many parts as it says, and a page of them', async () => {
    const file = readFileSync(join(ROOT, 'templates/ci/county-github.yml'), 'utf8');
    const { env, jobs } = parse(file);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(env.LEM).toBe(`equality-mark@${version}`);
    const lines = (job: string): readonly string[] =>
      jobs[job].steps.flatMap(({ run = '' }) => (/^lem /.test(run) ? [run] : []));
    const { part: numbers } = jobs.part.strategy.matrix;
    for (const part of numbers) {
      const line = lines('part')[0]
        ?.replaceAll(/\$\{\{ matrix\.part \}\}/g, part)
        .replace(/\$\{\{ needs\.day\.outputs\.on \}\}/, '2026-06-08');
      const [command = '', into = ''] = line?.split(' > ') ?? [];
      const { exit, text } = await county(...command.split(' ').slice(2));
      expect(exit).toBe(0);
      write(into, text);
    }
    const [merge = ''] = lines('county');
    const files = numbers.map((part: number) => `part-${part}.jsonl`);
    const words = merge.split(' || ')[0]?.split(' ').slice(2) ?? [];
    const { exit, text } = await county(...words.flatMap((word) => (word === 'part-*.jsonl' ? files : [word])));
    expect([exit, text]).toEqual([0, expect.stringContaining('5 schools as on 8 June 2026')]);
    expect(existsSync(join(folder, 'county.html'))).toBe(true);
  });
});
