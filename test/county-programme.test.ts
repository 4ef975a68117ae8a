import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countyWorld } from './support/county.ts';
import { lemIn } from './support/in-process.ts';
import { schemaErrors } from './support/output-schema.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const STRANDS = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem écoles '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The sample school with badges awarded on a day. */
function put(path: string, urn: string, awarded: readonly string[], edition = 'lem-5'): void {
  cpSync(join(ROOT, 'examples/ribble-bank'), join(folder, path), { recursive: true });
  write(`${path}/lem.yaml`, `format: 1\nprogramme: ${edition}\nschool: { name: ${path}, urn: "${urn}" }\n`);
  const decisions = awarded.map((strand) => `${strand}: awarded`).join(', ');
  write(
    `${path}/awards.yaml`,
    awarded.length === 0
      ? 'visits: []\n'
      : `visits:\n  - { date: 2025-07-03, kind: accreditation, decisions: { ${decisions} } }\n`,
  );
}

const programme = (...words: readonly string[]) => lemIn(countyWorld(folder), ['county', 'programme', ...words]);

/** Every file below the folder with its text and when it was written. */
function everything(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path} ${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`)
    .sort();
}

/** An edition of the county's own: the default one with another id, and a change. */
function edition(id: string, change: (text: string) => string = (text) => text): void {
  const text = readFileSync(join(ROOT, 'templates/programmes/lem-5.yaml'), 'utf8').replace('id: lem-5', `id: ${id}`);
  write('new.yaml', change(text));
}

const line = (strand: string, to: string | null): string =>
  `  - { from: ${strand}${to === null ? '' : `, to: ${to}`} }\n`;
const mapping = (to: string, lines: readonly string[]): void =>
  write('mapping.yaml', `format: 1\nfrom: lem-5\nto: ${to}\nstrands:\n${lines.join('')}`);

test('the sixth badge takes the Mark from whom has five; nothing is written', async () => {
  put('whole', '100002', STRANDS);
  put('begun', '100001', ['race']);
  const before = everything();
  const { exit, text } = await programme('lem-6', '.', '--dry-run', '--json');
  expect(exit).toBe(1);
  const told = JSON.parse(text);
  expect(schemaErrors('county-programme', told)).toEqual([]);
  expect(told.totals).toMatchObject({
    schools: 2,
    cannot: 0,
    gained: { badge: 0, mark: 0 },
    lost: { badge: 0, mark: 1 },
  });
  const [begun, whole] = told.schools;
  expect([begun.path, begun.mark]).toEqual([
    'begun',
    { was: 'working-towards', is: 'working-towards', change: 'same' },
  ]);
  expect([whole.path, whole.mark]).toEqual(['whole', { was: 'achieved', is: 'working-towards', change: 'lost' }]);
  expect(whole.badges.map(({ from, strand, badge }: { [key: string]: unknown }) => [from, strand, badge])).toEqual([
    [['race'], 'race', 'same'],
    [['gender'], 'sex', 'same'],
    [['disability'], 'disability', 'same'],
    [[], 'socio-economic', 'new'],
    [['sexual-orientation'], 'sexual-orientation-and-gender-reassignment', 'same'],
    [['religion-and-belief'], 'religion-and-belief', 'same'],
  ]);
  const table = await programme('lem-6', '.');
  expect(table.exit).toBe(1);
  expect(table.text).toContain('New, with nothing carried on to: Socio-economic.');
  expect(table.text).toMatch(/100002 {2}whole\n {8}− the Mark: achieved → working towards\n/);
  expect(table.text).not.toMatch(/100001 {2}begun\n/);
  for (const row of table.text.split('\n')) expect(row.length).toBeLessThanOrEqual(80);
  expect(everything()).toEqual(before);
});

test('a strand that ends takes its badge, one that is asked less of gives the right to claim', async () => {
  put('holds', '100001', ['disability']);
  put('works', '100002', []);
  edition('county-7', (text) =>
    text
      .replace(/ {2}- id: disability\n(?: {4}.*\n)+/, '')
      .replace(/^requirements:\n(?: {2}- .*\n)+/m, 'requirements:\n  - { kind: reference-group }\n'),
  );
  mapping(
    'county-7',
    STRANDS.map((strand) => line(strand, strand === 'disability' ? null : strand)),
  );
  const { exit, text } = await programme('new.yaml', '.', '--mapping', 'mapping.yaml', '--json');
  const told = JSON.parse(text);
  expect(schemaErrors('county-programme', told)).toEqual([]);
  expect(told.schools.map(({ cannot }: { cannot: unknown }) => cannot)).toEqual([null, null]);
  expect(exit).toBe(1);
  expect(told.totals.lost.badge).toBe(1);
  expect(told.totals.gained.eligibility).toBe(2);
  const table = (await programme('new.yaml', '.', '--mapping', 'mapping.yaml')).text;
  expect(table).toContain('Ending: Disability.');
  expect(table).toMatch(/100001 {2}holds\n(?: {8}\+ .*\n)+ {8}− the badge for Disability, which ends\n/);
  expect(table).toContain('+ may claim the badge for Sexual Orientation');
});

test('an edition in which nothing changes for anyone ends well', async () => {
  put('school', '100001', ['race']);
  edition('county-7');
  mapping(
    'county-7',
    STRANDS.map((strand) => line(strand, strand)),
  );
  const { exit, text } = await programme('new.yaml', 'school', '--mapping', 'mapping.yaml');
  expect(text).toContain('For no school does a badge, a claim or the Mark change.');
  expect(exit).toBe(0);
});

test('every strand that a mapping has no line for is named', async () => {
  put('school', '100001', []);
  edition('county-7');
  mapping('county-7', [line('race', 'race'), line('gender', 'gender'), line('disability', 'disability')]);
  const { exit, text } = await programme('new.yaml', '.', '--mapping', 'mapping.yaml');
  expect(exit).toBe(2);
  for (const strand of ['sexual-orientation', 'religion-and-belief'])
    expect(text).toMatch(new RegExp(`mapping\\.yaml:4:1 The strand ${strand} of lem-5 has no line\\.`));
  expect(text).not.toContain('The strand race');
});

test('schools that can’t move are told of by the reason, and keep no other from being looked at', async () => {
  put('a', '100001', [], 'lem-6');
  put('b', '100002', [], 'lem-6');
  put('c', '100003', ['race']);
  put('d', '100004', [], 'lem-9');
  edition('county-7');
  mapping(
    'county-7',
    STRANDS.map((strand) => line(strand, strand)),
  );
  const { exit, text } = await programme('new.yaml', '.', '--mapping', 'mapping.yaml');
  expect(exit).toBe(1);
  expect(text).toContain('  ! a and 1 more: No mapping leads from lem-6 to county-7.');
  expect(text).toContain('  ! d: There is no programme lem-9.');
});

const unfit: readonly (readonly [what: string, words: readonly string[], said: RegExp])[] = [
  ['no such edition', ['lem-7', '.'], /^lem: There is no edition lem-7\.\n/],
  ['no such file', ['gone.yaml', '.'], /^lem: There is no file gone\.yaml\.\n/],
  ['a file that is no edition', ['school/lem.yaml', '.'], /^lem: school\/lem\.yaml:\d+:\d+ /],
  ['no such mapping', ['lem-6', '.', '--mapping', 'gone.yaml'], /^lem: There is no file gone\.yaml\.\n/],
  ['no such school', ['lem-6', 'nowhere'], /^lem: There is no folder or archive nowhere\.\n/],
  ['no edition', [], /^lem: missing required argument 'edition'\n/],
];
test.each(unfit)('%s is refused in a line', async (_, words, said) => {
  put('school', '100001', []);
  const { exit, text } = await programme(...words);
  expect(text).toMatch(said);
  expect(exit).toBe(2);
});
