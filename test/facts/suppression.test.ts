import fc from 'fast-check';
import { type Counts, type Suppressed, suppressed } from '../../src/facts/suppression.ts';

const list = (counts: readonly number[], total = true): Counts => ({
  cells: counts.map((count) => [count]),
  rowTotals: false,
  columnTotals: total,
});
const grid = (cells: readonly (readonly number[])[]): Counts => ({ cells, rowTotals: true, columnTotals: true });
const column = ({ cells }: Suppressed): readonly (number | null | undefined)[] => cells.map(([count]) => count);

describe('small counts of people', () => {
  test('are published where none is small', () => {
    expect(
      suppressed(
        grid([
          [10, 25],
          [30, 0],
        ]),
        10,
      ),
    ).toEqual({
      cells: [
        [10, 25],
        [30, 0],
      ],
      rowTotals: [35, 30],
      columnTotals: [40, 25],
      total: 65,
      kept: 'none',
    });
  });

  test('are kept back, zeros are not', () => {
    const { kept, ...table } = suppressed(list([9, 10, 0, 1], false), 10);
    expect([column({ kept, ...table }), kept]).toEqual([[null, 10, 0, null], 'small']);
  });

  test('take the next smallest with them where the total would give them away', () => {
    const one = suppressed(list([3, 40, 12]), 10);
    expect([column(one), one.columnTotals, one.kept]).toEqual([[null, 40, null], [55], 'unsaid']);
  });

  test('are called small where that leaves what they add up to large', () => {
    const all = suppressed(list([1, 2, 2, 2, 2, 1, 0]), 10);
    expect([column(all), all.columnTotals, all.kept]).toEqual([[null, null, null, null, null, null, 0], [10], 'small']);
  });

  test('keep the total back where each would have to be one', () => {
    const ones = suppressed(list([1, 1, 1, 1, 1]), 5);
    expect([column(ones), ones.columnTotals, ones.kept]).toEqual([[null, null, null, null, null], [null], 'unsaid']);
  });

  test('are not called small where that alone would give them away', () => {
    const most = suppressed(list([4, 4]), 5);
    expect([column(most), most.columnTotals, most.kept]).toEqual([[null, null], [8], 'unsaid']);
  });

  test('two whose sum is small take a third with them', () => {
    const pair = suppressed(list([3, 4, 40]), 10);
    expect([column(pair), pair.columnTotals]).toEqual([[null, null, null], [47]]);
  });

  test('in a table with both totals take a number of their row, one of their column, and the one at the corner', () => {
    const square = suppressed(
      grid([
        [3, 20, 50],
        [30, 40, 60],
        [70, 80, 90],
      ]),
      10,
    );
    expect(square.cells).toEqual([
      [null, null, 50],
      [null, null, 60],
      [70, 80, 90],
    ]);
    expect([square.rowTotals, square.columnTotals, square.total]).toEqual([[73, 130, 240], [103, 140, 200], 443]);
  });

  test('an empty table, and one of nobody, are published', () => {
    expect(suppressed(list([]), 10)).toMatchObject({ cells: [], kept: 'none' });
    expect(suppressed(grid([[0, 0]]), 10)).toMatchObject({ cells: [[0, 0]], total: 0, kept: 'none' });
  });
});

const BELOW = 4;
/** No smaller than any number that a reader needs to think of here. */
const MOST = 24;

/** Every number of a table with totals, in rows; a total that is not published is `'absent'`. */
type Whole<T> = readonly (readonly (T | 'absent')[])[];

function whole({ cells, rowTotals, columnTotals, total }: Suppressed, width: number): Whole<number | null> {
  return [
    ...cells.map((row, index) => [...row, rowTotals === null ? ('absent' as const) : (rowTotals[index] ?? null)]),
    [
      ...(columnTotals ?? Array.from({ length: width }, () => 'absent' as const)),
      rowTotals === null || columnTotals === null ? ('absent' as const) : total,
    ],
  ];
}

/**
 * A reader with patience: tries every whole number in every place, row by row, and keeps to what is published. Knows
 * nothing of how the table was made but that zeros are published.
 * @returns whether there is a table in which the number at a place lies between two others
 */
