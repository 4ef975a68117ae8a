import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { lookAt } from '../src/commands/county/look-at.ts';
import { assembleWith } from '../src/commands/load.ts';
import { LEVELS, type Level } from '../src/model/diagnostic.ts';
import type { Listing } from '../src/model/listing.ts';
import { RULES, SUBMISSION_RULES } from '../src/rules/index.ts';
import { diagnose } from '../src/rules/run.ts';
import { bundles } from '../src/shell/bundle.ts';
import { files } from '../src/shell/files.ts';
import { MANIFEST, sealOf } from '../src/workspace/bundle-paths.ts';
import { READING_LIST } from '../src/workspace/layout.ts';
import { submittedFiles, submittedListing } from '../src/workspace/submitted.ts';
import { countyWorld, ON, schoolsIn } from './support/county.ts';
import { lemIn, worldIn } from './support/in-process.ts';
import { schemaErrors } from './support/output-schema.ts';

const SAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));

let work = '';
/** The submission of two strands of the sample school, made once. */
let sent: Uint8Array = new Uint8Array();
let folder = '';

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'lem écoles '));
  cpSync(SAMPLE, join(work, 'school'), { recursive: true });
  sent = await submitted(join(work, 'school'), 'race', 'gender');
}, 60_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(work, 'county '));
});

