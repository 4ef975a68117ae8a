import fc from 'fast-check';
import { rollUp } from '../../src/facts/rollup.ts';
import type { Programme } from '../../src/model/programme.ts';
import { programme } from '../support/programmes.ts';

const lem5 = programme('lem-5');
const using = (policy: 'median' | 'worst' | 'majority'): Programme => ({
  ...lem5,
  file: { ...lem5.file, rollUp: policy },
});
const WORDS: { readonly [letter: string]: string | null } = {
  R: 'red',
  A: 'amber',
  G: 'green',
  '-': 'not-applicable',
  '.': null,
};
const ratings = (letters: string): (string | null)[] => [...letters].map((letter) => WORDS[letter] ?? null);

describe('a roll-up', () => {
  test.each([
    ['RAG', 'amber', 'red', 'red'],
    ['RRAGG', 'amber', 'red', 'red'],
    ['RAGG', 'amber', 'red', 'green'],
    ['AG', 'amber', 'amber', 'amber'],
    ['AAGG', 'amber', 'amber', 'amber'],
    ['RRRGGG', 'red', 'red', 'red'],
    ['GGG', 'green', 'green', 'green'],
    ['G--', 'green', 'green', 'green'],
    ['RG-', 'red', 'red', 'red'],
    ['--', 'not-applicable', 'not-applicable', 'not-applicable'],
  ])('of %s is %s by median, %s by worst, %s by majority', (letters, median, worst, majority) => {
    for (const [policy, rating] of [
      ['median', median],
      ['worst', worst],
      ['majority', majority],
    ] as const) {
      expect(rollUp(ratings(letters), using(policy))).toMatchObject({ rating, complete: true, provisional: null });
    }
  });

  test('with a missing rating is incomplete, and keeps its provisional value apart', () => {
    expect(rollUp(ratings('GG.'), lem5)).toEqual({
      rating: null,
      complete: false,
      provisional: 'green',
      counts: { red: 0, amber: 0, green: 2, 'not-applicable': 0, missing: 1 },
    });
  });

  test('of nothing, or of nothing judged, has no value at all', () => {
    expect(rollUp([], lem5)).toMatchObject({ rating: null, complete: false, provisional: null });
    expect(rollUp(ratings('..'), lem5)).toMatchObject({ rating: null, complete: false, provisional: null });
  });

  test('takes a word that the scale lacks for a missing rating, whatever the word', () => {
    for (const word of ['ambr', 'constructor', '__proto__', 'missing', '']) {
      expect(rollUp(['green', word], lem5)).toMatchObject({
        rating: null,
        provisional: 'green',
        counts: { missing: 1 },
      });
    }
  });

  const cells = fc.array(fc.constantFrom('red', 'amber', 'green', 'not-applicable', null), { maxLength: 30 });

  test('does not depend on order', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('median', 'worst', 'majority'), (list, policy) => {
        expect(rollUp(list, using(policy))).toEqual(rollUp([...list].reverse(), using(policy)));
        expect(rollUp(list, using(policy))).toEqual(rollUp([...list].sort(), using(policy)));
      }),
    );
  });

  test('counts every cell once', () => {
    fc.assert(
      fc.property(cells, (list) => {
        expect(Object.values(rollUp(list, lem5).counts).reduce((sum, count) => sum + count, 0)).toBe(list.length);
      }),
    );
  });

  test('by median or worst is never lowered by raising a cell', () => {
    const scale = ['red', 'amber', 'green'];
    const rank = (word: string | null): number => scale.indexOf(word ?? '');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...scale), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.constantFrom('median', 'worst'),
        (list, at, policy) => {
          const index = at % list.length;
          const raised = list.map((word, each) =>
            each === index ? (scale[Math.min(2, rank(word) + 1)] ?? word) : word,
          );
          const before = rollUp(list, using(policy as 'median')).rating;
          const after = rollUp(raised, using(policy as 'median')).rating;
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        },
      ),
    );
  });

  test('by median is at or above which more than half of the cells stand', () => {
    const scale = ['red', 'amber', 'green'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scale), { minLength: 1, maxLength: 30 }), (list) => {
        const reached = scale.filter(
          (word) => list.filter((each) => scale.indexOf(each) >= scale.indexOf(word)).length * 2 > list.length,
        );
        expect(rollUp(list, using('median')).rating).toBe(reached.at(-1));
      }),
    );
  });
});
