import { idFrom, isId } from '../../src/model/id-from.ts';

const free = (): boolean => false;

test.each([
  ['Adjustment passports, autumn sample', 'adjustment-passports-autumn-sample'],
  ['What’s on our wäll?', 'whats-on-our-wall'],
  ['  Year 4: ½ of the class  ', 'year-4-1-2-of-the-class'],
  ['Стіна', 'photo-2026-03-05'],
  ['', 'photo-2026-03-05'],
  ['Straße Łódź', 'strasse-lodz'],
  ['CON', 'con-2'],
])('%j becomes %s', (title, id) => {
  expect(idFrom(title, 'photo 2026-03-05', free)).toBe(id);
  expect(isId(id)).toBe(true);
});

test('a long title is cut between words, and one that is taken gets a number', () => {
  expect(idFrom('word '.repeat(30), '', free)).toBe(Array(10).fill('word').join('-'));
  expect(idFrom('x'.repeat(300), '', free)).toBe('x'.repeat(50));
  const taken = new Set(['the-walk', 'the-walk-2']);
  expect(idFrom('The walk', '', (id) => taken.has(id))).toBe('the-walk-3');
});

test.each(['Walk', 'a--b', '-a', 'a_b', '', 'nul', 'x'.repeat(81), '../a'])('%j is no id', (text) => {
  expect(isId(text)).toBe(false);
});