/** What lem submit makes of a school. */
async function submitted(school: string, ...strands: readonly string[]): Promise<Uint8Array> {
  const out = join(work, 'sent.zip');
  const words = ['submit', ...strands, '--html-only', '--out', out];
  const { exit, text } = await lemIn(worldIn(school, { today: ON }), words);
  if (exit !== 0) throw new Error(text);
  return readFileSync(out);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** The sample school with another URN. */
function put(path: string, urn: string): void {
  cpSync(SAMPLE, join(folder, path), { recursive: true });
  const settings = readFileSync(join(folder, path, 'lem.yaml'), 'utf8');
  write(`${path}/lem.yaml`, settings.replace('119999', urn));
}

/** The archive made anew with some files changed and the manifest corrected, as a forger would. */
function forged(change: (files: Map<string, Uint8Array>, manifest: { [key: string]: unknown }) => void): Uint8Array {
  const all = new Map<string, Uint8Array>(Object.entries(unzipSync(sent)));
  const manifest = JSON.parse(Buffer.from(all.get(MANIFEST) ?? []).toString());
  all.delete(MANIFEST);
  change(all, manifest);
  const said = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  manifest.files = said.map(([path, bytes]) => ({ path, size: bytes.length, sha256: files.fingerprint(bytes) }));
  const bytes = Buffer.from(JSON.stringify(manifest));
  all.set(MANIFEST, bytes);
  return bundles.pack(all, sealOf(files.fingerprint(bytes)));
}

const county = (...words: readonly string[]) => lemIn(countyWorld(folder), ['county', ...words]);

describe('which archives', () => {
  test('one that is named, in a list, or below a folder; one in a school’s own workspace is no second school', async () => {
    put('towns/east', '100001');
    write('towns/east/build/submission.zip', sent);
    write('towns/west/SENT.ZIP', sent);
    write('towns/.hidden.zip', sent);
    write('towns/notes.txt', 'x');
    const seen = async (...words: readonly string[]) =>
      schoolsIn((await county(...words, '--json')).text).map(({ path, seenIn }) => [path, seenIn]);
    const both = [
      ['towns/east', 'workspace'],
      ['towns/west/SENT.ZIP', 'submission'],
    ];
    expect(await seen('towns')).toEqual(both);
    expect(await seen('towns/east', './towns/west/SENT.ZIP', 'towns')).toEqual(both);
    expect(await seen('towns/east/build')).toEqual([['towns/east/build/submission.zip', 'submission']]);
    write('lists/all.txt', '../towns/east\n../towns/west/SENT.ZIP\n');
    expect(await seen('--list', 'lists/all.txt')).toEqual(both.map(([path, ...rest]) => [`lists/../${path}`, ...rest]));
  });

  test('a workspace beside its own submission is two schools with one URN', async () => {
    cpSync(SAMPLE, join(folder, 'school'), { recursive: true });
    write('inbox/a.zip', sent);
    write('inbox/b.zip', sent);
    const { exit, text } = await county('.', '--html', 'county.html');
    expect(text).toBe(
      'lem: Two schools have the URN 119999: school and inbox/a.zip.\n' +
        '     Two schools have the URN 119999: school and inbox/b.zip.\n' +
        '  Leave one of them out: a school counts once, by its workspace or by one submission. Nothing was written.\n',
    );
    expect([exit, existsSync(join(folder, 'county.html'))]).toEqual([2, false]);
  });
});

describe('what is told of one', () => {
  test('its ratings, awards and visits as of the workspace; what is claimed; and of nothing else whether it could be', async () => {
    cpSync(SAMPLE, join(folder, 'school'), { recursive: true });
    write('sent.zip', sent);
    const [whole] = schoolsIn((await county('school', '--json')).text);
    const { exit, text } = await county('sent.zip', '--json');
    expect(exit).toBe(0);
    const [school] = schoolsIn(text);
    expect(schemaErrors('county-school', school)).toEqual([]);
    expect(school).toMatchObject({
      seenIn: 'submission',
      submission: { on: ON, strands: ['race', 'gender'] },
      findings: { error: 0 },
      unreadable: { count: 0 },
    });
    for (const key of ['school', 'urn', 'phase', 'programme', 'year', 'grid', 'mark', 'visits', 'scale'] as const)
      expect({ [key]: school?.[key] }).toEqual({ [key]: whole?.[key] });
    expect(school?.badges.map(({ strand, state, eligible, awarded }) => [strand, state, eligible, awarded])).toEqual([
      ['race', 'ready', true, null],
      ['gender', 'ready', true, null],
      ['disability', 'held', null, '2025-07-03'],
      ['sexual-orientation', 'working-towards', null, null],
      ['religion-and-belief', 'working-towards', null, null],
    ]);
    const table = (await county('sent.zip')).text;
    expect(table).toContain('1 school as on 8 June 2026, 1 seen in a submission\n');
    expect(table).toMatch(
      /Seen in a submission: 1\n {2}119999 {2}Ribble Bank Primary School, sent\.zip\n {10}Submission of 8 June 2026: Race, Gender\n {2}Of the other strands /,
    );
    expect((await county('sent.zip', '--csv')).text).toContain(',submission,2026-06-08,race gender,ready,ready,held,');
  });

  test('a badge that a submission does not claim is not ready, though all that was sent would have it so', async () => {
    const small = readFileSync(join(SAMPLE, '../../templates/programmes/lem-5.yaml'), 'utf8')
      .replace('id: lem-5', 'id: small')
      .replace(/^requirements:\n(?: {2}- .*\n)+/m, 'requirements:\n  - { kind: reference-group }\n');
    const school = join(folder, 'small');
    cpSync(SAMPLE, school, { recursive: true });
    writeFileSync(join(school, 'programme.yaml'), small);
    const settings = readFileSync(join(school, 'lem.yaml'), 'utf8').replace('programme: lem-5', 'programme: small');
    writeFileSync(join(school, 'lem.yaml'), settings);
    const states = async (path: string) =>
      schoolsIn((await county(path, '--json')).text)[0]?.badges.map(({ state, eligible }) => [state, eligible]);
    expect((await states('small'))?.[4]).toEqual(['ready', true]);
    write('small.zip', await submitted(school, 'race'));
    expect(await states('small.zip')).toEqual([
      ['ready', true],
      ['working-towards', null],
      ['held', null],
      ['working-towards', null],
      ['working-towards', null],
    ]);
  });

  const strands = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'];
  const subsets = Array.from({ length: 2 ** strands.length - 1 }, (_, index) =>
    strands.filter((_strand, bit) => (index + 1) & (1 << bit)),
  );
  test.each(LEVELS)('at level %s nothing is found that is not found in the whole workspace', (level: Level) => {
    const world = countyWorld(folder);
    const found = (listing: Listing, rules = SUBMISSION_RULES): readonly string[] =>
      diagnose(assembleWith(world, listing), { level, on: ON, rules }).map(
        ({ rule, file, line, column, severity }) => `${file}:${line}:${column} ${severity} ${rule}`,
      );
    const listing = files.list(SAMPLE, READING_LIST);
    const whole = new Set(found(listing, RULES));
    const assembly = assembleWith(world, listing);
    if (assembly.state !== 'ready') throw new Error('the sample can’t be used');
    for (const claimed of subsets) {
      const { texts, assets, withheld } = submittedFiles(assembly.workspace, claimed, ON);
      const of = <T>(all: ReadonlyMap<string, T>, paths: readonly string[]) =>
        new Map([...all].filter(([path]) => paths.includes(path)));
      const part = submittedListing(of(listing.entries, texts), of(listing.assets, assets), new Map(), withheld);
      expect(found(part).filter((each) => !whole.has(each))).toEqual([]);
    }
  });
});

describe('an archive that can’t be told of', () => {
  const unsound: readonly (readonly [what: string, make: () => Uint8Array, said: RegExp])[] = [
    ['altered', () => altered('awards.yaml'), /^It is not as it was sent: workspace\/awards\.yaml has been alt/],
    ['cut off', () => sent.subarray(0, 3000), /^It is not a submission of lem’s\. lem submit makes one\.$/],
    ['empty', () => new Uint8Array(), /^It is not a submission of lem’s\./],
    [
      'of something else',
      () => zipSync({ 'a.txt': [Buffer.from('a'), { level: 0 }] }),
      /^It is not a submission of lem/,
    ],
    ['a bomb', () => zipSync({ [MANIFEST]: new Uint8Array(20_000_000) }), /^It is not a submission of lem’s\./],
    ['newer', () => ofFormat(2), /^It is of format 2, which is newer than this lem\. Update lem\.$/],
    [
      'forged, its claims not those of its files',
      () => forged((_, manifest) => Object.assign((manifest.strands as object[])[0] ?? {}, { requirements: [] })),
      /^What it claims does not follow from its files: Race: .* And 8 more: lem verify has them all\.$/,
    ],
    ['without its settings', () => forged((all) => all.delete('workspace/lem.yaml')), /^lem\.yaml can’t be used\.$/],
  ];
  test.each(unsound)(
    '%s: it is a broken school, which is named and keeps no other from being told of',
    async (_, make, said) => {
      write('sent.zip', make());
      put('school', '100001');
      const { exit, text } = await county('.', '--json');
      expect(exit).toBe(1);
      const [sound, broken] = schoolsIn(text);
      expect([sound?.path, sound?.broken]).toEqual(['school', null]);
      expect(broken).toMatchObject({ path: 'sent.zip', seenIn: 'submission', grid: null, badges: [] });
      expect(broken?.broken).toMatch(said);
      for (const school of [sound, broken]) expect(schemaErrors('county-school', school)).toEqual([]);
      expect((await county('.')).text).toMatch(/Broken, and left out of the figures: 1\n {2}– {7}sent\.zip\n/);
      const moves = JSON.parse(
        (await lemIn(countyWorld(folder), ['county', 'programme', 'lem-6', '.', '--json'])).text,
      );
      expect(moves.schools.map(({ path, cannot }: { [key: string]: unknown }) => [path, cannot === null])).toEqual([
        ['school', true],
        ['sent.zip', false],
      ]);
    },
  );

  test('larger than lem reads, or a link', async () => {
    write('sent.zip', sent);
    symlinkSync(join(folder, 'sent.zip'), join(folder, 'link.zip'));
    const { files: own } = countyWorld(folder);
    const world = countyWorld(folder, {
      readGiven: (path, most) =>
        path.endsWith('sent.zip') && most > 0 ? { state: 'too-large', size: 1e10 } : own.readGiven(path, most),
    });
    const { exit, text } = await lemIn(world, ['county', 'link.zip', 'sent.zip', '--json']);
    expect(exit).toBe(1);
    expect(schoolsIn(text).map(({ broken }) => broken)).toEqual([
      'link.zip is not a file that can be read. Name the archive itself.',
      'sent.zip is larger than lem reads. 600 MB is the most.',
    ]);
  });

  /** The archive with a byte of a file changed. */
  function altered(path: string): Uint8Array {
    const bytes = Buffer.from(sent);
    const at = bytes.indexOf(readFileSync(join(SAMPLE, path)));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  }

  function ofFormat(format: number): Uint8Array {
    return bundles.pack(new Map([[MANIFEST, Buffer.from(JSON.stringify({ format, kind: 'submission' }))]]), '');
  }
});

test('what was seen of one is remembered by its very bytes', async () => {
  write('sent.zip', sent);
  const kept = new Map<string, string>();
  let opened = 0;
  const own = countyWorld(folder);
  const world = {
    ...own,
    bundles: async () => {
      opened++;
      return bundles;
    },
    remembered: async () => ({
      keyOf: (parts: Iterable<string>) => files.fingerprint(Buffer.from(JSON.stringify([...parts]))),
      recall: (name: string, key: string) => kept.get(`${name} ${key}`) ?? null,
      keep: (name: string, key: string, text: string) => void kept.set(`${name} ${key}`, text),
    }),
  };
  const look = (level: Level = 'draft') =>
    lookAt(world, { root: join(folder, 'sent.zip'), path: 'sent.zip', seenIn: 'submission', level, on: ON });
  const first = await look();
  expect([first.visits.length, opened]).toEqual([1, 1]);
  expect([await look(), opened]).toEqual([first, 1]);
  write(
    'sent.zip',
    forged((all) => all.delete('workspace/calendar.yaml')),
  );
  expect([(await look()).visits.length, opened]).toEqual([0, 2]);
  await look('submission');
  await look('submission');
  expect(opened).toBe(4);
});

test('parts of a county with submissions, put together, are one run, byte for byte', async () => {
  for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) put(`schools/${name}`, `10000${9 - index}`);
  for (const name of ['b', 'd']) {
    write(`schools/${name}.zip`, await submitted(join(folder, 'schools', name), 'race'));
    rmSync(join(folder, 'schools', name), { recursive: true });
  }
  write('schools/e.zip', 'PK');
  const parts: string[] = [];
  for (const part of ['1/3', '2/3', '3/3']) {
    const { exit, text } = await county('schools', '--shard', part);
    expect(exit).toBe(0);
    parts.push(`part-${part.charAt(0)}.jsonl`);
    write(parts.at(-1) ?? '', text);
  }
  for (const form of [[], ['--json'], ['--csv'], ['--html', 'one.html']]) {
    const one = await county('schools', ...form);
    const page = form.includes('--html') ? readFileSync(join(folder, 'one.html'), 'utf8') : '';
    expect(await county('merge', ...parts.toReversed(), ...form)).toEqual(one);
    if (page !== '') expect(readFileSync(join(folder, 'one.html'), 'utf8')).toBe(page);
    expect(one.exit).toBe(1);
  }
  const page = readFileSync(join(folder, 'one.html'), 'utf8');
  expect(page).toContain('<span class="submission" dir="auto">Submission of 8 June 2026: Race</span>');
  expect(page).toContain('<option value="submission">');
});

