import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import MarkdownIt from 'markdown-it';
import { parse } from '../src/source/parse.ts';
import { validate } from '../src/source/validate.ts';
import { lemIn, worldIn } from './support/in-process.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem audit é '));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** The day on which the commands of these tests run. */
const TODAY = '2026-11-24';
const lem = (...words: string[]) => lemIn(worldIn(folder, { today: TODAY }), words);

/** The other award's workspace: two elements, five ratings, and years that are calendar years. */
function readingSchool(files: { readonly [path: string]: string } = {}): void {
  cpSync(join(ROOT, 'test/programmes/reading-award'), folder, { recursive: true });
  put('lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: A | <b>School</b> }\n');
  for (const [path, text] of Object.entries(files)) put(path, text);
}

const FULL = 'library.1: { rating: steady }\n  library.2: { rating: strong }';
const library = (rest = '', judgements = FULL): string =>
  `# Ours.\nelement: library\nstatus: draft # for now\n${rest}judgements:\n  ${judgements}\n`;

describe('lem audit start', () => {
  test('writes the files that lem init writes, for the school year of the day', async () => {
    await lem('init', '.', '--name', 'A School', '--ci', 'none', '--yes', '--year', '2026-27');
    const made = ['audit/2026-27/pupil-involvement.yaml', 'grid/2026-27.yaml'].map(
      (path) => [path, read(path)] as const,
    );
    for (const path of ['audit', 'grid']) rmSync(join(folder, path), { recursive: true });
    const started = await lem('audit', 'start');
    expect(started).toMatchObject({ exit: 0 });
    expect(started.text).toContain('Audit 2026-27, the school year of 24 November 2026\n✓ audit/2026-27/');
    expect(started.text.match(/✓/g)).toHaveLength(11);
    expect(started.text).toContain('→ lem audit assign\n');
    for (const [path, text] of made) expect(read(path)).toBe(text);
  });

  test('carries the assessors over, whatever their names look like', async () => {
    const who = ['Head, of "school"', 'No', '# 1', 'a: b', '{x}', 'Zoë'];
    readingSchool({
      'audit/2025-26/library.yaml': `element: library\nstatus: draft\nassessors: ${JSON.stringify(who)}\n`,
      'audit/2024-25/families.yaml': 'element: families\nstatus: draft\nassessors: [parent]\n',
    });
    const { text } = await lem('audit', 'start');
    const { data, problems } = parse('', read('audit/2026-27/library.yaml'));
    expect(problems).toEqual([]);
    expect(data).toMatchObject({ element: 'library', edition: 'reading-award', status: 'draft', assessors: who });
    expect(validate('audit', parse('', read('audit/2026-27/library.yaml'))).problems).toEqual([]);
    expect(text).toContain('The assessors of 2 elements are carried over from 2024-25 and 2025-26.');
  });

  test('leaves what is there, under any form of the year, and names it', async () => {
    readingSchool({ 'audit/2026-2027/library.yaml': 'element: [', 'grid/2026-27.yaml': 'year: 2026-27\n' });
    const first = await lem('audit', 'start');
    expect(first.text).toContain('✓ audit/2026-27/families.yaml');
    expect(first.text).toMatch(
      /There already, and left as they are: audit\/2026-2027\/library.yaml,\s+grid\/2026-27.yaml./,
    );
    expect(existsSync(join(folder, 'audit/2026-27/library.yaml'))).toBe(false);
    expect(read('grid/2026-27.yaml')).toBe('year: 2026-27\n');
    const again = await lem('audit', 'start');
    expect(again).toMatchObject({ exit: 0 });
    expect(again.text).toContain('Nothing is missing: every file of the year is there.');
  });

  test('says which assessors it could not read, and that last year was of another edition', async () => {
    readingSchool({
      'audit/2025-26/library.yaml': 'element: library\nedition: county-1\nstatus: draft\nassessors: [A]\n',
      'audit/2025-26/families.yaml': 'element: families\nstatus: [\n',
    });
    const before = read('audit/2025-26/library.yaml');
    const { text } = await lem('audit', 'start');
    expect(text).toContain('audit/2025-26/families.yaml can’t be read, so no assessors are carried over');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'The audit of 2025-26 was made against county-1, this one is against reading-award.',
    );
    expect(read('audit/2025-26/library.yaml')).toBe(before);
  });

  test.each([
    [['next'], 'lem: next is not a school year.'],
    [['2026-28'], 'lem: 2026-28 is not a school year.'],
    [['2036-37'], 'lem: 2036-37 is far from 2026-27, the school year of 24 November 2026.'],
    [['2026-27', '--on', 'today'], 'lem: today is not a date of the calendar.'],
  ])('refuses %j', async (words, message) => {
    readingSchool();
    const { exit, text } = await lem('audit', 'start', ...words);
    expect([exit, text.split('\n')[0]]).toEqual([2, message]);
    expect(existsSync(join(folder, 'audit'))).toBe(false);
  });

  test('takes a year far away with a day in it, and the next one ahead of time', async () => {
    readingSchool();
    expect(await lem('audit', 'start', '2019/20', '--on', '2019-01-01')).toMatchObject({ exit: 0 });
    expect(existsSync(join(folder, 'audit/2019-20/library.yaml'))).toBe(true);
    const next = await lem('audit', 'start', '2027-28');
    expect(next.text).toContain('→ lem audit assign --year 2027-28');
  });

  test('writes nothing with --dry-run', async () => {
    readingSchool();
    const { exit, text } = await lem('audit', 'start', '--dry-run');
    expect([exit, existsSync(join(folder, 'audit'))]).toEqual([0, false]);
    expect(text).toContain('+++ b/audit/2026-27/families.yaml');
    expect(text).toContain('3 files would be written; nothing was.');
  });
});

