import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../src/source/parse.ts';
import { validate } from '../src/source/validate.ts';
import { ACTION_KEYS, draftAction } from '../src/workspace/draft-action.ts';
import { type Answer, answering } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';

const { path, read, lem } = sampleSchool();
const add = (...words: string[]) => lem(['plan', 'add', ...words]);
const PATH = 'plan/a-story-corner.yaml';

test('writes a new action as the others are written', async () => {
  const { exit, text } = await add(
    ...['A story corner', '--strand', 'faith,race', '--element', 'Pupil Involvement', '--due', '2027-07-09'],
    ...['--improvement-plan', 'Priority 1: reading', '--lead', ' Year 2\nteacher ', '--start', '2026-11-10'],
    ...['--baseline', 'Two of seven classes had one.\n\n- none in Year 1', '--evidence', 'staff-survey'],
    ...[
      '--success',
      'Every class has one, and every pupil has sat in it with a friend and a book that they chose themselves.',
    ],
  );
  expect([exit, text]).toEqual([0, '✓ plan/a-story-corner.yaml\n  → lem status\n']);
  expect(read(PATH)).toBe(
    [
      '# yaml-language-server: $schema=../.lem/schemas/action.json',
      'title: A story corner',
      'strands: [religion-and-belief, race]',
      'elements: [pupil-involvement]',
      'improvementPlan: "Priority 1: reading"',
      'lead: Year 2 teacher',
      'start: 2026-11-10',
      'due: 2027-07-09',
      'status: planned',
      'baseline: |-',
      '  Two of seven classes had one.',
      '',
      '  - none in Year 1',
      'success: >-',
      '  Every class has one, and every pupil has sat in it with a friend and a book that they chose',
      '  themselves.',
      'evidence: [staff-survey]',
      '',
    ].join('\n'),
  );
  expect(await lem(['check', PATH])).toMatchObject({ exit: 0 });
});

test('says what is not said yet, and how to say it', async () => {
  expect((await add('A story corner', '--strand', 'race', '--lead', 'Year 2 teacher')).text).toBe(
    [
      '✓ plan/a-story-corner.yaml',
      '  Not said yet:',
      '  → lem plan update a-story-corner --due … --improvement-plan … --baseline … --success …\n',
    ].join('\n'),
  );
});

test('writes nothing with --dry-run', async () => {
  const { exit, text } = await add('A story corner', '--strand', 'race', '--dry-run');
  expect([exit, text]).toEqual([0, expect.stringContaining('+title: A story corner')]);
  expect(read(PATH)).toBeNull();
});

test('takes an action that is done already, with the day it was', async () => {
  const done = ['--status', 'complete', '--baseline', 'None.', '--outcome', 'All.', '--impact', 'Pupils say so.'];
  expect(await add('A story corner', '--strand', 'race', ...done)).toMatchObject({ exit: 0 });
  expect(read(PATH)).toMatch(/completed: 2026-06-08\n$/);
});

test.each([
  [[], 'The action’s title is missing.'],
  [['A story corner'], 'The action is for no strand.'],
  [['  ', '--strand', 'race'], '--title says nothing.'],
  [['x'.repeat(201), '--strand', 'race'], 'The title has 201 characters, and 200 is the most.'],
  [['A', '--strand', 'rase'], 'Did you mean race?'],
  [['A', '--strand', 'race', '--element', 'pupil-involvment'], 'Did you mean pupil-involvement?'],
  [['A', '--strand', 'race', '--evidence', 'staff-servey'], 'Did you mean staff-survey?'],
  [['A', '--strand', ' , '], '--strand names none.'],
  [['A', '--strand', 'race', '--lead', ''], '--lead says nothing.'],
  [['A', '--strand', 'race', '--lead', '…'], '--lead says nothing.'],
  [['A', '--strand', 'race', '--due', '2027-02-29'], '2027-02-29 is not a date of the calendar.'],
  [
    ['A', '--strand', 'race', '--start', '2026-09-02', '--due', '2026-09-01'],
    'It would be due on 2026-09-01, before it begins',
  ],
  [['A', '--strand', 'race', '--status', 'done'], 'There are: planned, in-progress, complete, stopped.'],
  [['A', '--strand', 'race', '--status', 'complete'], 'A complete action says where things stood before work began.'],
  [['A', '--strand', 'race', '--status', 'stopped'], 'A stopped action says why it was stopped.'],
  [['A', '--strand', 'race', '--completed', '2026-05-05'], 'Only an action that is done has a day of completion.'],
  [['A', '--strand', 'race', '--id', 'everyday-language'], 'plan/everyday-language.yaml is already there'],
  [['A', '--strand', 'race', '--id', '../Evil'], 'Ids are lower-case words joined by hyphens, such as evil.'],
])('refuses %j', async (words, message) => {
  expect(await add(...words)).toMatchObject({ exit: 2, text: expect.stringContaining(message) });
});