test('lem county programme: of what a submission does not claim, it says that it can’t be told', async () => {
  write('sent.zip', sent);
  const programme = (...words: readonly string[]) =>
    lemIn(countyWorld(folder), ['county', 'programme', 'lem-6', '.', ...words]);
  const { exit, text } = await programme('--json');
  expect(exit).toBe(0);
  const told = JSON.parse(text);
  expect(schemaErrors('county-programme', told)).toEqual([]);
  const [school] = told.schools;
  expect([school.cannot, school.submission]).toEqual([null, { on: ON, strands: ['race', 'gender'] }]);
  expect(
    school.badges.map(({ strand, is, eligibility }: { [key: string]: unknown }) => [strand, is, eligibility]),
  ).toEqual([
    ['race', 'ready', 'same'],
    ['sex', 'ready', 'same'],
    ['disability', 'held', 'untold'],
    ['socio-economic', expect.anything(), 'new'],
    ['sexual-orientation-and-gender-reassignment', 'working-towards', 'untold'],
    ['religion-and-belief', 'working-towards', 'untold'],
  ]);
  expect((await programme()).text).toContain('1 school is seen in a submission: of a strand that it does not claim');
  expect(readFileSync(join(folder, 'sent.zip'))).toEqual(Buffer.from(sent));
  copyFileSync(join(folder, 'sent.zip'), join(folder, 'again.zip'));
  expect(JSON.parse((await programme('--json')).text).schools).toHaveLength(2);
});
