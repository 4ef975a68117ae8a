import fc from 'fast-check';
import { at, keyAt, type Place, type Span } from '../../src/model/place.ts';
import { locate, spanOf } from '../../src/source/locate.ts';
import { parse } from '../../src/source/parse.ts';

const text = [
  '# a comment',
  'title: "é😀 passports"',
  'strands: [race, disabilty]',
  'nested:',
  '  deep: { er: 1 }',
  'list:',
  '  - one: 1',
  '  - two: 2',
  'empty:',
  '',
].join('\n');
const source = parse('plan/x.yaml', text);

function found(place: Place, { line, column, endLine, endColumn }: Span): string {
  const lines = text.split('\n');
  if (line !== endLine) return `${line}:${column}-${endLine}:${endColumn}`;
  return `${line}:${column} ${(lines[line - 1] ?? '').slice(column - 1, endColumn - 1)} ${place.part}`;
}

test.each([
  ['a value', at('plan/x.yaml', 'strands', 1), '3:17 disabilty value'],
  ['a key', keyAt('plan/x.yaml', 'strands'), '3:1 strands key'],
  ['a text, in UTF-16 units', at('plan/x.yaml', 'title'), '2:8 "é😀 passports" value'],
  ['a list in brackets', at('plan/x.yaml', 'strands'), '3:10 [race, disabilty] value'],
  ['a map over several lines, by its key', at('plan/x.yaml', 'nested'), '4:1 nested value'],
  ['a map in braces', at('plan/x.yaml', 'nested', 'deep'), '5:9 { er: 1 } value'],
  ['a list item that is a map, by its first key', at('plan/x.yaml', 'list', 1), '8:5 two value'],
  ['a key missing from a list item, by the item', at('plan/x.yaml', 'list', 1, 'three'), '8:5 two value'],
  ['a key that is missing, by the nearest above', at('plan/x.yaml', 'nested', 'gone', 'further'), '4:1 nested value'],
  ['a key missing at the top, by the file’s first key', at('plan/x.yaml', 'gone'), '2:1 title value'],
  ['an empty value, by its key', at('plan/x.yaml', 'empty'), '9:1 empty value'],
  ['the whole file, by its first key', at('plan/x.yaml'), '2:1 title value'],
])('%s is found', (_what, place, expected) => {
  expect(found(place, locate(source, place))).toBe(expected);
});

test('lines end with LF, CRLF or CR', () => {
  expect(spanOf({ text: 'a\r\nb\rc\nd' }, 3, 4)).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 2 });
  expect(spanOf({ text: 'a\r\nb\rc\nd' }, 7, 8)).toEqual({ line: 4, column: 1, endLine: 4, endColumn: 2 });
});

test('every span lies inside the text, whatever the path', () => {
  const step = fc.oneof(
    fc.constantFrom('title', 'strands', 'nested', 'deep', 'list', 'empty', '__proto__'),
    fc.integer({ min: -1, max: 3 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 4 }), fc.constantFrom('key', 'value'), (path, part) => {
      const span = locate(source, { file: 'plan/x.yaml', path, part: part as 'key' });
      const lines = text.split('\n');
      expect(span.line).toBeLessThanOrEqual(span.endLine);
      expect(span.endColumn).toBeLessThanOrEqual((lines[span.endLine - 1]?.length ?? 0) + 1);
      expect(span.column).toBeGreaterThanOrEqual(1);
    }),
  );
});

test.each([
  ['a quote', 'a: 1\nb: "open\nc: 2\n', '2:4 This quote is not closed.'],
  ['a bracket', 'a: 1\nb: [x, y\nc: 2\n', '2:4 This bracket is not closed.'],
  ['a brace in a bracket', 'a: [{ b: 1 ]\n', '1:5 This brace is not closed.'],
])('%s that is not closed is shown where it opens', (_what, faulty, expected) => {
  const opened = parse('x.yaml', faulty);
  const found = opened.problems.map(({ where, message }) => {
    const { line, column } = locate(opened, where);
    return `${line}:${column} ${message}`;
  });
  expect(found).toContain(expected);
});
