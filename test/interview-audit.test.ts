import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lemIn, worldIn } from './support/in-process.ts';
import { type School, schoolIn } from './support/interview.ts';

const LIBRARY = 'audit/2026-27/library.yaml';
const EMPTY = `# Ours.
element: library
status: draft # not yet
judgements:
  library.1:
    rating:
    because:
  # Read aloud.
  library.2: {  }
`;
const ANSWER = ['audit', 'answer', 'library'];
const REASON = 'Because (what was seen';
const NOBODY = ['Did anyone judge it differently?', false] as const;

let folder: string;
let school: School;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lem interview é '));
  school = schoolIn(folder);
  school.put(LIBRARY, EMPTY);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function judged(one: string, two = '{ rating: strong, because: Seen. }', head = 'status: draft'): void {
  school.put(LIBRARY, `element: library\n${head}\njudgements:\n  library.1: ${one}\n  library.2: ${two}\n`);
}

test('every answer is saved before the next question, and nothing else of the file is touched', async () => {
  const texts: string[] = [];
  const keep = () => void texts.push(school.read(LIBRARY));
  await school.interview(ANSWER, [
    ['Rating:', 'steady'],
    ['Strands for which it differs:', ['spoken-word'], keep],
    ['Spoken Word:', 'leading'],
    [REASON, '  Every class comes weekly: we counted.  ', keep],
    NOBODY,
    ['Rating:', ':stop', keep],
  ]);
  expect(texts[0]).toBe(EMPTY.replace('rating:', 'rating: steady'));
  expect(texts[1]).toBe(
    EMPTY.replace('rating:', 'rating: steady').replace(
      'because:\n',
      'because:\n    strands:\n      spoken-word: leading\n',
    ),
  );
  expect(texts[2]).toBe(texts[1]?.replace('because:', 'because: "Every class comes weekly: we counted."'));
  expect(school.read(LIBRARY)).toBe(texts[2]);
});

test('line endings and a byte order mark stay', async () => {
  school.put(LIBRARY, `\ufeff${EMPTY.replaceAll('\n', '\r\n')}`);
  await school.interview(ANSWER, [
    ['Rating:', 'steady'],
    ['Strands', []],
    [REASON, 'Seen.'],
    [NOBODY[0], null],
  ]);
  expect(school.read(LIBRARY)).toBe(
    `\ufeff${EMPTY.replace('rating:', 'rating: steady').replace('because:', 'because: Seen.').replaceAll('\n', '\r\n')}`,
  );
});

describe('an interview goes on', () => {
  test('at the first statement without a rating', async () => {
    judged('{ rating: steady, because: Seen. }', '{ because: Not yet agreed. }');
    const { shown } = await school.interview(ANSWER, [['Rating:', null]]);
    expect(shown).toContain(
      'Library  2026-27, statement 2 of 2\nBooks are read aloud every day.\n  Only for Spoken Word.\n',
    );
  });

  test('at a statement that is rated for some of its strands only', async () => {
    judged('{ strands: { print: steady }, because: Seen. }');
    expect((await school.interview(ANSWER, [['Rating:', null]])).shown).toContain('statement 1 of 2');
  });

  test('at a reason that is missing, and then with the rest of that statement', async () => {
    judged('{ rating: steady }');
    await school.interview(ANSWER, [[REASON, 'Seen.'], NOBODY, ['Every statement of Library is judged.', null]]);
    expect(school.read(LIBRARY)).toContain('  library.1: { rating: steady, because: Seen. }\n');
  });

  test('at a reason that not applicable needs, also in an audit that is complete', async () => {
    judged('{ rating: out-of-scope }', '{ rating: strong }', 'status: complete\ncompleted: 2026-05-04');
    await school.interview(ANSWER, [
      ['Why does it not apply?', 'There is no library.'],
      NOBODY,
      ['The audit of Library was', null],
    ]);
    expect(school.read(LIBRARY)).toContain('because: There is no library.');
  });

  test('with the team’s agreement, where all is judged', async () => {
    judged('{ rating: steady, because: Seen. }');
    await school.interview(ANSWER, [['Every statement of Library is judged. Does the team agree', true]]);
    expect(school.read(LIBRARY)).toContain('status: complete\ncompleted: 2026-06-08\n');
  });

  test('nowhere, where it is complete', async () => {
    judged('{ rating: steady }', '{ rating: strong }', 'status: complete\ncompleted: 2026-05-04');
    const { text } = await school.interview(ANSWER, []);
    expect(text).toBe(
      '\nNothing was changed.\n  Library, 2026-27: 2 of 2 statements judged; complete, agreed on 4 May 2026.\n  2 judgements have no reason yet.\n  Go through it again with --all, or go to one with --statement.\n  → lem audit start 2026-27\n',
    );
  });
});

