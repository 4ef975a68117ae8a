import { widthOf } from '../src/model/width.ts';
import { sampleSchool } from './support/school.ts';

const { read, put, lem } = sampleSchool();
const GRID = 'grid/2025-26.yaml';
const show = (...words: string[]) => lem(['grid', 'show', ...words]);

test('fits the terminal, and names what to go on with', async () => {
  const { text } = await show();
  expect(text.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
  expect(text).toContain('All: the middle rating, an even split takes the worse\n7 red, 25 amber, 18 green\n* differs');
  expect(text).toMatch(/\n\n {2}→ lem status\n$/);
});

test.each([
  [
    'an audit that is open',
    'audit/2025-26/pupil-involvement.yaml',
    'status: complete',
    'status: draft',
    'audit answer',
  ],
  ['an empty cell', GRID, '    race: green', '    race:', 'grid answer'],
  ['a grid that is not agreed', GRID, 'completed: 2025-12-02\n', '', 'grid complete'],
  ['a gap in the plan', 'plan/everyday-language.yaml', 'status: in-progress', 'status: planned', 'status'],
  ['a gap in the plan', 'plan/everyday-language.yaml', 'strands: [', 'strands: [] # [', 'plan suggest'],
])('goes on with %s', async (_what, file, from, to, next) => {
  put(file, (read(file) ?? '').replace(from, to));
  expect((await show()).text).toContain(`\n  → lem ${next}`);
});

test('a year that is over is only shown', async () => {
  expect((await show('--year', '2024-25')).text).not.toContain('→');
});
