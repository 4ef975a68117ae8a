import type { Span } from '../../src/model/place.ts';
import { codeFrame } from '../../src/views/code-frame.ts';

function frame(text: string, span: Span, width = 80): readonly string[] {
  return codeFrame(text, span, width).map((line) =>
    typeof line === 'string' ? line : line.map((run) => (typeof run === 'string' ? run : run.text)).join(''),
  );
}

const on = (line: number, column: number, endColumn: number): Span => ({ line, column, endLine: line, endColumn });

test('shows the line with its neighbours, and marks what is meant', () => {
  expect(frame('a: 1\nb: two\nc: 3\n', on(2, 4, 7))).toEqual([
    '  1 │ a: 1',
    '› 2 │ b: two',
    '    │    ^^^',
    '  3 │ c: 3',
  ]);
});

test('counts columns as they are seen', () => {
  expect(frame('b: 漢字 xx\n', on(1, 7, 9))).toEqual(['› 1 │ b: 漢字 xx', '    │         ^^']);
});

test('moves a long line so that what is meant can be seen', () => {
  const [line = '', marks = ''] = frame(`key: ${'x'.repeat(100)} wrong`, on(1, 107, 112), 60);
  expect(line.length).toBeLessThanOrEqual(60);
  expect(line.slice(marks.indexOf('^'))).toBe('wrong');
  expect(line).toContain('│ …');
});

test('a place at the very end of a text is marked', () => {
  expect(frame('a: 1\n', on(2, 1, 1))).toEqual(['  1 │ a: 1', '› 2 │ ', '    │ ^']);
});

test('a file that ends its lines with CRLF looks the same', () => {
  expect(frame('a: 1\r\nb: two\r\n', on(2, 4, 7))).toEqual(frame('a: 1\nb: two\n', on(2, 4, 7)));
});