test('what does not apply can’t be left without a reason: without one the rating is asked again', async () => {
  await school.interview(ANSWER, [
    ['Rating:', 'out-of-scope'],
    ['Strands', []],
    ['Why does it not apply? (Enter to go back)', ' '],
    ['Rating:', 'absent'],
    ['Strands', []],
    [REASON, ''],
    NOBODY,
    ['Rating:', ':stop'],
  ]);
  expect(school.read(LIBRARY)).toBe(EMPTY.replace('rating:', 'rating: absent'));
});

test('back goes to the statement before with what was answered, skip leaves one as it is', async () => {
  judged('{ rating: steady, strands: { spoken-word: strong }, because: Seen. }', '{ }');
  const before = school.read(LIBRARY);
  const { shown } = await school.interview(ANSWER, [
    ['Rating:', ':back'],
    ['Rating:'],
    ['Strands for which it differs:'],
    ['Spoken Word:'],
    [REASON],
    NOBODY,
    ['Rating:', ':skip'],
  ]);
  expect(shown).toContain('  So far: Steady, but Spoken Word Strong\n    Seen.\n');
  expect(school.read(LIBRARY)).toBe(before);
});

test('at the first statement there is no way back', async () => {
  await expect(school.interview(ANSWER, [['Rating:', ':back']])).rejects.toThrow(/no answer :back/);
});

test('a strand that no longer differs is taken out', async () => {
  judged('{ rating: steady, strands: { print: strong, spoken-word: strong }, because: Seen. }');
  const again = [...ANSWER, '--statement', '1'];
  await school.interview(again, [
    ['Rating:'],
    ['Strands', ['print', 'spoken-word']],
    ['Print:', 'steady'],
    ['Spoken Word:'],
    [REASON, null],
  ]);
  expect(school.read(LIBRARY)).toContain(
    'library.1: { rating: steady, strands: { spoken-word: strong }, because: Seen. }',
  );
  await school.interview(again, [['Rating:'], ['Strands', []], [REASON, null]]);
  expect(school.read(LIBRARY)).toContain('library.1: { rating: steady, because: Seen. }');
});

test('a strand under a name that the programme lacks is left for a person to put right', async () => {
  judged('{ rating: steady, strands: { prnit: strong }, because: Seen. }');
  const before = school.read(LIBRARY);
  await school.interview([...ANSWER, '--statement', '1'], [['Rating:'], ['Strands', []], [REASON, null]]);
  expect(school.read(LIBRARY)).toBe(before);
});

test('where the team does not agree yet, nothing is changed', async () => {
  judged('{ rating: steady, because: Seen. }', undefined, 'status: draft\ncompleted: # the day');
  const before = school.read(LIBRARY);
  const { text } = await school.interview(ANSWER, [['Every statement of Library is judged.', false]]);
  expect(school.read(LIBRARY)).toBe(before);
  expect(text).toContain('→ lem audit complete library\n');
});

test.each([
  ['nobody’s', '', 'lem audit answer families'],
  ['the same people’s', 'assessors: [Head, Parent]\n', 'lem audit answer families'],
  ['other people’s', 'assessors: [Head]\n', 'lem audit show'],
])('goes on to an element that is %s', async (_whose, assessors, next) => {
  school.put('audit/2026-27/families.yaml', `element: families\nstatus: draft\n${assessors}`);
  judged('{ rating: steady, because: Seen. }', undefined, 'status: draft\nassessors: [parent]');
  const { text } = await school.interview(ANSWER, [['Every statement of Library is judged.', true]]);
  expect(text).toContain(`\n  → ${next}\n`);
});

test('a statement that concerns one strand is not asked for strands', async () => {
  judged('{ rating: steady, because: Seen. }', '{ }');
  await school.interview(ANSWER, [['Rating:', 'strong'], [REASON, 'Heard.'], NOBODY, ['Every statement', false]]);
  expect(school.read(LIBRARY)).toContain('library.2: { rating: strong, because: Heard. }');
  expect(school.read(LIBRARY)).toContain('status: draft\n');
});

test('evidence is picked item by item, and taken back by choosing it again', async () => {
  for (const id of ['book-log', 'visits'])
    school.put(`evidence/${id}/evidence.yaml`, `title: The ${id}\nkind: data\ndate: 2026-02-11\n`);
  judged('{ rating: steady, because: Seen., evidence: [old-log] }');
  const pick = (value: string, before?: () => void) => ['Evidence', value, before] as const;
  const texts: string[] = [];
  const keep = () => void texts.push(/evidence: (\[.*?\])/.exec(school.read(LIBRARY))?.[1] ?? 'none');
  await school.interview(
    [...ANSWER, '--statement', 'library.1'],
    [
      ['Rating:'],
      ['Strands'],
      [REASON],
      pick('visits'),
      pick('book-log', keep),
      pick('visits', keep),
      pick('old-log', keep),
      pick('book-log', keep),
      pick('', keep),
      [NOBODY[0], null],
    ],
  );
  expect(texts).toEqual([
    '[old-log, visits]',
    '[old-log, visits, book-log]',
    '[old-log, book-log]',
    '[book-log]',
    'none',
  ]);
});