describe('lem audit assign', () => {
  const FILE = 'audit/2026-27/library.yaml';
  test.each([
    ['an empty key', 'assessors: # who?\n', 'assessors: [Head, parent] # who?\n'],
    ['an empty list', 'assessors: [] # who?\n', 'assessors: [Head, parent] # who?\n'],
    ['a flow list', 'assessors: [ "Head", B ] # who?\n', 'assessors: [ "Head", parent ] # who?\n'],
    [
      'a longer list',
      'assessors:\n  - Head # the new one\n  - B\n  - C\n',
      'assessors:\n  - Head # the new one\n  - parent\n',
    ],
    ['a block list', 'assessors:\n- Head\n', 'assessors:\n- Head\n- parent\n'],
    ['no key', '', 'assessors: [Head, parent]\n'],
  ])('sets the assessors over %s', async (_, before, after) => {
    readingSchool({ [FILE]: library(before) });
    const { exit, text } = await lem('audit', 'assign', 'Library', '--to', 'Head', '--to', 'parent');
    expect(text).toBe(`✓ ${FILE}\n  Library, 2026-27: Head, parent\n  → lem audit start 2026-27\n`);
    expect(exit).toBe(0);
    expect(read(FILE)).toBe(library(after));
  });

  test('takes names with commas between, each once, and keeps line ends', async () => {
    readingSchool({ [FILE]: library('assessors: [A]\n').replaceAll('\n', '\r\n') });
    await lem('audit', 'assign', 'library', '--to', 'Head, parent,', '--to', 'Head');
    expect(read(FILE)).toBe(library('assessors: [Head, parent]\n').replaceAll('\n', '\r\n'));
    const again = await lem('audit', 'assign', 'library', '--to', 'Head, parent');
    expect(again).toMatchObject({ exit: 0 });
    expect(again.text).not.toContain('✓');
  });

  test('gives several elements at once, and names the next that nobody has', async () => {
    const families = 'element: families\nstatus: draft\n';
    readingSchool({ [FILE]: library(), 'audit/2026-27/families.yaml': families });
    expect((await lem('audit', 'assign', 'library', '--to', 'Head')).text).toBe(
      `✓ ${FILE}\n  Library, 2026-27: Head\n  → lem audit assign families --to …\n`,
    );
    expect((await lem('audit', 'assign')).text).toContain('nobody yet\n\n  → lem audit assign families --to …\n');
    expect((await lem('audit', 'assign', 'Families', 'library', '--to', 'parent')).text).toBe(
      `✓ ${FILE}\n✓ audit/2026-27/families.yaml\n` +
        '  Library, 2026-27: parent\n  Families, 2026-27: parent\n  → lem audit answer\n',
    );
    expect(read('audit/2026-27/families.yaml')).toBe(`${families}assessors: [parent]\n`);
  });

  test.each([
    [['libary', '--to', 'A'], 'lem: There is no element libary in reading-award.', '  Did you mean library?'],
    [['library'], 'lem: Nobody was named for library.', '  Say who judges it with --to'],
    [['library', '--to', ' , '], 'lem: Nobody was named for library.', '  Say who judges it with --to'],
    [['library', '--to', '…'], 'lem: Nobody was named for library.', '  Say who judges it with --to'],
    [['', '--to', 'A'], 'lem: No element was named.', '  lem audit assign lists them.'],
    [
      ['library', 'familes', '--to', 'A'],
      'lem: There is no element familes in reading-award.',
      '  Did you mean families?',
    ],
    [['--to', 'A'], 'lem: --to needs an element.', '  Name it first'],
    [
      ['families', '--to', 'A'],
      'lem: There is no audit/2026-27/families.yaml yet.',
      '  Write what is missing with lem audit start',
    ],
    [
      ['library', '--to', 'A', '--year', '2025-26'],
      'lem: There is no audit of 2025-26.',
      '  There is: 2026-27. Begin it',
    ],
  ])('refuses %j', async (words, message, remedy) => {
    readingSchool({ [FILE]: library() });
    const { exit, text } = await lem('audit', 'assign', ...words);
    const [first, second = ''] = text.split('\n');
    expect([exit, first, second.slice(0, remedy.length)]).toEqual([2, message, remedy]);
    expect(read(FILE)).toBe(library());
  });

  test('changes no file that has a fault', async () => {
    readingSchool({ [FILE]: 'element: library\nstatus: [\n' });
    const { exit, text } = await lem('audit', 'assign', 'library', '--to', 'A');
    expect([exit, text.split('\n')[0]]).toEqual([
      2,
      `lem: ${FILE} can’t be changed by lem as it stands, so nothing was written.`,
    ]);
  });

  test('shows who has what without an element, and a file that can’t be read as that', async () => {
    readingSchool({ [FILE]: library('assessors: [Head, parent]\n'), 'audit/2026-27/families.yaml': 'element: [' });
    expect(await lem('audit', 'assign')).toEqual({
      exit: 0,
      text: 'Audit 2026-27  Reading for Everyone Award\n\nLibrary   Head, parent\nFamilies  can’t be read\n\n  → lem audit answer library\n',
    });
  });
});

