import fc from 'fast-check';
import { parse } from 'yaml';
import { sampleSchool } from './support/school.ts';

const { read, put, lem } = sampleSchool();
const GRID = 'grid/2025-26.yaml';
const set = (...words: string[]) => lem(['grid', 'set', ...words]);

/** A grid with one cell of the audit's suggestion green, written in some form. */
const grid = (cell: string): string => `# head\nyear: 2025-26\ncells:\n  # row\n  curriculum-and-resources:\n${cell}`;
const CELL = ['curriculum-and-resources', 'race'] as const;

describe('a cell keeps the form it has', () => {
  test.each([
    ['short', '    race: red # c\n', '    race: green # c\n'],
    ['in quotes', '    race: "red"\n', '    race: "green"\n'],
    ['empty', '    race:\n    gender: red\n', '    race: green\n    gender: red\n'],
    ['empty, with a comment', '    race: # c\n', '    race: green # c\n'],
    ['not there', '    gender: red\n', '    race: green\n    gender: red\n'],
    ['in braces', '    race: { rating: red } # c\n', '    race: { rating: green } # c\n'],
    ['in lines', '    race:\n      rating: red # c\n', '    race:\n      rating: green # c\n'],
    ['with Windows line ends', '    race: red\r\n    gender: red\r\n', '    race: green\r\n    gender: red\r\n'],
  ])('%s', async (_form, before, after) => {
    put(GRID, grid(before));
    expect(await set(...CELL, 'green')).toMatchObject({ exit: 0 });
    expect(read(GRID)).toBe(grid(after));
  });

  test.each([
    ['short', '    race: red # c\n', '    race:\n      rating: amber\n      because: Why. # c\n'],
    ['empty', '    race:\n', '    race:\n      rating: amber\n      because: Why.\n'],
    ['in braces', '    race: { rating: red } # c\n', '    race: { rating: amber, because: Why. } # c\n'],
    ['in lines', '    race:\n      rating: red\n', '    race:\n      rating: amber\n      because: Why.\n'],
    ['with a reason', '    race: { rating: red, because: "Old." }\n', '    race: { rating: amber, because: "Why." }\n'],
  ])('and a reason makes the long form: %s', async (_form, before, after) => {
    put(GRID, grid(before));
    expect(await set(...CELL, 'amber', '--because', ' Why.\n')).toMatchObject({ exit: 0 });
    expect(read(GRID)).toBe(grid(after));
  });
});

describe('a reason', () => {
  test('is needed where the audit suggests another rating', async () => {
    const { exit, text } = await set(...CELL, 'amber');
    expect(exit).toBe(2);
    expect(text).toBe(
      'lem: The audit suggests green for Race in Curriculum and Resources (5 green).\n  Another rating says why: add --because "…".\n',
    );
  });

  test('is needed where the cell is not applicable', async () => {
    put(GRID, grid('    race: green\n'));
    expect(await set(...CELL, 'not applicable')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('can’t be not applicable without a reason'),
    });
    expect(await set(...CELL, '–', '--because', '  ')).toMatchObject({ exit: 2 });
    expect((await set(...CELL, '–', '--because', '…')).text).toContain('--because says nothing.');
    expect(await set(...CELL, '–', '--because', 'No council in the nursery.')).toMatchObject({ exit: 0 });
  });

  test('does not stand for another rating than the one it was given for', async () => {
    const cell = '    race: { rating: amber, because: Thin. }\n';
    put(GRID, grid(cell));
    expect(await set(...CELL, 'green')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('has a reason already, and it is for amber'),
    });
    expect(read(GRID)).toBe(grid(cell));
    expect(await set(...CELL, 'green', '--because', '')).toMatchObject({ exit: 0 });
    expect(read(GRID)).toBe(grid('    race: { rating: green }\n'));
  });

  test('stays where the rating does', async () => {
    const cell = '    race: { rating: amber, because: Thin. }\n';
    put(GRID, grid(cell));
    const { exit, text } = await set(...CELL, 'amber');
    expect([exit, text]).toEqual([0, 'Nothing to change: Race in Curriculum and Resources is Amber already.\n']);
    expect(read(GRID)).toBe(grid(cell));
    expect(await set(...CELL, 'amber', '--because', '')).toMatchObject({ exit: 2 });
  });
});