test('those who did not agree are written down one after another', async () => {
  judged('{ rating: steady, because: Seen., dissent: [{ who: parent, rating: absent }] }');
  await school.interview(
    [...ANSWER, '--statement', 'library.1'],
    [
      ['Rating:'],
      ['Strands'],
      [REASON],
      ['Did anyone else judge it differently?', true],
      ['Who', ' parent '],
      ['Their rating:', 'absent'],
      ['Their reason', 'Not in Year 6.'],
      ['Did anyone else judge it differently?', true],
      ['Who', 'governor'],
      ['Their rating:', 'strong'],
      ['Their reason', ''],
      ['Did anyone else judge it differently?', true],
      ['Who', ''],
      ['Every statement', false],
    ],
  );
  expect(school.read(LIBRARY)).toContain(
    'dissent: [{ who: parent, rating: absent }, { who: parent, rating: absent, because: Not in Year 6. }, { who: governor, rating: strong }]',
  );
});

describe('where another program changes the file meanwhile', () => {
  test('in another place, both stay', async () => {
    const theirs = () =>
      school.put(
        LIBRARY,
        school.read(LIBRARY).replace('library.2: {  }', 'library.2: { rating: strong, because: Theirs. }'),
      );
    const { shown } = await school.interview(ANSWER, [
      ['Rating:', 'steady', theirs],
      ['Strands', []],
      [REASON, 'Ours.'],
      NOBODY,
      ['Every statement', null],
    ]);
    expect(shown).toContain(`! ${LIBRARY} was changed by another program meanwhile, and has been read again.\n`);
    expect(school.read(LIBRARY)).toContain('rating: steady\n    because: Ours.\n');
    expect(school.read(LIBRARY)).toContain('library.2: { rating: strong, because: Theirs. }');
  });

  test('in the same place, the question is asked again with what is there now', async () => {
    const theirs = () => school.put(LIBRARY, EMPTY.replace('rating:', 'rating: strong'));
    const { shown } = await school.interview(ANSWER, [['Rating:', 'steady', theirs], ['Rating:'], ['Strands', null]]);
    expect(shown).toContain('This question was given another answer there, so it is asked again.');
    expect(school.read(LIBRARY)).toContain('rating: strong');
  });

  test('in the same reason, what was typed is there to go on from', async () => {
    judged('{ rating: steady }');
    const theirs = () => judged('{ rating: steady, because: Theirs. }');
    await school.interview(ANSWER, [[REASON, 'Ours.', theirs], [REASON], NOBODY, ['Every statement', null]]);
    expect(school.read(LIBRARY)).toContain('because: Ours.');
  });

  test('in the same list, both stay', async () => {
    judged('{ rating: steady, because: Seen. }');
    const theirs = () => judged('{ rating: steady, because: Seen., dissent: [{ who: governor, rating: strong }] }');
    await school.interview(
      [...ANSWER, '--statement', 'library.1'],
      [
        ['Rating:'],
        ['Strands'],
        [REASON],
        ['Did anyone', true],
        ['Who', 'parent'],
        ['Their rating:', 'absent', theirs],
        ['Their reason', 'Not seen.'],
        ['Did anyone else', null],
      ],
    );
    expect(school.read(LIBRARY)).toContain(
      'dissent: [{ who: governor, rating: strong }, { who: parent, rating: absent, because: Not seen. }]',
    );
  });

  test('so that it can’t be read, it is left alone, and what was saved before is told', async () => {
    const broken = () => school.put(LIBRARY, 'element: [');
    const { exit, text } = await school.interview(ANSWER, [
      ['Rating:', 'steady'],
      ['Strands', []],
      [REASON, 'Ours.', broken],
    ]);
    expect(exit).toBe(2);
    expect(text).toContain(`✓ ${LIBRARY}\n`);
    expect(text).toContain(`lem: ${LIBRARY} can’t be changed by lem as it stands`);
    expect(school.read(LIBRARY)).toBe('element: [');
  });
});

test('where the disk is full, the interview ends and says so', async () => {
  const { exit, text } = await school.interview(ANSWER, [['Rating:', 'steady']], (world) => ({
    ...world,
    save: async () => ({ state: 'not-saved', message: 'The disk is full.', remedy: 'Make room.' }),
  }));
  expect([exit, text]).toEqual([2, 'lem: The disk is full.\n  Make room.\n']);
});