describe('lem audit complete', () => {
  const FILE = 'audit/2026-27/library.yaml';

  test('marks an element complete with the day, and reopens it; a comment stays', async () => {
    readingSchool({ [FILE]: library('completed: # the day\n') });
    const { exit, text } = await lem('audit', 'complete', 'library', '--on', '2026-10-12');
    expect(text).toBe(`✓ ${FILE}\n  Complete, agreed on 12 October 2026: Library.\n  → lem audit show\n`);
    expect(exit).toBe(0);
    const done = library('completed: 2026-10-12 # the day\n').replace('draft #', 'complete #');
    expect(read(FILE)).toBe(done);
    const again = await lem('audit', 'complete', 'library');
    expect(again.text).toContain('Complete already, and left: Library.');
    expect(read(FILE)).toBe(done);
    await lem('audit', 'complete', 'library', '--reopen');
    expect(parse('', read(FILE)).data).toEqual(parse('', library()).data);
    expect(read(FILE)).toContain('status: draft # for now');
  });

  test('of every element says that the grid comes next', async () => {
    readingSchool({
      [FILE]: library('completed: 2026-10-01\n').replace('draft', 'complete'),
      'audit/2026-27/families.yaml':
        'element: families\nstatus: draft\njudgements: { families.1: { rating: absent } }\n',
    });
    const { exit, text } = await lem('audit', 'complete', '--all');
    expect([exit, text]).toEqual([
      0,
      '✓ audit/2026-27/families.yaml\n  Complete, agreed on 24 November 2026: Families.\n' +
        '  Complete already, and left: Library.\n  → lem grid answer\n',
    ]);
    expect(read(FILE)).toContain('2026-10-01');
  });

  test.each([
    ['a statement is open', 'library.1: { rating: steady }', ['library'], '  library.2 is not judged yet.'],
    [
      'a strand is open',
      'library.1: { strands: { print: steady } }\n  library.2: { rating: steady }',
      ['library'],
      '  library.1 is not judged yet for Spoken Word.',
    ],
    [
      'a word is no rating',
      'library.1: { rating: steady }\n  library.2: { rating: green }',
      ['library'],
      '  library.2 is not judged yet.',
    ],
    [
      'a reason is missing',
      'library.1: { rating: out-of-scope }\n  library.2: { rating: steady }',
      ['library'],
      '  library.1 is not applicable, and does not say why.',
    ],
    ['nothing is judged', 'library.1: {}', ['library'], '  Library: none of its 2 statements is judged.'],
    ['another has no file', FULL, ['--all'], '  Families: there is no audit/2026-27/families.yaml yet.'],
  ])('refuses, and names what is open, where %s', async (_, judgements, words, open) => {
    readingSchool({ [FILE]: library('', judgements) });
    const { exit, text } = await lem('audit', 'complete', ...words);
    const lines = text.split('\n');
    expect([exit, ...lines.slice(0, 2)]).toEqual([
      2,
      'lem: 1 element can’t be complete yet, so nothing was written.',
      open,
    ]);
    expect(lines[2]).toMatch(/lem audit (answer library|start)/);
    expect(read(FILE)).toBe(library('', judgements));
  });

  test.each([
    ['no element is named', [], 'lem: No element was named.'],
    ['an element is not there', ['libary'], 'lem: There is no element libary in reading-award.'],
    ['a file can’t be read', ['families'], 'lem: 1 element can’t be complete yet, so nothing was written.'],
    [
      'a file to reopen is not there',
      ['library', '--year', '2025-26', '--reopen'],
      'lem: 1 element can’t be reopened, so nothing was written.',
    ],
    [
      'a file to reopen can’t be read',
      ['families', '--reopen'],
      'lem: 1 element can’t be reopened, so nothing was written.',
    ],
  ])('refuses where %s', async (_, words, message) => {
    const families = { 'audit/2026-27/families.yaml': 'element: [', 'audit/2025-26/families.yaml': 'element: [' };
    readingSchool({ [FILE]: library(), ...families });
    const { exit, text } = await lem('audit', 'complete', ...words);
    expect([exit, text.split('\n')[0]]).toEqual([2, message]);
    if (words.includes('families')) expect(text).toContain('audit/2026-27/families.yaml can’t be read.');
  });

  test('says where the day is in another school year', async () => {
    readingSchool({ 'audit/2025-26/library.yaml': library() });
    const { exit, text } = await lem('audit', 'complete', 'library');
    expect(exit).toBe(0);
    expect(text).toContain('That day is not in the school year 2025-26');
  });

  test('writes nothing with --dry-run', async () => {
    readingSchool({ [FILE]: library() });
    const { text } = await lem('audit', 'complete', 'library', '--dry-run');
    expect(text).toContain('+status: complete # for now\n+completed: 2026-11-24\n');
    expect(read(FILE)).toBe(library());
  });
});

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv, ['date']);

