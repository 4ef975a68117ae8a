import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { gridSuggestions } from '../src/facts/grid-suggestions.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { schemaErrors } from './support/output-schema.ts';
import { sampleSchool } from './support/school.ts';
import { SHIPPED, soundWorkspace } from './support/sound-workspace.ts';

const { path, read, put, lem } = sampleSchool();
const GRID = 'grid/2025-26.yaml';
const suggest = (...words: string[]) => lem(['grid', 'suggest', ...words]);
const replaced = (file: string, from: string, to: string): void => put(file, (read(file) ?? '').replace(from, to));

test('shows each cell as it stands beside what the audit suggests, and how that is spread', async () => {
  replaced(GRID, '    race: amber\n    gender: green', '    race:\n    gender: amber');
  const { exit, text } = await suggest('knowing-our-community-and-using-data');
  expect(exit).toBe(0);
  expect(text).toBe(
    [
      'What the audit suggests, 2025-26  Lancashire Equality Mark',
      '',
      '                       Grid   Audit  Spread',
      'Knowing Our Community and Using Data',
      '  Race                 ·      Amber  4 amber, 1 green',
      '  Gender               Amber  Green  1 amber, 4 green; differs, and no reason is',
      '                                     given',
      '  Disability           Green  Green  1 amber, 4 green',
      '  Sexual Orientation   Red    Red    3 red, 1 amber, 1 not applicable',
      '  Religion and Belief  Red    Red    3 red, 2 amber',
      '',
      '  The audit suggests a rating for 1 empty cell; people then go through them.',
      '  → lem grid suggest --apply\n',
    ].join('\n'),
  );
});

test('shows what is provisional in brackets, and what has no judgement at all', async () => {
  put(
    'audit/2025-26/learning-and-teaching.yaml',
    'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { strands: { race: red } }\n',
  );
  const { text } = await suggest('learning-and-teaching');
  expect(text).toContain('Race                 Green  (Red)  1 red, 4 missing');
  expect(text).toContain('Gender               Amber  ·      5 missing');
});

test('names what to go on with where nothing is to be filled in', async () => {
  expect((await suggest()).text).toMatch(/\n\n {2}→ lem status\n$/);
  rmSync(path('audit/2025-26/pupil-involvement.yaml'));
  expect((await suggest()).text).toMatch(/\n\n {2}→ lem audit start 2025-26\n$/);
  put('audit/2025-26/pupil-involvement.yaml', 'element: "open\n');
  expect((await suggest()).text).toMatch(/\n\n {2}→ lem check audit\/2025-26\/pupil-involvement.yaml\n$/);
});

test('tells programs the same', async () => {
  replaced(GRID, '    race: amber\n    gender: green', '    race:\n    gender: amber');
  const { text } = await suggest('--json');
  const value = JSON.parse(text);
  expect(schemaErrors('grid-suggest', value)).toEqual([]);
  expect(value.cells).toHaveLength(50);
  expect(value.cells[5]).toEqual({
    element: 'knowing-our-community-and-using-data',
    strand: 'race',
    rating: null,
    because: null,
    suggested: 'amber',
    provisional: null,
    counts: { red: 0, amber: 4, green: 1, 'not-applicable': 0, missing: 0 },
    differs: false,
    fills: true,
  });
  expect((await suggest('--json')).text).toBe(text);
});

