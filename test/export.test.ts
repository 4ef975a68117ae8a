import { existsSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { sheets } from '../src/shell/sheets.ts';
import { answering } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();

test.each(['audit', 'grid', 'plan'])('the %s goes out and changes nothing when it comes back', async (kind) => {
  for (const file of [`${kind}.csv`, `${kind}.xlsx`]) {
    expect(await school.lem(['export', kind, '--out', file])).toMatchObject({ exit: 0 });
    const back = await school.lem(['import', kind, file, '--yes']);
    expect(back).toMatchObject({
      exit: 0,
      text: expect.stringContaining(`Nothing to change: the ${kind} says all of this already.`),
    });
  }
});

test.each([
  ['audit', 'audit/2025-26/pupil-involvement.yaml', 'audit/2030-31/pupil-involvement.yaml'],
  ['grid', 'grid/2025-26.yaml', 'grid/2030-31.yaml'],
])('the %s fills a year that has none, and comes out of it the same', async (kind, _from, made) => {
  await school.lem(['export', kind, '--out', 'a.xlsx']);
  expect(await school.lem(['import', kind, 'a.xlsx', '--year', '2030/31', '--yes'])).toMatchObject({ exit: 0 });
  expect(school.read(made)).toMatch(/^# yaml-language-server:/);
  await school.lem(['export', kind, '--out', 'a.csv']);
  await school.lem(['export', kind, '--year', '2030-31', '--out', 'b.csv']);
  expect(school.read('b.csv')).toBe(school.read('a.csv'));
});

test.each(['csv', 'xlsx'])('texts of every sort go through %s into new files and come out the same', async (format) => {
  const texts = [
    '=1+1',
    "'=1",
    '- a\n- b\n',
    ' two  spaces ',
    '007',
    '2026-10-12',
    '12/10/2026',
    'a;b,c\t"d"',
    '#REF!',
    'مدرسة 👩🏽‍🦽',
    '\u0007',
    'yes',
    '# no comment',
  ];
  const judgements = Object.fromEntries(
    ['learning-and-teaching', 'pupil-involvement', 'impact-and-review'].map((element, at) => [
      element,
      Object.fromEntries(
        texts.slice(at * 5, at * 5 + 5).map((because, index) => [`${element}.${index + 1}`, { because }]),
      ),
    ]),
  );
  for (const [element, own] of Object.entries(judgements))
    school.put(`audit/2029-30/${element}.yaml`, JSON.stringify({ element, status: 'draft', judgements: own }));
  await school.lem(['export', 'audit', '--year', '2029-30', '--out', `a.${format}`]);
  expect(await school.lem(['import', 'audit', `a.${format}`, '--year', '2030-31', '--yes'])).toMatchObject({ exit: 0 });
  await school.lem(['export', 'audit', '--year', '2029-30', '--out', 'before.csv']);
  await school.lem(['export', 'audit', '--year', '2030-31', '--out', 'after.csv']);
  expect(school.read('after.csv')).toBe(school.read('before.csv'));
  expect(texts.every((text) => (school.read('after.csv') ?? '').includes(text.replaceAll('"', '""')))).toBe(true);
});

test('without a file, CSV is printed', async () => {
  const { exit, text } = await school.lem(['export', 'plan']);
  expect(exit).toBe(0);
  expect(text.split('\r\n')[0]).toBe(
    '\ufeffAction,Strands,Elements,Improvement plan,Lead,Start,Due,Status,Resources,Baseline,Success,Outcome,Impact,Evidence,Completed,Id',
  );
});

test('no control character reaches a terminal', async () => {
  school.put('plan/bell.yaml', 'title: "Ring \\u0007 \\u001b[31m"\nstrands: [race]\nstatus: planned\n');
  const { text } = await school.lem(['export', 'plan'], { prompts: answering(() => null).prompts });
  expect(text).toContain('Ring ␇ ␛[31m');
  expect(text).not.toContain('\u001b');
});

test('a workbook: bold headers that stay, cells that say they are text, no formula', async () => {
  school.put('plan/sum.yaml', 'title: "=SUM(A1:A9)"\nstrands: [race]\nstatus: planned\ndue: 2026-10-12\n');
  await school.lem(['export', 'plan', '--out', 'plan.xlsx']);
  const parts = Object.entries(unzipSync(readFileSync(school.path('plan.xlsx'))));
  const xml = new Map(parts.map(([name, part]) => [name, new TextDecoder().decode(part)]));
  const sheet = xml.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('ySplit="1"');
  expect(sheet).toContain('<cols>');
  expect(sheet).not.toContain('<f>');
  expect(xml.get('xl/workbook.xml')).toContain('name="Plan"');
  expect(xml.get('xl/sharedStrings.xml')).toContain('<t>=SUM(A1:A9)</t>');
  expect([...xml.keys()].join()).not.toMatch(/external|hyperlink/i);
  const book = await sheets.open(readFileSync(school.path('plan.xlsx')));
  expect(book.state === 'book' && book.sheets[0]?.rows.find(([title]) => title === '=SUM(A1:A9)')?.[6]).toBe(
    '2026-10-12',
  );
});

test('what is not there yet is an empty form', async () => {
  const { exit, text } = await school.lem(['export', 'audit', '--year', '2031-32']);
  expect(exit).toBe(0);
  expect(text).toContain('There is no audit of 2031-32 yet: this is an empty form.');
  expect(text).toContain('Every adult, including support, lunchtime and office staff');
});

test('what the programme does not have is named', async () => {
  school.put('grid/2029-30.yaml', 'year: 2029-30\ncells:\n  learning-and-teaching: { race: green, age: red }\n');
  const { text } = await school.lem(['export', 'grid', '--year', '2029-30']);
  expect(text).toContain('Left out, as the programme does not have it: learning-and-teaching age');
});

test.each([
  [['export', 'audit', '--format', 'ods'], 'lem writes csv and xlsx, not ods.'],
  [['export', 'audit', '--out', 'a.ods'], 'lem writes csv and xlsx, not ods.'],
  [['export', 'audit', '--format', 'csv', '--out', 'a.xlsx'], '--format csv does not go with a.xlsx.'],
  [['export', 'audit', '--format', 'xlsx'], 'A workbook can’t be printed.'],
  [['export', 'grid', '--out', 'lem.yaml'], 'lem writes csv and xlsx, not yaml.'],
  [
    ['export', 'grid', '--format', 'csv', '--out', 'plan/a.csv'],
    'plan/a.csv lies where the workspace’s own files are.',
  ],
  [['export', 'grid', '--out', 'there.csv'], 'there.csv is already there, and lem does not write over it.'],
  [['export', 'grid', '--year', '2026'], '2026 is not a school year.'],
])('%j is refused', async (words, message) => {
  school.put('there.csv', 'kept');
  const { exit, text } = await school.lem(words);
  expect({ exit, first: text.split('\n')[0] }).toEqual({ exit: 2, first: `lem: ${message}` });
  expect(school.read('there.csv')).toBe('kept');
  expect(existsSync(school.path('a.xlsx'))).toBe(false);
});

test('a file with a fault is named', async () => {
  school.put('plan/broken.yaml', 'title: [\n');
  const { exit, text } = await school.lem(['export', 'plan', '--out', 'p.csv']);
  expect(exit).toBe(2);
  expect(text).toContain('plan/broken.yaml can’t be read, so the plan can’t be exported.');
  expect(school.read('p.csv')).toBeNull();
});

test('a text that no cell of Excel can hold goes out as CSV only', async () => {
  school.put('plan/long.yaml', `title: Long\nstrands: [race]\nstatus: planned\nbaseline: ${'word '.repeat(7000)}x\n`);
  expect(await school.lem(['export', 'plan', '--out', 'p.xlsx'])).toMatchObject({
    exit: 2,
    text: expect.stringContaining('Long: Baseline is longer than a cell of Excel can be.'),
  });
  expect(await school.lem(['export', 'plan', '--out', 'p.csv'])).toMatchObject({ exit: 0 });
});
