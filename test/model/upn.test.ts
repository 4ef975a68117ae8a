import fc from 'fast-check';
import { MAYBE_UPN, upnsIn } from '../../src/model/upn.ts';

const LETTERS = [...'ABCDEFGHJKLMNPQRTUVWXYZ'];
const ALL = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('Unique Pupil Numbers', () => {
  test.each([
    ['B801200005001', [0]],
    ['b801200005001', [0]],
    ['A801200005001', []],
    ['G80120000101A', [0]],
    ['P80120000101A', []],
    ['Pupils: B801200005001, G80120000101A.', [8, 23]],
    ['XB801200005001', []],
    ['B8012000050011', []],
    ['B80120000500', []],
    ['B80120000500X1', []],
    ['I801200005001', []],
    ['B80120000500O', []],
  ])('%s', (text, found) => expect(upnsIn(text)).toEqual(found));

  test('of each number exactly one letter makes one', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(digits, fc.constantFrom(...'0123456789', ...LETTERS), (eleven, last) => {
        const rest = `${eleven.join('')}${last}`;
        const found = ALL.filter((letter) => upnsIn(`${letter}${rest}`).length > 0);
        expect(found).toHaveLength(1);
        expect(LETTERS).toContain(found[0]);
        expect(MAYBE_UPN.test(`${found[0]}${rest}`)).toBe(true);
      }),
    );
  });

  test('a wrong digit, or two neighbours changed about, is noticed', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (twelve, at, more) => {
        const letter = ALL.find((each) => upnsIn(`${each}${twelve.join('')}`).length > 0) ?? '';
        const wrong = twelve.with(at, ((twelve[at] ?? 0) + more) % 10);
        expect(upnsIn(`${letter}${wrong.join('')}`)).toEqual([]);
        const swapped = twelve.with(at, twelve[at + 1] ?? 0).with(at + 1, twelve[at] ?? 0);
        if (swapped.join('') !== twelve.join('')) expect(upnsIn(`${letter}${swapped.join('')}`)).toEqual([]);
      }),
    );
  });
});