function canBe(published: Whole<number | null>, kept: string, at: readonly [number, number], from: number, to: number) {
  const [rows, columns] = [published.length - 1, (published[0]?.length ?? 1) - 1];
  const table: number[][] = Array.from({ length: rows }, () => []);
  const most = kept === 'small' ? BELOW - 1 : MOST;
  const within = (r: number, c: number, value: number): boolean => {
    if (r === at[0] && c === at[1] && (value < from || value > to)) return false;
    const said = published[r]?.[c];
    if (said === 'absent') return true;
    return said === null ? value >= 1 && value <= most : said === value;
  };
  const add = (numbers: readonly (number | undefined)[]): number => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
  const triesAt = (r: number, c: number): readonly number[] => {
    const said = published[r]?.[c];
    if (typeof said === 'number') return [said];
    const inRow = add((table[r] ?? []).slice(0, c));
    const inColumn = add(table.slice(0, r).map((row) => row[c]));
    const [rowTotal, columnTotal] = [published[r]?.[columns], published[rows]?.[c]];
    // The last of a row or column with a total is what is left.
    if (c === columns - 1 && typeof rowTotal === 'number') return [rowTotal - inRow];
    if (r === rows - 1 && typeof columnTotal === 'number') return [columnTotal - inColumn];
    const room = Math.min(
      most,
      ...(typeof rowTotal === 'number' ? [rowTotal - inRow] : []),
      ...(typeof columnTotal === 'number' ? [columnTotal - inColumn] : []),
    );
    return Array.from({ length: Math.max(0, room) }, (_, index) => index + 1);
  };
  const tryAt = (r: number, c: number): boolean => {
    if (r === rows) return within(rows, columns, add(table.flat()));
    if (c === columns) return within(r, columns, add(table[r] ?? [])) && tryAt(r + 1, 0);
    for (const value of triesAt(r, c)) {
      if (!within(r, c, value)) continue;
      table[r] = [...(table[r] ?? []).slice(0, c), value];
      if (r === rows - 1 && !within(rows, c, add(table.map((row) => row[c])))) continue;
      if (tryAt(r, c + 1)) return true;
    }
    table[r] = (table[r] ?? []).slice(0, c);
    return false;
  };
  return from <= to && tryAt(0, 0);
}

/** What a reader finds out and should not: each number that can have one value only, or that can be told to be small. */
function foundOut(counts: Counts, result: Suppressed): readonly string[] {
  const published = whole(result, counts.cells[0]?.length ?? 1);
  const truth = whole(suppressed(counts, 0), counts.cells[0]?.length ?? 1);
  return published.flatMap((row, r) =>
    row.flatMap((said, c) => {
      const value = truth[r]?.[c];
      if (said !== null || typeof value !== 'number') return [];
      const other =
        canBe(published, result.kept, [r, c], value + 1, MOST * 9) ||
        canBe(published, result.kept, [r, c], 1, value - 1);
      const large = result.kept === 'small' || value >= BELOW || canBe(published, result.kept, [r, c], BELOW, MOST * 9);
      return [...(other ? [] : [`${r},${c} is ${value}`]), ...(large ? [] : [`${r},${c} is small`])];
    }),
  );
}

const counts: fc.Arbitrary<Counts> = fc
  .record({
    shape: fc.constantFrom([1, 3], [4, 1], [5, 1], [2, 2], [2, 3], [3, 2]),
    rowTotals: fc.boolean(),
    columnTotals: fc.boolean(),
    numbers: fc.array(fc.oneof(fc.nat(5), fc.nat(8)), { minLength: 9, maxLength: 9 }),
  })
  .map(({ shape: [rows = 1, columns = 1], numbers, rowTotals, columnTotals }) => ({
    cells: Array.from({ length: rows }, (_, r) => numbers.slice(r * columns, (r + 1) * columns)),
    rowTotals,
    columnTotals,
  }));

describe('a reader who tries every number', () => {
  test('finds out what is kept back where only small numbers are', () => {
    const naive: Suppressed = {
      cells: [[null], [40], [12]],
      rowTotals: null,
      columnTotals: [55],
      total: null,
      kept: 'small',
    };
    expect(foundOut(list([3, 40, 12]), naive)).toEqual(['0,0 is 3']);
    expect(foundOut(list([3, 40, 12]), { ...naive, kept: 'unsaid' })).toEqual(['0,0 is 3', '0,0 is small']);
  });

  test('can never work out a number kept back, nor tell that it is small where that is not said', () => {
    fc.assert(
      fc.property(counts, (each) => {
        expect(foundOut(each, suppressed(each, BELOW))).toEqual([]);
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  test('sees every zero, every number where none is small, and nothing changed', () => {
    fc.assert(
      fc.property(counts, (each) => {
        const result = suppressed(each, BELOW);
        const truth = whole(suppressed(each, 0), each.cells[0]?.length ?? 1);
        const small = truth.flat().some((value) => typeof value === 'number' && value > 0 && value < BELOW);
        const shown = whole(result, each.cells[0]?.length ?? 1);
        expect(result.kept === 'none').toBe(!small);
        for (const [r, row] of shown.entries()) {
          for (const [c, said] of row.entries()) {
            const value = truth[r]?.[c];
            if (said === null) expect([value === 0, small]).toEqual([false, true]);
            else expect(said).toBe(value);
            if (typeof said === 'number') expect(said === 0 || said >= BELOW).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('would find something out if any one of the others were published after all', () => {
    fc.assert(
      fc.property(counts, (each) => {
        const result = suppressed(each, BELOW);
        const truth = whole(suppressed(each, 0), each.cells[0]?.length ?? 1);
        for (const [r, row] of result.cells.entries()) {
          for (const [c, said] of row.entries()) {
            const value = truth[r]?.[c];
            if (said !== null || typeof value !== 'number' || value < BELOW) continue;
            const cells = result.cells.map((line, i) => line.map((own, j) => (i === r && j === c ? value : own)));
            expect(foundOut(each, { ...result, cells })).not.toEqual([]);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