test('does not plan an open action twice, unless it is given an id', async () => {
  await add('A story corner', '--strand', 'race');
  expect(await add('a story corner', '--strand', 'gender')).toEqual({
    exit: 2,
    text: [
      'lem: plan/a-story-corner.yaml is open, and has this title already.',
      '  Change it with lem plan update a-story-corner, or give another title or an --id.\n',
    ].join('\n'),
  });
  expect(await add('A story corner', '--strand', 'gender', '--id', 'corner')).toMatchObject({ exit: 0 });
  await lem(['plan', 'update', 'corner', '--status', 'stopped', '--outcome', 'No room.']);
  await lem(['plan', 'update', 'a-story-corner', '--status', 'stopped', '--outcome', 'No room.']);
  expect(await add('A story corner', '--strand', 'gender')).toMatchObject({ exit: 0 });
});

test('makes the id from the title, and steers clear of whatever stands there', async () => {
  mkdirSync(path('plan/zoes-idea-1.yaml'));
  expect((await add('Zoë’s “Idea”: #1', '--strand', 'race')).text).toContain('✓ plan/zoes-idea-1-2.yaml');
  expect((await add('日本', '--strand', 'race')).text).toContain('✓ plan/action.yaml');
  expect((await add('日本', '--strand', 'race', '--id', 'japan')).text).toContain('✓ plan/japan.yaml');
});

test('a draft holds against the schema and reads as what it was made from, whatever its texts are', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.lorem({ mode: 'sentences', maxCount: 6 }));
  const made = fc.record(
    { improvementPlan: text, lead: text, baseline: text, success: text, outcome: text, resources: text },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), made, (title, rest) => {
      const action = { ...rest, title: title.slice(0, 200), strands: ['race'], status: 'planned' } as const;
      const source = parse('plan/it.yaml', draftAction(action));
      const { known, problems } = validate('action', source);
      expect([...source.problems, ...problems]).toEqual([]);
      expect(known).toMatchObject({ state: 'known', value: action });
      expect(Object.keys(source.data as object)).toEqual(ACTION_KEYS.filter((key) => Object.hasOwn(action, key)));
    }),
  );
});

