import { READERS } from '../src/commands/report.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
const FORMAT = ['--format', 'html'];

test.each([
  ['report', []],
  ...Object.entries(READERS).flatMap(([reader, { page, isOneSide }]): [string, string[]][] =>
    isOneSide === true ? [] : [[page, ['--for', reader]]],
  ),
])('%s begins with a cover where one is asked for, and names the school on it', async (page, option) => {
  for (const cover of [true, false]) {
    const { exit } = await school.lem(['report', ...option, ...FORMAT, ...(cover ? ['--cover'] : [])]);
    expect(exit).toBe(0);
    const html = school.read(`build/${page}.html`) ?? '';
    const head = /<header class="cover">.*?<\/header>/s.exec(html)?.[0] ?? '';
    expect(head.includes('Ribble Bank Primary School')).toBe(cover);
    expect(html.includes('<header class="masthead">')).toBe(!cover);
    expect(html.match(/<h1/g)).toHaveLength(1);
  }
});

test('one side of A4 has no room for a cover', async () => {
  const { exit, text } = await school.lem(['report', '--for', 'governors', '--cover', ...FORMAT]);
  expect(exit).toBe(2);
  expect(text).toContain('one side of A4 and has no cover.');
  expect(school.read('build/governors.html')).toBeNull();
});
