import { answering } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';

const { read, put, lem } = sampleSchool();
const ID = 'story-corner';
const FILE = `plan/${ID}.yaml`;
const TEXT = [
  '# A comment',
  'title: "A story corner" # in every class',
  'strands: [race]',
  'lead: Year 2 teacher',
  '',
  'start: 2026-02-02',
  'due: 2026-07-09',
  'status: in-progress  # since the spring',
  'baseline: >-',
  '  Two of seven',
  '  classes had one.',
  '',
].join('\n');
const update = (...words: string[]) => lem(['plan', 'update', ID, ...words]);

beforeEach(() => put(FILE, TEXT));

test('changes what is named, and says so without people’s own words', async () => {
  const { exit, text } = await update(
    ...['--title', 'A reading den', '--strand', 'race', '--strand', 'gender', '--element', 'pupil-involvement'],
    ...['--due', '2026-12-18', '--baseline', 'One of seven classes had one.', '--success', 'All have one.'],
    ...['--lead', 'The teacher who looks after the library and the reading corners', '--add-evidence', 'staff-survey'],
  );
  expect(exit).toBe(0);
  expect(text).toBe(
    [
      `✓ ${FILE}`,
      '  title: A story corner → A reading den',
      '  strands: race → race, gender',
      '  elements: pupil-involvement',
      '  lead: reworded',
      '  due: 9 July 2026 → 18 December 2026',
      '  baseline: reworded',
      '  success: written',
      '  evidence: staff-survey',
      '  → lem status\n',
    ].join('\n'),
  );
  expect(read(FILE)).toBe(
    [
      '# A comment',
      'title: "A reading den" # in every class',
      'strands: [race, gender]',
      'elements: [pupil-involvement]',
      'lead: The teacher who looks after the library and the reading corners',
      '',
      'start: 2026-02-02',
      'due: 2026-12-18',
      'status: in-progress  # since the spring',
      'baseline: >-',
      '  One of seven classes had one.',
      'success: All have one.',
      'evidence: [staff-survey]',
      '',
    ].join('\n'),
  );
});

describe('an action that is complete', () => {
  const done = ['--status', 'complete', '--outcome', 'All seven.', '--impact', 'Pupils say so.'];

  test('has the day it was done, and goes on to its badge', async () => {
    const { exit, text } = await update(...done);
    expect([exit, text]).toEqual([
      0,
      `✓ ${FILE}\n  status: in-progress → complete\n  outcome: written\n  impact: written\n  completed: 8 June 2026\n  → lem badges race\n`,
    ]);
    expect(read(FILE)).toBe(
      `${TEXT.replace('in-progress', 'complete')}outcome: All seven.\nimpact: Pupils say so.\ncompleted: 2026-06-08\n`,
    );
  });

  test('takes another day where one is given', async () => {
    await update(...done, '--on', '2026-05-01');
    expect(read(FILE)).toContain('completed: 2026-05-01');
    put(FILE, TEXT);
    await update(...done, '--completed', '2026-05-02');
    expect(read(FILE)).toContain('completed: 2026-05-02');
    put(FILE, TEXT);
    expect(await update(...done, '--completed', '2026-01-02')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('before it begins on 2026-02-02'),
    });
  });

  test('needs its baseline, its outcome and its impact', async () => {
    expect(await update('--status', 'complete')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('Add --outcome'),
    });
    expect(await update(...done.slice(0, 4))).toMatchObject({ exit: 2, text: expect.stringContaining('Add --impact') });
    expect(await update(...done, '--clear', 'baseline')).toMatchObject({
      exit: 2,
      text: expect.stringContaining('Add --baseline'),
    });
    expect(read(FILE)).toBe(TEXT);
    await update('--outcome', 'All seven.', '--impact', 'Pupils say so.');
    expect(await update('--status', 'complete')).toMatchObject({ exit: 0 });
  });

  test('is asked for what it lacks, where someone is there', async () => {
    const { prompts, asked } = answering((message) => (message.startsWith('What changed') ? 'All seven.' : 'Yes.'));
    expect(await lem(['plan', 'update', ID, '--status', 'complete'], { prompts })).toMatchObject({ exit: 0 });
    expect(asked).toEqual(['What changed, against the baseline:', 'What difference it made to people:']);
    expect(read(FILE)).toContain('outcome: All seven.\nimpact: Yes.\ncompleted: 2026-06-08\n');
    put(FILE, TEXT);
    const off = answering(() => null);
    expect(await lem(['plan', 'update', ID, '--status', 'complete'], { prompts: off.prompts })).toMatchObject({
      exit: 2,
    });
    expect(read(FILE)).toBe(TEXT);
  });

  test('has no day once it is open again', async () => {
    await update(...done);
    expect((await update('--status', 'planned')).text).toContain('  completed: 8 June 2026 → taken out\n');
    expect(read(FILE)).not.toContain('completed');
  });

  test('that lacked something before can still be changed', async () => {
    put(FILE, 'title: It\nstrands: [race]\nstatus: complete\n');
    expect(await update('--lead', 'Me')).toMatchObject({ exit: 0 });
    expect(read(FILE)).toBe('title: It\nstrands: [race]\nlead: Me\nstatus: complete\n');
  });
});