describe('lem grid set', () => {
  test('takes titles, aliases and letters, and says what changed', async () => {
    const { exit, text } = await set('Curriculum and Resources', 'ethnicity', 'a', '--because', 'Thin in science.');
    expect(exit).toBe(0);
    expect(text).toBe(
      [
        '✓ grid/2025-26.yaml',
        '  Race in Curriculum and Resources: Green → Amber, with the reason.',
        '  In the audit: 5 green.',
        '  The grid’s day of completion stays; lem grid complete --on puts another.',
        '  → lem grid show\n',
      ].join('\n'),
    );
  });

  test('begins the grid of a year that has none', async () => {
    const { exit, text } = await set(...CELL, 'red', '--year', '2027-28');
    expect([exit, text]).toEqual([0, expect.stringContaining('The grid of 2027-28 is begun.')]);
    expect(text).toContain('→ lem grid show --year 2027-28');
    const made = read('grid/2027-28.yaml') ?? '';
    expect(made).toContain('# Step 3: the Equality Summary Grid for 2027-28');
    expect(parse(made)).toMatchObject({
      year: '2027-28',
      completed: null,
      cells: { [CELL[0]]: { race: 'red', gender: null } },
    });
    expect(await lem(['check', GRID.replace('2025-26', '2027-28')])).toMatchObject({ exit: 0 });
  });

  test.each([
    [['curriculum', 'race', 'green'], 'There is no element curriculum'],
    [[CELL[0], 'rase', 'green'], 'Did you mean race?'],
    [[...CELL, 'gren'], 'Did you mean green?'],
    [[...CELL, 'green', '--year', '2025'], '2025 is not a school year'],
  ])('refuses %j', async (words, message) => {
    const before = read(GRID);
    expect(await set(...words)).toMatchObject({ exit: 2, text: expect.stringContaining(message) });
    expect(read(GRID)).toBe(before);
  });

  test('leaves a grid with a fault to a person', async () => {
    const text = grid('    race: { rating: red, becuase: x }\n');
    put(GRID, text);
    expect(await set(...CELL, 'green')).toMatchObject({ exit: 2, text: expect.stringContaining(`lem check ${GRID}`) });
    expect(read(GRID)).toBe(text);
  });

  test('with --dry-run shows a diff and writes nothing', async () => {
    const before = read(GRID);
    const { exit, text } = await set(...CELL, 'amber', '--because', 'Thin.', '--dry-run');
    expect([exit, text]).toEqual([0, expect.stringContaining('+      because: Thin.')]);
    expect(read(GRID)).toBe(before);
  });

  test('sets any cell to what is wanted, whatever stood there, and changes no other', async () => {
    const cells = fc.constantFrom(
      ['leadership-and-governance', 'race'],
      ['families-and-community', 'gender'],
      ['environment-access-and-daily-life', 'religion-and-belief'],
      ['impact-and-review', 'disability'],
    );
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /\S/.test(text.replace(/[\p{Cc}\u2028\u2029]/gu, '')) && !text.startsWith('-'));
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.constantFrom('red', 'amber', 'green', 'not-applicable'),
        texts,
        async (cell, rating, because) => {
          const [element = '', strand = ''] = cell;
          const before = parse(read(GRID) ?? '');
          expect(await set(element, strand, rating, `--because=${because}`)).toMatchObject({ exit: 0 });
          const after = parse(read(GRID) ?? '');
          expect(after.cells[element][strand]).toEqual({
            rating,
            because: because.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim(),
          });
          before.cells[element][strand] = after.cells[element][strand];
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 40 },
    );
  });
});