describe('--apply', () => {
  test('fills the empty cells and leaves what people judged', async () => {
    const before = read(GRID) ?? '';
    replaced(GRID, '    race: amber\n    gender: green', '    race: # to do\n    gender: red');
    const { exit, text } = await suggest('--apply');
    expect(exit).toBe(0);
    expect(text).toContain(
      '  1 empty cell filled in as the audit suggests:\n    Knowing Our Community and Using Data: Race amber\n',
    );
    expect(text).toContain(
      'People must look at each: the grid is their judgement, and this is a sum.\n' +
        '  → lem grid answer knowing-our-community-and-using-data --all\n',
    );
    expect(read(GRID)).toBe(
      before.replace('    race: amber\n    gender: green', '    race: amber # to do\n    gender: red'),
    );
  });

  test('begins a grid, and then has nothing left to do', async () => {
    const before = parse(read(GRID) ?? '');
    rmSync(path(GRID));
    await suggest('--apply', 'pupil-involvement');
    expect(parse(read(GRID) ?? '').cells).toMatchObject({
      'impact-and-review': { race: null },
      'pupil-involvement': before.cells['pupil-involvement'],
    });
    await suggest('--apply');
    const filled = read(GRID);
    expect(Object.keys(parse(filled ?? '').cells)).toEqual(Object.keys(before.cells));
    expect(await suggest('--apply')).toMatchObject({
      exit: 0,
      text: 'Nothing to fill in from the audit.\n  → lem grid complete\n',
    });
    expect(read(GRID)).toBe(filled);
  });

  test('leaves what is not judged, and what needs a reason, to people', async () => {
    replaced(
      GRID,
      '  knowing-our-community-and-using-data:\n    race: amber\n',
      '  knowing-our-community-and-using-data:\n    race:\n',
    );
    const audit = 'audit/2025-26/knowing-our-community-and-using-data.yaml';
    const statements = [1, 2, 3, 4, 5].map((number) => `knowing-our-community-and-using-data.${number}`);
    const none = { rating: 'not-applicable', because: 'None here.' };
    put(
      audit,
      stringify({
        element: 'knowing-our-community-and-using-data',
        status: 'draft',
        judgements: Object.fromEntries(statements.map((id) => [id, none])),
      }),
    );
    const before = read(GRID);
    expect((await suggest()).text).toContain(
      'Race                 ·      Not applicable  5 not applicable; needs a reason',
    );
    const { text } = await suggest('--apply');
    expect(text).toBe(
      'Nothing to fill in from the audit.\n  1 cell stays empty: the audit is open there, or the cell needs a reason.\n' +
        '  → lem audit answer knowing-our-community-and-using-data\n',
    );
    expect(read(GRID)).toBe(before);
  });

  test('says which file of the audit suggests nothing because it can’t be read', async () => {
    put('audit/2025-26/learning-and-teaching.yaml', 'element: "open\n');
    expect((await suggest()).text).toContain(
      'audit/2025-26/learning-and-teaching.yaml can’t be read, so it suggests nothing: lem check audit/',
    );
  });
});

test.each([
  [['--dry-run'], '--dry-run goes with --apply'],
  [['--apply', '--json'], '--json reports, and --apply writes'],
  [['--year', '2031-32'], 'There is no audit of 2031-32'],
  [['curiculum-and-resources'], 'Did you mean curriculum-and-resources?'],
])('refuses %j', async (words, message) => {
  expect(await suggest(...words)).toMatchObject({ exit: 2, text: expect.stringContaining(message) });
});

test('an empty cell is filled just where it then needs no reason, whatever the audit and the grid', () => {
  const rating = fc.constantFrom('red', 'amber', 'green', 'not-applicable');
  const id = 'pupil-involvement';
  const judged = fc.dictionary(
    fc.constantFrom(1, 2, 3, 4, 5).map((number) => `${id}.${number}`),
    rating,
    { maxKeys: 5 },
  );
  fc.assert(
    fc.property(judged, fc.option(rating), (ratings, cell) => {
      const assembly = assemble(
        soundWorkspace({
          [`audit/2026-27/${id}.yaml`]: stringify({
            element: id,
            status: 'draft',
            judgements: Object.fromEntries(
              Object.entries(ratings).map(([key, word]) => [key, { rating: word, because: 'So.' }]),
            ),
          }),
          'grid/2026-27.yaml': stringify({ year: '2026-27', cells: cell === null ? {} : { [id]: { race: cell } } }),
        }),
        SHIPPED,
      );
      if (assembly.state !== 'ready') throw new Error('the school is not sound');
      const found = gridSuggestions(assembly.workspace, '2026-27').find(
        (each) => each.element === id && each.strand === 'race',
      );
      const words = Object.values(ratings);
      const isWhole = words.length === 5 && words.some((word) => word !== 'not-applicable');
      expect(found?.fills).toBe(cell === null && isWhole);
      expect(found?.audit.counts.missing).toBe(5 - words.length);
    }),
  );
});
