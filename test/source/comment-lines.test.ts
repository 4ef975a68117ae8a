import fc from 'fast-check';
import { commentLines } from '../../src/source/comment-lines.ts';
import { spanOf } from '../../src/source/locate.ts';

function found(text: string): readonly (readonly [number, string])[] {
  return commentLines(text).map((comment) => [comment.line, comment.text]);
}

test.each<readonly [name: string, text: string, comments: readonly (readonly [number, string])[]]>([
  ['none', 'a: 1\n', []],
  [
    'one above, one inside and one below',
    '# x\na:\n  # y\n  b: 1\n# z',
    [
      [1, '# x'],
      [3, '# y'],
      [5, '# z'],
    ],
  ],
  ['behind a value', 'a: 1 # x\n', []],
  [
    'before and after the start of a document',
    '%YAML 1.2\n# x\n--- # y\n# z\na: 1\n',
    [
      [2, '# x'],
      [4, '# z'],
    ],
  ],
  ['in a block of text', 'a: |\n  # x\n\n  # y\n# z\n', [[5, '# z']]],
  ['in a folded text', 'a: >-\n  b\n  # x\nc: 1\n', []],
  ['in quotes', 'a: "b\n  # x\n  c"\nd: \'e\n  # y\'\n', []],
  [
    'in brackets',
    'a: [\n  # x\n  b,\n  # y\n]\n',
    [
      [2, '# x'],
      [4, '# y'],
    ],
  ],
  ['Windows’ ends of line', 'a: 1\r\n# x\r\nb: 2\r\n', [[2, '# x']]],
  [
    'a text that is not sound',
    'a: [1\n# x\nb: }\n# y\n',
    [
      [2, '# x'],
      [4, '# y'],
    ],
  ],
])('%s', (_name, text, comments) => {
  expect(found(text)).toEqual(comments);
});

test('every comment stands where it says, in any text', () => {
  const part = fc.constantFrom(
    '# x',
    '#',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    'a:',
    '- ',
    '"',
    "'",
    '|',
    '[',
    ']',
    '\u001f',
    '\u0002',
    'é',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      for (const comment of commentLines(text)) {
        expect(text.slice(comment.from, comment.to)).toBe(comment.text);
        expect(spanOf({ text }, comment.from, comment.to).line).toBe(comment.line);
        expect(comment.text.startsWith('#')).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
