import { didYouMean, nearest } from '../../src/model/nearest.ts';

test.each([
  ['disabilty', ['race', 'disability'], 'disability'],
  ['Disability', ['race', 'disability'], 'disability'],
  ['sexual orientation', ['race', 'sexual-orientation'], 'sexual-orientation'],
  ['raec', ['race', 'rate'], 'race'],
  ['zebra', ['disability', 'religion-and-belief'], null],
  ['', ['race'], null],
])('%s among %j is %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected);
});

test('an alias offers the id it stands for', () => {
  expect(
    didYouMean('ethnicty', [
      ['race', 'race'],
      ['ethnicity', 'race'],
    ]),
  ).toBe('Did you mean race?');
});

test('where nothing is near, it says what there is', () => {
  expect(didYouMean('zzz', ['race', 'gender'])).toBe('There are: race, gender.');
  expect(didYouMean('zzz', [])).toBe('There is none yet.');
});

test('the beginning of one long word is enough to say which', () => {
  const known = ['learning-and-teaching', 'leadership-and-governance'];
  expect(didYouMean('Learning', known)).toBe('Did you mean learning-and-teaching?');
  expect(didYouMean('lea', known)).toBe('There are: learning-and-teaching, leadership-and-governance.');
  expect(didYouMean('le', ['learning-and-teaching'])).toBe('There is: learning-and-teaching.');
});