test('evidence is put in place of what was there, or added to it', async () => {
  await update('--evidence', 'staff-survey', '--add-evidence', 'reporting-survey');
  expect(read(FILE)).toContain('evidence: [staff-survey, reporting-survey]');
  await update('--add-evidence', 'staff-survey,class-book-counts');
  expect(read(FILE)).toContain('evidence: [staff-survey, reporting-survey, class-book-counts]');
  await update('--evidence', 'class-book-counts');
  expect(read(FILE)).toContain('evidence: [class-book-counts]');
});

test('--clear takes a key out, by its name in the file or as an option', async () => {
  await update('--improvement-plan', 'Priority 1');
  expect((await update('--clear', 'improvement-plan', '--clear', 'lead')).text).toContain(
    '  improvementPlan: Priority 1 → taken out\n  lead: Year 2 teacher → taken out\n',
  );
  expect(read(FILE)).toBe(TEXT.replace('lead: Year 2 teacher\n', ''));
});

test('says where there is nothing to change', async () => {
  for (const words of [[], ['--lead', 'Year 2 teacher'], ['--clear', 'success']])
    expect(await update(...words)).toMatchObject({ exit: 0, text: `Nothing to change in ${FILE}.\n` });
  expect(read(FILE)).toBe(TEXT);
});

test('shows a diff with --dry-run', async () => {
  const { exit, text } = await update('--status', 'planned', '--dry-run');
  expect([exit, text]).toEqual([0, expect.stringContaining('+status: planned  # since the spring\n')]);
  expect(read(FILE)).toBe(TEXT);
});

test.each([
  [['--status', 'stopped'], 'A stopped action says why it was stopped.'],
  [['--due', '2026-01-01'], 'It would be due on 2026-01-01, before it begins on 2026-02-02.'],
  [['--start', '2026-08-01'], 'before it begins on 2026-08-01'],
  [['--clear', 'strands'], 'An action needs its strands.'],
  [['--clear', 'duee'], 'Did you mean due?'],
  [['--clear', 'lead', '--lead', 'Me'], 'lead can’t be both changed and taken out.'],
  [['--add-evidence', 'staff-servey'], 'Did you mean staff-survey?'],
  [['--status', 'in-progess'], 'Did you mean in-progress?'],
])('refuses %j', async (words, message) => {
  expect(await update(...words)).toMatchObject({ exit: 2, text: expect.stringContaining(message) });
  expect(read(FILE)).toBe(TEXT);
});

test('leaves an action with a fault to a person, and knows which there are', async () => {
  put(FILE, `${TEXT}succes: x\n`);
  expect(await update('--lead', 'Me')).toMatchObject({ exit: 2, text: expect.stringContaining(`lem check ${FILE}`) });
  expect(await lem(['plan', 'update', 'stori-corner'])).toMatchObject({
    exit: 2,
    text: expect.stringContaining('Did you mean story-corner?'),
  });
});
