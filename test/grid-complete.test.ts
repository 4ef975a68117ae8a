import { sampleSchool } from './support/school.ts';

const { read, put, lem } = sampleSchool();
const GRID = 'grid/2025-26.yaml';
const complete = (...words: string[]) => lem(['grid', 'complete', ...words]);
const replaced = (file: string, from: string | RegExp, to: string): void =>
  put(file, (read(file) ?? '').replace(from, to));

test('puts the day into the grid, where the file has its place', async () => {
  replaced(GRID, 'completed: 2025-12-02', 'completed: # the day');
  const before = read(GRID) ?? '';
  const { exit, text } = await complete();
  expect([exit, text]).toEqual([
    0,
    '✓ grid/2025-26.yaml\n  The grid of 2025-26 is complete: 8 June 2026.\n  → lem status\n',
  ]);
  expect(read(GRID)).toBe(before.replace('completed: #', 'completed: 2026-06-08 #'));
});

test('does not move the day that was agreed, unless another is named', async () => {
  const before = read(GRID) ?? '';
  expect(await complete()).toMatchObject({
    exit: 0,
    text: expect.stringContaining('was completed on 2 December 2025'),
  });
  expect(read(GRID)).toBe(before);
  expect(await complete('--on', '2025-12-09')).toMatchObject({
    exit: 0,
    text: expect.stringContaining('2 December 2025 → 9 December 2025'),
  });
  expect(read(GRID)).toBe(before.replace('2025-12-02', '2025-12-09'));
});

test('asks about a day that is not in the year, and names the plan where it has gaps', async () => {
  replaced('plan/everyday-language.yaml', 'status: in-progress', 'status: stopped\noutcome: No room.');
  expect((await complete('--on', '2026-10-01')).text).toMatch(
    /That day is not in the school year 2025-26: [^→]*\n {2}→ lem plan suggest\n$/,
  );
});

test('opens a grid again, and says so where it is open', async () => {
  const before = read(GRID) ?? '';
  expect(await complete('--reopen')).toMatchObject({ exit: 0, text: expect.stringContaining('is open again') });
  expect(read(GRID)).toBe(before.replace('completed: 2025-12-02\n', ''));
  expect(await complete('--reopen')).toMatchObject({ exit: 0, text: expect.stringContaining('Nothing to change') });
  expect(await complete('--on', '2025-12-02')).toMatchObject({ exit: 0 });
  expect(read(GRID)).toBe(before);
});

test('waits for all of the audit, and names what is open', async () => {
  replaced('audit/2025-26/pupil-involvement.yaml', 'status: complete', 'status: draft');
  expect(await complete('--on', '2025-12-09')).toMatchObject({
    exit: 2,
    text: expect.stringContaining('The audit of 2025-26 is still open: Pupil Involvement.'),
  });
  put('audit/2025-26/impact-and-review.yaml', 'element: "open\n');
  expect(await complete('--on', '2025-12-09')).toMatchObject({
    exit: 2,
    text: expect.stringContaining('audit/2025-26/impact-and-review.yaml can’t be read.'),
  });
});

test('comes no earlier than the audit', async () => {
  expect(await complete('--on', '2025-09-01')).toMatchObject({
    exit: 2,
    text: expect.stringContaining('was completed after 1 September 2025'),
  });
});

test('waits for every cell, and names the first few', async () => {
  replaced(GRID, '    race: green', '    race:');
  expect(await complete('--on', '2025-12-09')).toMatchObject({
    exit: 2,
    text: expect.stringContaining('1 cell has no rating yet: Race in Leadership and Governance.'),
  });
  put(GRID, 'year: 2025-26\n');
  expect(await complete()).toMatchObject({
    exit: 2,
    text: expect.stringMatching(/50 cells have no rating yet: .*, Gender in .* and 47 more\./),
  });
  put(GRID, 'year: 2025-26\ncells: { leadership-and-governance: { race: grene } }\n');
  expect(await complete()).toMatchObject({
    exit: 2,
    text: expect.stringContaining('50 cells have no rating yet: Race'),
  });
});

test('says which cells still owe a reason', async () => {
  replaced(GRID, /gender:\n {6}rating: amber\n {6}because: Fathers.*\n/, 'gender: amber\n');
  expect(await complete('--on', '2025-12-09')).toMatchObject({
    exit: 0,
    text: expect.stringContaining('1 cell needs its reason: lem check grid/2025-26.yaml --level ready'),
  });
});

test('needs a grid', async () => {
  expect(await complete('--year', '2030-31')).toMatchObject({
    exit: 2,
    text: expect.stringContaining('There is no grid of 2030-31 yet.'),
  });
});

test('what it writes is what the checks ask for', async () => {
  await complete('--reopen');
  expect((await lem(['check', GRID, '--level', 'ready'])).text).toContain('grid/not-complete');
  await complete();
  expect((await lem(['check', GRID, '--level', 'ready'])).text).not.toContain('grid/');
});
