import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lemIn, worldIn } from './support/in-process.ts';
import { type School, schoolIn } from './support/interview.ts';

const GRID = 'grid/2026-27.yaml';
const CELLS = `year: 2026-27 # ours
cells:
  library:
    print: # books
    spoken-word: { rating: steady, because: As heard. }
  families: { print: absent, spoken-word: absent }
`;
const ANSWER = ['grid', 'answer'];
const OPTIONAL = 'Because (Enter to leave it out):';

let folder: string;
let school: School;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem interview é '));
  school = schoolIn(folder);
  audit('library', 'library.1: { rating: steady }', 'library.2: { rating: leading }');
  audit('families', 'families.1: { rating: absent }');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function audit(element: string, ...judgements: readonly string[]): void {
  school.put(
    `audit/2026-27/${element}.yaml`,
    `element: ${element}\nstatus: complete\ncompleted: 2026-05-04\njudgements:\n  ${judgements.join('\n  ')}\n`,
  );
}

test('what the audit suggests is taken with Enter, and is saved before the reason is asked for', async () => {
  school.put(GRID, CELLS);
  let saved = '';
  const { shown } = await school.interview(ANSWER, [
    ['Rating:'],
    [OPTIONAL, '', () => (saved = school.read(GRID))],
    ['Every cell is rated. Is the grid agreed', null],
  ]);
  expect(shown).toContain('Print in Library  2026-27, cell 1 of 4\n');
  expect(shown).toContain('  The audit suggests Steady: 1 steady.\n');
  expect(saved).toBe(CELLS.replace('print: # books', 'print: steady # books'));
  expect(school.read(GRID)).toBe(saved);
});

test('a reason makes a cell’s long form; one that is long already keeps it', async () => {
  school.put(GRID, CELLS);
  await school.interview(ANSWER, [
    ['Rating:', 'steady'],
    [OPTIONAL, 'Seen weekly.'],
    ['Every cell', null],
  ]);
  expect(school.read(GRID)).toContain('    print: { rating: steady, because: Seen weekly. } # books\n');
  await school.interview(
    [...ANSWER, 'library', '--all'],
    [
      ['Rating:', ':skip'],
      ['Rating:', 'strong'],
      ['Why not Steady, as the audit suggests?', 'Heard at home, too.'],
      ['Every cell', null],
    ],
  );
  expect(school.read(GRID)).toContain('spoken-word: { rating: strong, because: "Heard at home, too." }');
});

test('a rating that is not what the audit suggests needs its reason, and so does not applicable', async () => {
  school.put(GRID, CELLS);
  await school.interview(ANSWER, [
    ['Rating:', 'leading'],
    ['Why not Steady, as the audit suggests? (Enter to go back)', ''],
    ['Rating:', 'out-of-scope'],
    ['Why does it not apply?', 'There are no books.'],
    ['Every cell', null],
  ]);
  expect(school.read(GRID)).toContain('    print: { rating: out-of-scope, because: There are no books. } # books\n');
});

test('an interview goes on at a reason that is missing', async () => {
  school.put(GRID, CELLS.replace('print: # books', 'print: leading'));
  const { text } = await school.interview(ANSWER, [['Why not Steady', null]]);
  expect(text).toBe(
    '\nNothing was changed.\n  Grid 2026-27: 4 of 4 cells rated.\n  1 cell needs its reason.\n  → lem grid answer\n',
  );
});

test('a grid that is not there is begun with the first answer, not before', async () => {
  await school.interview(ANSWER, [['Rating:', ':stop']]);
  expect(existsSync(join(folder, GRID))).toBe(false);
  await school.interview(ANSWER, [
    ['Rating:', 'steady'],
    [OPTIONAL, null],
  ]);
  expect(school.read(GRID)).toContain('# Step 3: the Equality Summary Grid for 2026-27');
  expect(school.read(GRID)).toContain('    print: steady\n    spoken-word:\n');
});