function validated(schema: string, text: string): unknown {
  const id = `output/${schema}.json`;
  const check = ajv.getSchema(id) ?? ajv.compile(JSON.parse(readFileSync(join(ROOT, 'schemas', id), 'utf8')));
  const value: unknown = JSON.parse(text);
  check(value);
  expect(check.errors ?? []).toEqual([]);
  return value;
}

describe('lem audit show', () => {
  test('as JSON holds against its schema, with what can’t be told as null', async () => {
    readingSchool({
      'audit/2026-27/library.yaml': library('assessors: [Head]\n', 'library.1: { rating: steady, because: Seen. }'),
      'audit/2026-27/families.yaml': 'element: families\nstatus: [\n',
    });
    const value = validated('audit-show', (await lem('audit', 'show', '--json')).text);
    expect(value).toMatchObject({
      format: 1,
      year: '2026-27',
      programme: 'reading-award',
      elements: [
        {
          element: 'library',
          state: 'known',
          judged: 1,
          statements: 2,
          judgements: [{ because: 'Seen.' }, { ratings: { 'spoken-word': null } }],
        },
        { element: 'families', state: 'unreadable', status: null, judged: null, counts: null },
      ],
      people: [{ who: 'Head', elements: ['library'], judged: 1, statements: 2 }],
    });
    const one = validated('audit-show', (await lem('audit', 'show', 'families', '--json')).text);
    expect(one).toMatchObject({ elements: [{ element: 'families' }], people: [] });
  });

  test('names a file that can’t be read, and makes no sum over it', async () => {
    readingSchool({ 'audit/2026-27/library.yaml': library(), 'audit/2026-27/families.yaml': 'element: [' });
    const { text } = await lem('audit', 'show');
    expect(text).toMatch(/^Families +\? +can’t be read$/m);
    expect(text).toMatch(/^All +\? /m);
    expect(text).toMatch(/audit\/2026-27\/families.yaml can’t be read: lem check audit\/2026-27\/families.yaml\s+says/);
    expect((await lem('audit', 'show', 'families')).text).toContain('audit/2026-27/families.yaml can’t be read.');
  });

  test('names what comes next, sets numbers under their letters, and breaks no key', async () => {
    await lem('init', '.', '--name', 'A School', '--ci', 'none', '--yes', '--year', '2026-27');
    const { text } = await lem('audit', 'show');
    const lines = text.split('\n');
    const [head = '', first = '', all = ''] = [/Judged/, /^Leadership/, /^All/].map((start) =>
      lines.find((line) => start.test(line)),
    );
    expect([first.indexOf(' 25 ') + 2, all.indexOf(' 250') + 3]).toEqual([head.indexOf('·'), head.indexOf('·')]);
    expect(text).toContain('G = green,\n– = not applicable, · = not yet judged\n');
    expect(text).toContain('\n  → lem audit assign leadership-and-governance --to …\n  → lem audit answer\n');
    await lem('audit', 'assign', 'leadership-and-governance', '--to', 'Head');
    const path = 'audit/2026-27/leadership-and-governance.yaml';
    put(path, read(path).replaceAll('rating:', 'rating: amber').replace('status: draft', 'status: complete'));
    expect((await lem('audit', 'show', 'leadership-and-governance')).text).not.toContain('→');
  });

  test('leads on to the grid once all is judged', async () => {
    const done = (element: string): string =>
      `element: ${element}\nstatus: complete\nassessors: [Head]\njudgements: { ${element}.1: { rating: absent } }\n`;
    readingSchool({ 'audit/2026-27/library.yaml': done('library'), 'audit/2026-27/families.yaml': done('families') });
    expect((await lem('audit', 'show')).text).toMatch(/Families\n\n {2}→ lem grid answer\n$/);
  });

  test('an earlier year is shown in the words of the edition it was made against', async () => {
    readingSchool({
      'audit/2025-26/pupil-involvement.yaml': 'element: pupil-involvement\nedition: lem-5\nstatus: draft\n',
    });
    const { exit, text } = await lem('audit', 'show', '--year', '2025-26');
    expect(exit).toBe(0);
    expect(text).toContain('Audit 2025-26  Lancashire Equality Mark');
    expect(text).toMatch(/^Pupil Involvement +0 of 5/m);
    put('audit/2025-26/pupil-involvement.yaml', 'element: pupil-involvement\nedition: county-1\nstatus: draft\n');
    const unknown = await lem('audit', 'show', '--year', '2025-26');
    expect([unknown.exit, unknown.text.split('\n')[0]]).toEqual([
      2,
      'lem: The audit of 2025-26 was made against county-1, an edition that is not here.',
    ]);
  });

  test('no line of the sample school is wider than the terminal', async () => {
    cpSync(join(ROOT, 'examples/ribble-bank'), folder, { recursive: true });
    for (const words of [['show'], ['show', 'learning-and-teaching'], ['assign'], ['compare']]) {
      const { exit, text } = await lem('audit', ...words, ...(words[0] === 'compare' ? [] : ['--on', '2026-06-08']));
      expect(exit).toBe(0);
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });
});

describe('lem audit compare', () => {
  const years = (...all: string[]): void => {
    readingSchool(Object.fromEntries(all.map((year) => [`audit/${year}/library.yaml`, library()])));
  };

  test.each([
    [['2024-25', '2025-26', '2026-27'], [], 'Audit 2025-26 → 2026-27'],
    [['2024-25', '2025-26', '2026-27'], ['2024-25'], 'Audit 2024-25 → 2026-27'],
    [['2024-25', '2025-26', '2026-27'], ['2026-27'], 'Audit 2025-26 → 2026-27'],
    [['2024-25', '2025-26', '2026-27'], ['2025/26', '2024/25'], 'Audit 2024-25 → 2025-26'],
    [['2024-25', '2025-26', '2026-27'], ['2025-26', '2025-26'], 'lem: 2025-26 is the same year twice.'],
    [['2024-25', '2025-26'], ['2025'], 'lem: 2025 is not a school year.'],
    [['2024-25', '2025-26'], ['2026-27'], 'lem: There is no audit of 2026-27.'],
    [
      ['2024-25'],
      [],
      'lem: There is only the audit of 2024-25, and nothing to compare it with.\n  lem audit start 2025-26 begins the next.',
    ],
    [['2024-25'], ['2024-25'], 'lem: There is only the audit of 2024-25, and nothing to compare it with.'],
    [[], [], 'lem: There is no audit yet.'],
    [['2024-25', '2025-26'], ['--json', '--markdown'], 'lem: --json and --markdown can’t both be had.'],
  ])('of %j with %j: %s', async (there, words, head) => {
    years(...there);
    const { exit, text } = await lem('audit', 'compare', ...words);
    expect(text.startsWith(head)).toBe(true);
    expect(exit).toBe(head.startsWith('lem:') ? 2 : 0);
  });

  test('of editions with other ratings is refused', async () => {
    years('2026-27');
    put('audit/2025-26/pupil-involvement.yaml', 'element: pupil-involvement\nedition: lem-5\nstatus: draft\n');
    const { exit, text } = await lem('audit', 'compare');
    expect([exit, text.split('\n')[0]]).toEqual([
      2,
      'lem: lem-5 and reading-award have other ratings, so their audits can’t be compared.',
    ]);
  });

  test('as JSON holds against its schema', async () => {
    cpSync(join(ROOT, 'examples/ribble-bank'), folder, { recursive: true });
    put('audit/2025-26/pupil-involvement.yaml', 'element: [');
    const { text } = await lem('audit', 'compare', '--json');
    expect(validated('audit-compare', text)).toMatchObject({
      before: { year: '2024-25', edition: 'lem-5' },
      after: { year: '2025-26', edition: 'lem-5' },
      overall: { move: 'not-comparable', after: { rating: null }, counts: { 'not-comparable': 5 } },
      remarks: [{ kind: 'file', id: 'audit/2025-26/pupil-involvement.yaml' }],
    });
    expect((await lem('audit', 'compare', '--json')).text).toBe(text);
  });

  test('as Markdown begins with what moved, in words', async () => {
    readingSchool({
      'audit/2025-26/library.yaml': library(),
      'audit/2026-27/library.yaml': library('', 'library.1: { rating: strong }\n  library.2: { rating: out-of-scope }'),
      'audit/2026-27/families.yaml': 'element: [',
    });
    const { text } = await lem('audit', 'compare', '--markdown');
    expect(text).toBe(
      [
        '# What moved in the equality audit, 2025-26 to 2026-27',
        '',
        'A \\| \\<b\\>School\\</b\\>, Reading for Everyone Award',
        '',
        'Of 4 cells, one for each element and strand: 2 moved up, 0 moved down, 0 stayed the same, 2 can’t be compared. 2 statements moved.',
        '',
        'The ratings are what each year’s audit suggests. The summary grid may differ from them, and then says why.',
        '',
        '## By strand',
        '',
        '| Strand | 2025-26 | 2026-27 | Moved up | Moved down | The same | Can’t be compared |',
        '|---|---|---|---|---|---|---|',
        '| Print | can’t be told | can’t be told | 1 | 0 | 0 | 1 |',
        '| Spoken Word | can’t be told | can’t be told | 1 | 0 | 0 | 1 |',
        '| All | can’t be told | can’t be told | 2 | 0 | 0 | 2 |',
        '',
        '## By element',
        '',
        '| Element | 2025-26 | 2026-27 | Moved up | Moved down | The same | Can’t be compared |',
        '|---|---|---|---|---|---|---|',
        '| Library | Steady | Strong | 2 | 0 | 0 | 0 |',
        '| Families | can’t be told | can’t be told | 0 | 0 | 0 | 2 |',
        '| All | can’t be told | can’t be told | 2 | 0 | 0 | 2 |',
        '',
        '## By element and strand',
        '',
        '| Element | Print | Spoken Word |',
        '|---|---|---|',
        '| Library | Steady → Strong ↑ | Steady → Strong ↑ |',
        '| Families | can’t be compared | can’t be compared |',
        '',
        '## Statements that moved',
        '',
        '### Library',
        '',
        '**1. Every class visits the library each week.**',
        '',
        '- Steady → Strong ↑ for Print, Spoken Word',
        '- 2025-26: no reason given',
        '- 2026-27: no reason given',
        '',
        '**2. Books are read aloud every day.**',
        '',
        '- Strong → Out of scope for Spoken Word',
        '- 2025-26: no reason given',
        '- 2026-27: no reason given',
        '',
        '## Not compared, or with care',
        '',
        '- Element whose file can’t be read: Families (audit/2026-27/families.yaml).',
        '',
      ].join('\n'),
    );
  });

  test('as Markdown is one paper, whatever the texts in it', async () => {
    const nasty = 'a | <img src=x> *b* [c](http://d) `e` ~~f~~ # & \u202e.';
    readingSchool({
      'audit/2025-26/library.yaml': library('', `library.1: { rating: steady, because: ${JSON.stringify(nasty)} }`),
      'audit/2026-27/library.yaml': library('', 'library.1: { rating: absent, because: "1. One\\n\\n# Two" }'),
    });
    const { exit, text } = await lem('audit', 'compare', '--markdown');
    expect(exit).toBe(0);
    expect(text).not.toMatch(/\u202e/);
    const tokens = new MarkdownIt({ html: true }).enable(['table', 'strikethrough']).parse(text, {});
    const types = tokens.flatMap((token) => [token, ...(token.children ?? [])]).map(({ type }) => type);
    expect(types.filter((type) => /html|code|image|ordered|^(link|em|s)_open/.test(type))).toEqual([]);
    const words = tokens.flatMap(({ children }) => (children ?? []).map(({ content }) => content)).join('\n');
    expect(words).toContain('A | <b>School</b>, Reading for Everyone Award');
    expect(words).toContain('2025-26: a | <img src=x> *b* [c](http://d) `e` ~~f~~ # &');
    expect(words).toContain('2026-27: 1. One # Two');
    expect(tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag)).toEqual([
      'h1',
      'h2',
      'h2',
      'h2',
      'h2',
      'h3',
    ]);
    expect(text).toContain('| Library | not yet judged | not yet judged |');
  });
});
