import { MOVES, moveKeys, ratingKeys } from '../src/commands/interview/keys.ts';
import type { ProgrammeFile } from '../src/model/files.generated.ts';
import { programmeOf } from '../src/model/programme.ts';
import { programme } from './support/programmes.ts';

/** The keys of a scale with these letters, and of not applicable, which is last. */
function keys(letters: readonly string[], none = '–'): string {
  const { file } = programme('lem-5');
  const scale = letters.map((letter, index): ProgrammeFile['scale'][number] => ({
    ...(file.scale[0] as ProgrammeFile['scale'][number]),
    id: `r${index}`,
    letter,
  }));
  const made = programmeOf({ ...file, scale, notApplicable: { ...file.notApplicable, letter: none } });
  return ratingKeys(made)
    .map(({ key }) => key)
    .join(' ');
}

test.each([
  ['letters of their own', ['R', 'A', 'G'], '–', 'r a g n'],
  ['digits', ['0', '1', '2'], 'x', '0 1 2 x'],
  ['letters with marks', ['Ŵ', 'É'], '–', 'ŵ é n'],
  ['a letter that skips, goes back or stops', ['S', 'A'], '–', '1 2 n'],
  ['another of them', ['A', 'Q'], '–', '1 2 n'],
  ['one letter twice', ['A', 'a', 'G'], '–', '1 2 3 n'],
  ['more than one letter', ['A', 'A+'], '–', '1 2 n'],
  ['a sign that is no key', ['★', 'A'], '–', '1 2 n'],
  ['n for a rating', ['N', 'P'], '–', 'n p x'],
  ['n and x for ratings', ['N', 'X'], '–', 'n x 0'],
  ['not applicable by a letter of its own', ['R', 'G'], 'Z', 'r g z'],
  ['not applicable by a letter that stops', ['R', 'G'], 'Q', 'r g n'],
  ['not applicable by a rating’s letter', ['R', 'N'], 'R', 'r n x'],
])('%s', (_, letters, none, expected) => {
  expect(keys(letters, none)).toBe(expected);
});

test('a long scale has a key for each of its ratings', () => {
  const all = keys(Array.from({ length: 20 }, () => 'A')).split(' ');
  expect(new Set(all).size).toBe(21);
  expect(all.filter((key) => moveKeys(true).some((move) => move.key === key))).toEqual([]);
});

test('there is no way back from the first', () => {
  expect(moveKeys(false).map(({ value }) => value)).toEqual([MOVES.skip, MOVES.stop]);
});
