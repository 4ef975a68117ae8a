import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Exit } from '../src/model/outcome.ts';
import { write } from '../src/shell/write.ts';
import { lemIn, worldIn } from './support/in-process.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ON = '2026-06-08';
const COUNTY = readFileSync(join(ROOT, 'templates/programmes/lem-6.yaml'), 'utf8')
  .replace('id: lem-6', 'id: lancs-2027')
  .replace('id: socio-economic', 'id: poverty');
const TO_COUNTY = `format: 1
from: lem-5
to: lancs-2027
strands:
  - { from: race, to: race }
  - { from: gender, to: sex }
  - { from: disability, to: disability }
  - { to: poverty }
  - { from: sexual-orientation, to: sexual-orientation-and-gender-reassignment }
  - { from: religion-and-belief, to: religion-and-belief }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem migrate é '));
  cpSync(join(ROOT, 'examples/ribble-bank'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lem(...words: readonly string[]): Promise<{ readonly exit: Exit; readonly text: string }> {
  const memory = { keyOf: () => '', recall: () => null, keep: () => undefined };
  return lemIn({ ...worldIn(folder, { today: ON }), remembered: async () => memory }, words);
}
async function json(...words: readonly string[]): Promise<unknown> {
  return JSON.parse((await lem(...words, '--json')).text);
}
function text(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
function put(path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}
function change(path: string, from: string | RegExp, to: string): void {
  const after = text(path).replace(from, to);
  if (after === text(path)) throw new Error(`${path} has no ${from}`);
  put(path, after);
}
/** Every file of the workspace with its text. */
function all(): { readonly [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

interface GridJson {
  readonly cells: readonly {
    readonly element: string;
    readonly strand: string;
    readonly rating: string | null;
    readonly suggested: string | null;
  }[];
}
const RENAMED: { readonly [strand: string]: string } = {
  gender: 'sex',
  'sexual-orientation': 'sexual-orientation-and-gender-reassignment',
};
const renamed = (strand: string): string => RENAMED[strand] ?? strand;

describe('the sample school on the way from five badges to six', () => {
  test('keeps every rating of every year, and what its audits suggest; what is new has none', async () => {
    const years = ['2024-25', '2025-26'];
    const before = await Promise.all(years.map((year) => json('grid', 'show', '--year', year) as Promise<GridJson>));
    expect((await lem('migrate', 'programme', 'lem-6')).exit).toBe(0);
    const after = await Promise.all(years.map((year) => json('grid', 'show', '--year', year) as Promise<GridJson>));
    for (const [index, { cells }] of before.entries()) {
      const now = new Map(after[index]?.cells.map((cell) => [`${cell.element} ${cell.strand}`, cell]));
      for (const { element, strand, rating, suggested } of cells)
        expect(now.get(`${element} ${renamed(strand)}`)).toMatchObject({ rating, suggested });
      expect(after[index]?.cells.filter(({ rating }) => rating === null).map(({ strand }) => strand)).toEqual(
        Array(10).fill('socio-economic'),
      );
    }
  });

  test('leaves audits as they were, and notes the edition in grids and awards', async () => {
    const before = all();
    await lem('migrate', 'programme', 'lem-6');
    const after = all();
    for (const path of Object.keys(before).filter((each) => /^(audit|README)/.test(each)))
      expect(after[path]).toBe(before[path]);
    for (const path of ['grid/2024-25.yaml', 'grid/2025-26.yaml'])
      expect(after[path]).toBe(before[path]?.replace(/^(year: .*\n)/m, '$1edition: lem-5\n'));
    expect(after['awards.yaml']).toBe(
      before['awards.yaml']?.replace('    assessor:', '    edition: lem-5\n    assessor:'),
    );
    expect(after['lem.yaml']).toBe(before['lem.yaml']?.replace('lem-5', 'lem-6'));
  });

  test('checks as clean as before, at every level', async () => {
    const levels = ['draft', 'ready', 'submission'];
    const check = (): Promise<readonly string[]> =>
      Promise.all(levels.map(async (level) => (await lem('check', '--level', level, '--format', 'compact')).text));
    const before = await check();
    await lem('migrate', 'programme', 'lem-6');
    expect((await check())[0]).toBe(before[0]);
    const errors = (texts: readonly string[]): number => texts.join('').match(/ error /g)?.length ?? 0;
    expect(errors(await check())).toBe(errors(before));
  });

  test('holds the badges it held, and an award of gender counts for sex', async () => {
    change('awards.yaml', 'disability: awarded', 'disability: awarded, gender: awarded, sexual-orientation: not-yet');
    await lem('migrate', 'programme', 'lem-6');
    expect(text('awards.yaml')).toContain('disability: awarded, gender: awarded, sexual-orientation: not-yet');
    const { badges, mark } = (await json('badges')) as {
      readonly badges: readonly { readonly strand: string; readonly state: string; readonly awarded: string | null }[];
      readonly mark: { readonly held: readonly string[] };
    };
    const held = badges.filter(({ state }) => state === 'held').map(({ strand, awarded }) => [strand, awarded]);
    expect(held).toEqual([
      ['sex', '2025-07-03'],
      ['disability', '2025-07-03'],
    ]);
    expect(mark.held).toEqual(['sex', 'disability']);
    expect(badges.find(({ strand }) => strand === 'sex')).toMatchObject({
      awardedAs: { edition: 'lem-5', strands: ['gender'] },
    });
    expect((await lem('badges', 'sex')).text).toContain('awarded 3 July 2025 as Gender Equality Badge (lem-5)');
    // What was decided on stays under the name it was sent under.
    expect(existsSync(join(folder, 'accreditation/2025-26/sex.yaml'))).toBe(true);
  });

  test('keeps a summary that was decided on, and moves one that was not', async () => {
    change('awards.yaml', /$/, '  - { date: 2026-06-05, kind: accreditation, decisions: { gender: awarded } }\n');
    const before = text('accreditation/2025-26/gender.yaml');
    await lem('migrate', 'programme', 'lem-6');
    expect(text('accreditation/2025-26/gender.yaml')).toBe(
      before.replace('strand: gender\n', 'strand: gender\nedition: lem-5\n'),
    );
    expect(existsSync(join(folder, 'accreditation/2025-26/sex.yaml'))).toBe(false);
    expect((await lem('check')).exit).toBe(0);
    expect(
      ((await json('badges', 'sex')) as { badges: { requirements: { id: string; met: boolean }[] }[] }).badges[0]
        ?.requirements,
    ).toContainEqual(expect.objectContaining({ id: 'summary-complete', met: true }));
  });

  test('keeps why a visit decided, and what it recommended, and reads both in its own words', async () => {
    const visit = [
      '  - date: 2026-06-05',
      '    kind: accreditation',
      '    decisions: { gender: not-yet }',
      '    because: { gender: The survey is old. }',
      '    notes: A warm welcome.',
      '    recommendations: [{ text: Ask again., strand: gender }]',
      `    submissions: [${'a'.repeat(64)}]`,
      '',
    ].join('\n');
    change('awards.yaml', /$/, visit);
    expect((await lem('migrate', 'programme', 'lem-6')).exit).toBe(0);
    expect(text('awards.yaml')).toContain(visit.replace('    decisions', '    edition: lem-5\n    decisions'));
    expect((await lem('badges', 'sex', '--why')).text).toContain(
      'Decided on 5 June 2026: not yet\n  The survey is old.\n  awards.yaml:18:5\n',
    );
    expect(await json('badges', 'sex', '--why')).toMatchObject({
      badges: [
        { decision: { date: '2026-06-05', decision: 'not-yet', because: 'The survey is old.', file: 'awards.yaml' } },
      ],
    });
    expect(await json('plan', 'suggest', '--strand', 'sex')).toMatchObject({
      recommendations: [{ id: '2026-06-05.1', strands: ['sex'], command: expect.stringContaining('--strand sex ') }],
    });
    expect((await lem('check')).exit).toBe(0);
    expect((await lem('report', '--for', 'team', '--format', 'html')).exit).toBe(0);
  });

  test('shows all that in a dry run, and writes nothing', async () => {
    const before = all();
    const dry = await lem('migrate', 'programme', 'lem-6', '--dry-run');
    expect(dry.exit).toBe(0);
    expect(dry.text).toContain('-programme: lem-5\n+programme: lem-6\n');
    expect(dry.text).toContain('--- a/accreditation/2025-26/gender.yaml\n+++ /dev/null\n');
    expect(dry.text).toContain('Gender Equality Badge: ready to claim → ready to claim');
    expect(all()).toEqual(before);
  });

  test('has nothing more to do the second time, and no way back', async () => {
    await lem('migrate', 'programme', 'lem-6');
    const before = all();
    expect((await lem('migrate', 'programme', 'lem-6')).text).toContain('nothing to do');
    expect(await lem('migrate', 'programme', 'lem-5')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('No mapping leads'),
    });
    expect(await lem('migrate', 'programme', 'lem-66')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('lem-6?'),
    });
    expect(all()).toEqual(before);
  });

  test('can judge what is new this year once the year’s audit and grid are drafts again', async () => {
    await lem('migrate', 'programme', 'lem-6');
    const [grid, earlier] = [(await json('grid', 'show')) as GridJson, text('grid/2024-25.yaml')];
    expect((await lem('migrate', 'programme', 'lem-6', '--reopen')).exit).toBe(0);
    expect(await json('grid', 'show')).toEqual(grid);
    expect(text('grid/2024-25.yaml')).toBe(earlier);
    expect(text('audit/2025-26/pupil-involvement.yaml')).toMatch(/^status: draft$/m);
    expect(text('audit/2025-26/pupil-involvement.yaml')).not.toMatch(/edition|gender:|completed/);
    expect((await lem('audit', 'show', 'pupil-involvement')).text).toContain('Socio-economic');
    expect((await lem('check')).exit).toBe(0);
  });

  test('goes on with drafts in the new words, comments and all', async () => {
    put(
      'grid/2025-26.yaml',
      'year: 2025-26\ncells:\n  # Seen in June.\n  pupil-involvement:\n    gender: amber  # Boys too.\n    race: green\n',
    );
    put(
      'audit/2025-26/pupil-involvement.yaml',
      'element: pupil-involvement\nstatus: draft\njudgements:\n  # Asked in June.\n  pupil-involvement.1: { rating: amber, strands: { gender: green }, because: Lots. }\n',
    );
    put('audit/2025-26/impact-and-review.yaml', 'element: impact-and-review\nstatus: draft\n');
    await lem('migrate', 'programme', 'lem-6');
    expect(text('grid/2025-26.yaml')).toBe(
      'year: 2025-26\nedition: lem-6\ncells:\n  # Seen in June.\n  pupil-involvement:\n    sex: amber  # Boys too.\n    race: green\n',
    );
    expect(text('audit/2025-26/pupil-involvement.yaml')).toContain('# Asked in June.');
    expect(text('audit/2025-26/pupil-involvement.yaml')).toContain('sex: green');
    expect(text('audit/2025-26/impact-and-review.yaml')).toBe('element: impact-and-review\nstatus: draft\n');
  });

  test('finds a slip in a file of the earlier edition', async () => {
    await lem('migrate', 'programme', 'lem-6');
    change('grid/2024-25.yaml', 'gender: amber', 'gendr: amber');
    expect(await lem('check', 'grid')).toMatchObject({
      exit: 1,
      text: expect.stringContaining('There is no strand gendr in lem-5'),
    });
  });

  test('writes nothing where a file has a fault that stands in the way', async () => {
    put('plan/everyday-language.yaml', 'title: [\n');
    change('awards.yaml', 'visits:', 'visits: &v');
    const before = all();
    const { exit, text: said } = await lem('migrate', 'programme', 'lem-6');
    if (exit === 2) expect(all()).toEqual(before);
    else expect(said).not.toContain('plan/everyday-language.yaml\n');
  });
});

test('no award and no judgement is lost on any day', async () => {
  const strands = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'];
  const decision = fc.constantFrom('awarded', 'not-yet', 'withdrawn', 'further-evidence');
  const visit = fc.tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.dictionary(fc.constantFrom(...strands), decision, { minKeys: 1 }),
  );
  const rating = fc.constantFrom('red', 'amber', 'green', 'not-applicable');
  const cells = fc.dictionary(fc.constantFrom(...strands), rating, { minKeys: 1 });
  const ribble = { lem: text('lem.yaml'), awards: text('awards.yaml') };
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { maxLength: 6 }), cells, fc.boolean(), async (visits, row, isComplete) => {
      put('lem.yaml', ribble.lem);
      const dated = visits.map(([month, decisions]) =>
        JSON.stringify({ date: `2025-${String(month).padStart(2, '0')}-15`, kind: 'accreditation', decisions }),
      );
      put('awards.yaml', `visits:${dated.length === 0 ? ' []' : ''}\n${dated.map((each) => `  - ${each}\n`).join('')}`);
      put(
        'grid/2025-26.yaml',
        `year: 2025-26\n${isComplete ? 'completed: 2025-12-02\n' : ''}cells:\n  pupil-involvement: ${JSON.stringify(row)}\n`,
      );
      const badges = async () =>
        ((await json('badges')) as { badges: { strand: string; state: string; awarded: string | null }[] }).badges;
      const [before, grid] = [await badges(), (await json('grid', 'show')) as GridJson];
      expect((await lem('migrate', 'programme', 'lem-6')).exit).toBe(0);
      const [after, now] = [await badges(), (await json('grid', 'show')) as GridJson];
      for (const { strand, state, awarded } of before.filter((each) => each.awarded !== null))
        expect(after).toContainEqual(expect.objectContaining({ strand: renamed(strand), state, awarded }));
      expect(after.filter(({ awarded }) => awarded !== null).length).toBe(
        before.filter(({ awarded }) => awarded !== null).length,
      );
      for (const { element, strand, rating: was } of grid.cells)
        expect(now.cells).toContainEqual(expect.objectContaining({ element, strand: renamed(strand), rating: was }));
    }),
    { numRuns: 15 },
  );
}, 60_000);

describe('a county’s own edition', () => {
  beforeEach(() => {
    put('in/county.yaml', COUNTY);
    put('in/map.yaml', TO_COUNTY);
  });
  const move = (): Promise<{ readonly exit: Exit; readonly text: string }> =>
    lem('migrate', 'programme', '--from-file', 'in/county.yaml', '--mapping', 'in/map.yaml');

  test('is copied and pinned, and earlier years stay readable', async () => {
    expect((await move()).exit).toBe(0);
    expect(text('programme.yaml')).toBe(COUNTY);
    expect(text('editions/lem-5--lancs-2027.yaml')).toBe(TO_COUNTY);
    expect(text('lem.yaml')).toMatch(/^programme: lancs-2027\nprogrammeDigest: sha256-[0-9a-f]{64}$/m);
    expect((await lem('check')).exit).toBe(0);
    expect((await lem('grid', 'show', '--year', '2024-25')).text).toContain(
      'Leadership and Governance      A     A    A*',
    );
  });

  test('is an error once it is not what was pinned, whatever its line ends', async () => {
    await move();
    put('programme.yaml', COUNTY.replaceAll('\n', '\r\n'));
    expect((await lem('check')).exit).toBe(0);
    put('programme.yaml', COUNTY.replace('window: P3Y', 'window: P4Y'));
    expect((await lem('check', '--format', 'compact')).text).toContain('programme/digest-differs');
    put('in/county.yaml', text('programme.yaml'));
    expect((await lem('migrate', 'programme', '--from-file', 'in/county.yaml')).exit).toBe(0);
    expect((await lem('check')).exit).toBe(0);
  });

  test('is kept in editions/ when the next one takes its place', async () => {
    await move();
    put('in/county.yaml', COUNTY.replace('id: lancs-2027', 'id: lancs-2030').replace('id: poverty', 'id: money'));
    put(
      'in/map.yaml',
      TO_COUNTY.replace('lem-5', 'lancs-2027')
        .replace('to: lancs-2027', 'to: lancs-2030')
        .replace('{ to: poverty }', '{ from: poverty, to: money }')
        .replace('from: gender', 'from: sex')
        .replace('from: sexual-orientation,', 'from: sexual-orientation-and-gender-reassignment,'),
    );
    expect((await move()).text).toContain('held since 3 July 2025 → held');
    expect(text('editions/lancs-2027.yaml')).toBe(COUNTY);
    expect((await lem('check')).exit).toBe(0);
    expect((await lem('grid', 'show', '--year', '2024-25')).text).toContain(
      'Leadership and Governance      A     A    A*',
    );
    expect((await lem('audit', 'show', '--year', '2024-25')).exit).toBe(0);
  });

  test.each([
    ['a window that is negative', 'window: P3Y', 'window: P-3Y', /in\/county\.yaml:\d+:\d+ /],
    ['a window of no length', 'window: P3Y', 'window: P0D', /in\/county\.yaml:\d+:\d+ This span has no length/],
    [
      'more badges than strands',
      'badges: all',
      'badges: 7',
      /in\/county\.yaml:\d+:\d+ The Mark asks for 7 badges, and there are 6/,
    ],
    ['the name of another', 'id: lancs-2027', 'id: lem-6', /an edition of that name comes with lem/],
  ])('is refused with %s', async (_, from, to, message) => {
    const before = all();
    put('in/county.yaml', COUNTY.replace(from, to));
    const changed = all();
    expect(await move()).toMatchObject({ exit: 2, text: expect.stringMatching(message) });
    expect(all()).toEqual(changed);
    expect(changed).not.toEqual(before);
  });

  test('is refused where a strand has no line, or mappings lead round in a circle', async () => {
    put('in/map.yaml', TO_COUNTY.replace(/.*gender, to.*\n/, ''));
    expect(await move()).toMatchObject({
      exit: 2,
      text: expect.stringMatching(/in\/map\.yaml:\d+:\d+ The strand gender of lem-5 has no line/),
    });
    put('in/map.yaml', TO_COUNTY);
    put(
      'editions/lancs-2027--lem-5.yaml',
      TO_COUNTY.replace('from: lem-5', 'from: lancs-2027')
        .replace('to: lancs-2027', 'to: lem-5')
        .replaceAll(/from: ([a-z-]+), to: ([a-z-]+)/g, 'from: $2, to: $1')
        .replace('to: poverty', 'from: poverty'),
    );
    expect(await move()).toMatchObject({ exit: 2, text: expect.stringContaining('lead round in a circle') });
    expect(text('lem.yaml')).toContain('programme: lem-5\n');
  });
});

describe('a file that is taken away', () => {
  test('is so with the rest or not at all', () => {
    const files = [
      { path: 'new.yaml', content: 'new\n', expected: null },
      { path: 'awards.yaml', content: '', expected: text('awards.yaml'), removed: true as const },
    ];
    const before = all();
    put('new.yaml', 'there\n');
    expect(() => write({ into: folder, files, replace: true })).toThrow();
    rmSync(join(folder, 'new.yaml'));
    expect(all()).toEqual(before);
    expect(() =>
      write({
        into: folder,
        files: files.map((file) => ({ ...file, expected: file.expected === null ? null : 'x' })),
        replace: true,
      }),
    ).toThrow();
    expect(all()).toEqual(before);
    write({ into: folder, files, replace: true });
    const { 'awards.yaml': _, ...rest } = before;
    expect(all()).toEqual({ ...rest, 'new.yaml': 'new\n' });
  });
});