test('back, skip and the year before', async () => {
  school.put(
    'grid/2025-26.yaml',
    'year: 2025-26\ncells: { library: { print: { rating: emerging, because: Few books. } } }\n',
  );
  const { shown } = await school.interview(ANSWER, [
    ['Rating:', ':skip'],
    ['Rating:', ':back'],
    ['Rating:', 'steady'],
    [OPTIONAL, ''],
    ['Rating:', ':stop'],
  ]);
  expect(shown).toContain('  2025-26: Emerging\n    Few books.\n');
  expect(shown.match(/cell \d of 4/g)).toEqual(['cell 1 of 4', 'cell 2 of 4', 'cell 1 of 4', 'cell 2 of 4']);
});

test('without every judgement nothing is suggested, and what there is so far is told', async () => {
  audit('library', 'library.1: { rating: steady }');
  const { shown } = await school.interview(
    [...ANSWER, 'library'],
    [
      ['Rating:', ':skip'],
      ['Rating:', ':stop'],
    ],
  );
  expect(shown).toContain('  The audit suggests nothing yet, so far Steady: 1 steady, 1 missing.\n');
});

describe('once every cell is rated', () => {
  const rated = CELLS.replace('print: # books', 'print: steady');

  test('the grid is completed where it is agreed', async () => {
    school.put(GRID, rated);
    const { text } = await school.interview(ANSWER, [['Every cell is rated.', true]]);
    expect(school.read(GRID)).toBe(rated.replace('cells:', 'completed: 2026-06-08\ncells:'));
    expect(text).toBe(
      `\n✓ ${GRID}\n  Grid 2026-27: 4 of 4 cells rated; complete, agreed on 8 June 2026.\n  → lem plan suggest\n`,
    );
  });

  test('it is not while the audit is open', async () => {
    school.put(GRID, rated);
    school.put(
      'audit/2026-27/families.yaml',
      'element: families\nstatus: draft\njudgements: { families.1: { rating: absent } }\n',
    );
    expect((await school.interview(ANSWER, [])).text).toBe(
      '\nNothing was changed.\n  Grid 2026-27: 4 of 4 cells rated.\n  It can be completed once all of the audit is; still open: Families.\n  → lem audit answer families\n',
    );
  });

  test('a complete one that was changed has to be agreed anew', async () => {
    school.put(GRID, rated.replace('cells:', 'completed: 2026-05-11\ncells:'));
    const change = (agreed: boolean) =>
      school.interview(
        [...ANSWER, 'families', '--all', '--year', '2026-27'],
        [['Rating:'], [OPTIONAL, 'Few.'], ['Rating:', ':skip'], ['The grid was complete on 11 May 2026.', agreed]],
      );
    const { text } = await school.interview(
      [...ANSWER, '--all'],
      [
        ['Rating:', 'steady'],
        [OPTIONAL, 'Few.'],
        ['Rating:', ':stop'],
      ],
    );
    expect(text).toContain('  It was agreed before these changes.\n  → lem grid complete --on 2026-06-08\n');
    await change(false);
    expect(school.read(GRID)).not.toContain('completed');
  });
});

test('what another program changes meanwhile stays', async () => {
  school.put(GRID, CELLS);
  const theirs = () => school.put(GRID, CELLS.replace('# ours', '# theirs').replace('As heard.', 'As read.'));
  await school.interview(ANSWER, [
    ['Rating:', 'steady', theirs],
    [OPTIONAL, null],
  ]);
  expect(school.read(GRID)).toBe(
    CELLS.replace('# ours', '# theirs').replace('As heard.', 'As read.').replace('print: #', 'print: steady #'),
  );
});

test('without a terminal there is no interview', async () => {
  const { exit, text } = await lemIn(worldIn(folder, { today: '2026-06-08' }), ANSWER);
  expect(exit).toBe(2);
  expect(text).toContain(`set cells with lem grid set, or edit ${GRID}.`);
});
