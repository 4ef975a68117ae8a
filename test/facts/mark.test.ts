import fc from 'fast-check';
import { type Award, type MarkFacts, markFrom } from '../../src/facts/mark.ts';
import { plus } from '../../src/model/calendar.ts';
import { type Programme, programmeOf } from '../../src/model/programme.ts';
import { programme } from '../support/programmes.ts';

const lem5 = programme('lem-5');
const STRANDS = [...lem5.strands.keys()];
const [RACE = '', GENDER = '', DISABILITY = '', ORIENTATION = '', BELIEF = ''] = STRANDS;

function withMark(change: Partial<Programme['file']['mark']>): Programme {
  return programmeOf({ ...lem5.file, mark: { ...lem5.file.mark, ...change } });
}

function mark(awards: readonly (readonly [string, string])[], on: string, edition = lem5): MarkFacts {
  return markFrom(
    awards.map(([date, strand]): Award => ({ date, strand })).filter(({ date }) => date <= on),
    edition,
    on,
  );
}

describe('the Mark', () => {
  test('is not started without an award', () => {
    expect(mark([], '2027-06-01')).toEqual({
      state: 'not-started',
      achievedOn: null,
      window: null,
      held: [],
      missing: STRANDS,
      deadline: null,
    });
  });

  test('is worked towards from the first award, which fixes the deadline', () => {
    expect(mark([['2026-07-01', DISABILITY]], '2027-06-01')).toEqual({
      state: 'working-towards',
      achievedOn: null,
      window: { from: '2026-07-01', to: '2029-07-01' },
      held: [DISABILITY],
      missing: STRANDS.filter((strand) => strand !== DISABILITY),
      deadline: '2029-07-01',
    });
  });

  const four = [
    ['2026-07-01', RACE],
    ['2027-06-24', GENDER],
    ['2027-06-24', DISABILITY],
    ['2028-06-20', ORIENTATION],
  ] as const;

  test('counts the anniversary day, and not the day after', () => {
    expect(mark([...four, ['2029-07-01', BELIEF]], '2029-07-01')).toMatchObject({
      state: 'achieved',
      achievedOn: '2029-07-01',
      deadline: null,
    });
    expect(mark([...four, ['2029-07-02', BELIEF]], '2029-07-02')).toMatchObject({
      state: 'working-towards',
      missing: [RACE],
      deadline: '2030-06-24',
    });
  });

  test('leaves the anniversary day out where the programme says so', () => {
    const exclusive = withMark({ anniversary: 'exclusive' });
    expect(mark([...four, ['2029-06-30', BELIEF]], '2029-07-01', exclusive)).toMatchObject({ state: 'achieved' });
    expect(mark([...four, ['2029-07-01', BELIEF]], '2029-07-01', exclusive)).toMatchObject({
      state: 'working-towards',
      missing: [RACE],
    });
    expect(mark(four.slice(0, 1), '2026-08-01', exclusive).deadline).toBe('2029-06-30');
  });

  test('takes 28 February for the anniversary of a leap day', () => {
    expect(mark([['2028-02-29', RACE]], '2028-03-01')).toMatchObject({
      window: { from: '2028-02-29', to: '2031-02-28' },
    });
  });

  test('lets a later award of a strand replace an earlier one', () => {
    const late = [...four, ['2029-09-01', RACE], ['2030-05-01', BELIEF]] as const;
    expect(mark(late, '2030-05-01')).toMatchObject({
      state: 'achieved',
      achievedOn: '2030-05-01',
      window: { from: '2027-06-24', to: '2030-06-24' },
    });
  });

  test('keeps the window that holds most badges', () => {
    const awards = [
      ['2026-07-01', RACE],
      ['2029-05-01', GENDER],
      ['2029-05-01', DISABILITY],
    ] as const;
    expect(mark(awards, '2029-06-01')).toMatchObject({ held: [RACE, GENDER, DISABILITY], deadline: '2029-07-01' });
    expect(mark(awards, '2029-07-02')).toMatchObject({ held: [GENDER, DISABILITY], deadline: '2032-05-01' });
  });

  test('lapses only where the programme gives it a span', () => {
    const all = STRANDS.map((strand) => ['2026-07-01', strand] as const);
    expect(mark(all, '2099-01-01')).toMatchObject({ state: 'achieved', deadline: null });
    const valid = withMark({ validFor: 'P3Y' });
    expect(mark(all, '2029-07-01', valid)).toMatchObject({ state: 'achieved', deadline: '2029-07-01' });
    expect(mark(all, '2029-07-02', valid)).toMatchObject({ state: 'lapsed', achievedOn: '2026-07-01' });
  });

  test('can ask for fewer badges than there are strands', () => {
    expect(mark(four.slice(0, 2), '2027-06-24', withMark({ badges: 2 }))).toMatchObject({
      state: 'achieved',
      achievedOn: '2027-06-24',
    });
  });
});

describe('the Mark against a day-by-day oracle', () => {
  const date = fc.integer({ min: 0, max: 3000 }).map((days) => plus('2024-02-25', `P${days}D`));
  const awards = fc.array(fc.tuple(date, fc.constantFrom(...STRANDS)), { maxLength: 14 });

  test.each(['inclusive', 'exclusive'] as const)('with the anniversary %s', (anniversary) => {
    const edition = withMark({ anniversary });
    fc.assert(
      fc.property(awards, (list) => {
        const on = '2040-01-01';
        expect(mark(list, on, edition).achievedOn).toBe(oracle(list, anniversary));
      }),
      { numRuns: 500, seed: 20261124 },
    );
  });

  test('does not depend on the order of the awards, and no further award undoes it', () => {
    fc.assert(
      fc.property(awards, fc.tuple(date, fc.constantFrom(...STRANDS)), (list, another) => {
        const on = '2040-01-01';
        expect(mark([...list].reverse(), on)).toEqual(mark(list, on));
        const before = mark(list, on).achievedOn;
        const after = mark([...list, another], on).achievedOn;
        if (before !== null) expect(after !== null && after <= before).toBe(true);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });

  /** Looks at every day on which something was awarded, and asks of each strand whether it has an award in the span before it. */
  function oracle(list: readonly (readonly [string, string])[], anniversary: 'inclusive' | 'exclusive'): string | null {
    const days = [...new Set(list.map(([day]) => day))].sort();
    for (const day of days) {
      const counts = (from: string): boolean =>
        from <= day && (anniversary === 'inclusive' ? day <= plus(from, 'P3Y') : day < plus(from, 'P3Y'));
      if (STRANDS.every((strand) => list.some(([from, each]) => each === strand && counts(from)))) return day;
    }
    return null;
  }
});
