import { err, out } from '../../src/model/block.ts';
import { unusable } from '../../src/model/outcome.ts';
import { printer } from '../../src/shell/terminal.ts';

const LONG = unusable(
  'There is no element nope.',
  'There are: leadership-and-governance, learning-and-teaching, curriculum-and-resources, pupil-involvement.',
).report;

async function printed(isTTY: boolean, blocks = LONG): Promise<string> {
  let text = '';
  const stream = { write: (more: string) => (text += more), isTTY, columns: 64 };
  const print = await printer(stream, stream, { NO_COLOR: '1' });
  for (const block of blocks) print(block);
  return text;
}

test('what is said of a mistake is broken between words at the end of a terminal’s line', async () => {
  expect(await printed(true)).toBe(
    [
      'lem: There is no element nope.',
      '  There are: leadership-and-governance, learning-and-teaching,',
      '    curriculum-and-resources, pupil-involvement.',
      '',
    ].join('\n'),
  );
});

test('in a pipe it stays on its line, and so does a report and what is one word', async () => {
  expect((await printed(false)).split('\n')).toHaveLength(3);
  expect(await printed(true, [out('x '.repeat(40))])).toBe(`${'x '.repeat(39)}x\n`);
  expect(await printed(true, [err('x'.repeat(70))])).toBe(`${'x'.repeat(70)}\n`);
});