test('what is complete has to be agreed anew once it is changed', async () => {
  const complete = 'status: complete\ncompleted: 2026-05-04';
  const anew = (agreed: boolean) =>
    school.interview(
      [...ANSWER, '--statement', 'library.1'],
      [
        ['Rating:', 'strong'],
        ['Strands'],
        [REASON],
        NOBODY,
        ['The audit of Library was complete on 4 May 2026.', agreed],
      ],
    );
  judged('{ rating: steady, because: Seen. }', undefined, complete);
  await anew(true);
  expect(school.read(LIBRARY)).toContain('status: complete\ncompleted: 2026-06-08\n');
  judged('{ rating: steady, because: Seen. }', undefined, complete);
  const left = await school.interview(
    [...ANSWER, '--statement', '1'],
    [
      ['Rating:', 'strong'],
      ['Strands', null],
    ],
  );
  expect(left.text).toContain(
    '  It was agreed before these changes: reopen it, and agree on it anew.\n  → lem audit complete library --reopen\n',
  );
  judged('{ rating: steady, because: Seen. }', undefined, complete);
  await anew(false);
  expect(school.read(LIBRARY)).toContain('element: library\nstatus: draft\njudgements:');
});

test('--all goes through what is judged, too, and beside it stands the latest year that judged it', async () => {
  const before = (year: string, judgement: string): void =>
    school.put(
      `audit/${year}/library.yaml`,
      `element: library\nstatus: complete\njudgements:\n  library.1: ${judgement}\n`,
    );
  before('2023-24', '{ rating: absent, because: There was none. }');
  before('2024-25', '{ rating: emerging, because: A first try. }');
  before('2025-26', '{ because: Left out. }');
  judged('{ rating: steady, because: Seen. }');
  const { shown } = await school.interview(
    [...ANSWER, '--all'],
    [['Rating:'], ['Strands'], [REASON], NOBODY, ['Rating:', ':stop']],
  );
  expect(shown).toContain('\n\n  2024-25: Emerging\n    A first try.\n  So far: Steady\n    Seen.\n');
});

test('an element is chosen from a list that says how far each has come and whose it is', async () => {
  judged('{ rating: steady, because: Seen. }', '{ }', 'status: draft\nassessors: [Librarian]');
  const names: string[] = [];
  const { text } = await school.interview(['audit', 'answer'], [], (world) => ({
    ...world,
    prompts: async () => {
      const prompts = await world.prompts();
      return {
        ...prompts,
        choose: async ({ choices, default: usual }) => {
          names.push(...choices.map(({ name }) => name), usual ?? '');
          return null;
        },
      };
    },
  }));
  expect(names).toEqual(['Library   1 of 2   Librarian', 'Families  0 of 1   no file yet', 'library']);
  expect(text).toBe('Nothing was changed.\n');
});

test.each([
  [
    ['library'],
    'This is an interview, and there is no terminal to ask in.\n  Run it in a terminal, take a spreadsheet with lem import audit, or edit audit/2026-27/library.yaml.',
  ],
  [[], 'or edit audit/2026-27/<element>.yaml.'],
  [['librry'], 'There is no element librry in reading-award.\n  Did you mean library?'],
  [['--statement', 'library.3'], 'There is no statement library.3 in reading-award.'],
  [['families', '--statement', 'library.1'], 'library.1 is a statement of Library.'],
  [['--year', '2030-31'], 'There is no audit of 2030-31.'],
])('without a terminal, %p is refused', async (words, said) => {
  const { exit, text } = await lemIn(worldIn(folder, { today: '2026-06-08' }), ['audit', 'answer', ...words]);
  expect(exit).toBe(2);
  expect(text).toContain(said);
});

test.each([
  ['families', 'There is no audit of Families in 2026-27 yet.\n  Begin it with lem audit start 2026-27.'],
  ['library', 'audit/2026-27/library.yaml can’t be read.\n  lem check audit/2026-27/library.yaml says what is wrong.'],
])('%s can’t be answered', async (element, said) => {
  school.put(LIBRARY, 'element: library\nstatus: maybe\n');
  const { exit, text } = await school.interview(['audit', 'answer', element], []);
  expect([exit, text]).toEqual([2, `lem: ${said}\n`]);
});

test('control characters of a file are shown, not sent', async () => {
  judged('{ rating: steady, because: "Seen \\e[31m." }', '{ }');
  expect(
    (
      await school.interview(ANSWER, [
        ['Rating:', ':back'],
        ['Rating:', ':stop'],
      ])
    ).shown,
  ).toContain('Seen ␛[31m.');
});