describe('asks for what is missing', () => {
  const answers = (given: { readonly [start: string]: Answer }) =>
    answering((message) => {
      const key = Object.keys(given).find((start) => message.startsWith(start));
      return key === undefined ? '' : given[key];
    });
  const ASKED = {
    'What will be done': 'A story corner',
    'Strands it is for': ['race', 'gender'],
    'Elements it is for': [],
    'The priority of the School': 'Priority 1: reading',
    'Who answers for it': 'Year 2 teacher',
  };

  test('and leaves out what is left out', async () => {
    const { prompts, asked } = answers(ASKED);
    expect(await lem(['plan', 'add'], { prompts })).toMatchObject({ exit: 0 });
    expect(read(PATH)?.split('\n').slice(1)).toEqual([
      'title: A story corner',
      'strands: [race, gender]',
      'improvementPlan: "Priority 1: reading"',
      'lead: Year 2 teacher',
      'status: planned',
      '',
    ]);
    expect(asked).toEqual([
      'What will be done, in a line:',
      'Strands it is for:',
      'Elements it is for (none chosen: all):',
      'The priority of the School Improvement Plan that it serves:',
      'Who answers for it, by role or name (Enter to leave it out):',
      'The day work begins, such as 2026-11-10 (Enter to leave it out):',
      'The day it should be done by (Enter to leave it out):',
      'Where things stand before work begins (Enter to leave it out):',
      'How the school will know that it worked (Enter to leave it out):',
    ]);
  });

  test('but for nothing that was given, and with --yes for nothing at all', async () => {
    const { prompts, asked } = answers(ASKED);
    const given = ['A story corner', '--strand', 'race', '--element', 'pupil-involvement', '--lead', 'Me'];
    await lem(['plan', 'add', ...given, '--due', '2027-01-01'], { prompts });
    expect(asked.map((message) => message.split(' ').slice(0, 3).join(' '))).toEqual([
      'The priority of',
      'The day work',
      'Where things stand',
      'How the school',
    ]);
    await lem(['plan', 'add', 'Another', ...given.slice(1), '--yes'], { prompts });
    expect(asked).toHaveLength(4);
    expect(read('plan/another.yaml')).not.toBeNull();
  });

  test('a title that an open action has is not taken again', async () => {
    await add('A story corner', '--strand', 'race');
    const { prompts } = answers(ASKED);
    await expect(lem(['plan', 'add'], { prompts })).rejects.toThrow(
      'plan/a-story-corner.yaml is open, and has this title already.',
    );
  });

  test('without naming an option where a day is none', async () => {
    const { prompts } = answers({ ...ASKED, 'The day work begins': '1/9/2026' });
    await expect(lem(['plan', 'add'], { prompts })).rejects.toThrow('with the year first, such as 2026-10-12.');
  });

  test('again for a strand, if none was chosen', async () => {
    let times = 0;
    const { prompts, asked } = answering((message) => {
      if (message.startsWith('Strands')) return times++ === 0 ? [] : ['race'];
      return message.startsWith('Elements') ? [] : 'A story corner'.slice(0, message.startsWith('What') ? 20 : 0);
    });
    expect(await lem(['plan', 'add'], { prompts })).toMatchObject({ exit: 0 });
    expect(asked.slice(1, 3)).toEqual(['Strands it is for:', 'Strands it is for, at least one:']);
  });

  test('for another link than those that the plan has', async () => {
    const { 'The priority of the School': _link, ...rest } = ASKED;
    const { prompts } = answers({
      ...rest,
      'The priority of the School Improvement Plan that it serves:': '+',
      'The priority of the School Improvement Plan that it serves (': 'Priority 9: joy',
    });
    expect(await lem(['plan', 'add'], { prompts })).toMatchObject({ exit: 0 });
    expect(read(PATH)).toContain('improvementPlan: "Priority 9: joy"');
  });

  test.each(['What will be', 'Strands', 'Elements', 'The priority', 'Who answers', 'How the school'])(
    'and writes nothing once that is broken off: %s',
    async (start) => {
      const { prompts } = answers({ [start]: null, ...ASKED });
      expect(await lem(['plan', 'add'], { prompts })).toMatchObject({
        exit: 2,
        text: expect.stringContaining('Nothing was written: the questions were broken off.'),
      });
      expect(read(PATH)).toBeNull();
    },
  );

  test('and takes no answer that it could not write', async () => {
    for (const [start, answer, message] of [
      ['What will be done', ' ', 'This is needed.'],
      ['What will be done', 'x'.repeat(201), 'The title has 201 characters'],
      ['The day work', 'tomorrow', 'tomorrow is not a date of the calendar.'],
      ['The day it should', '2026-08-01', 'That is before it begins on 2026-09-01.'],
    ] as const) {
      const { prompts } = answers({ ...ASKED, 'The day work': '2026-09-01', [start]: answer });
      await expect(lem(['plan', 'add'], { prompts })).rejects.toThrow(message);
    }
  });
});
