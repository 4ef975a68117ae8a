import { locate } from '../../src/source/locate.ts';
import { parse } from '../../src/source/parse.ts';

/** What is said of a text: where, and the message. */
function found(text: string): readonly string[] {
  const source = parse('a.yaml', text);
  return source.problems.map((problem) => {
    const { line, column, endColumn } = locate(source, problem.where);
    return `${problem.code} ${line}:${column}-${endColumn} ${problem.message}`;
  });
}

const both = (ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> ali\n`;

test.each<readonly [what: string, text: string, of: string]>([
  [
    'the key that both sides begin with',
    `element: e\njudgements:\n  e.1: { rating: green }\n${both('  e.2: { rating: red }\n', '  e.2: { rating: amber }\n')}`,
    ' of judgements › e.2',
  ],
  [
    'a cell, past its neighbours',
    `cells:\n  e:\n    race: green\n  f:\n    race: green\n${both('    gender: red\n', '    gender: amber\n')}    age: red\n`,
    ' of cells › f › gender',
  ],
  [
    'the keys above where each side has its own',
    `judgements:\n  "e.1":\n    rating: red\n${both('    because: So.\n', '    strands: { race: red }\n')}`,
    ' of judgements › e.1',
  ],
  [
    'a key that one side took out',
    `judgements:\n  e.1: { rating: red }\n${both('', '  e.2: { rating: red }\n')}`,
    ' of judgements',
  ],
  [
    'lines of a block text',
    `judgements:\n  e.1:\n    because: >-\n      One: two.\n${both('      Three.\n', '      Four.\n')}`,
    ' of judgements › e.1 › because',
  ],
  [
    'an item of a list',
    `title: T\nevidence:\n  - one\n${both('  - two\n', '  - three\n')}status: planned\n`,
    ' of evidence',
  ],
  [
    'an item of a list that is not indented',
    `title: T\nevidence:\n- one\n# c\n${both('- two\n', '- three\n')}`,
    ' of evidence',
  ],
  [
    'a key of an item',
    `meetings:\n  - date: 2026-10-07\n${both('    agreed: A.\n', '    agreed: B.\n')}`,
    ' of meetings › agreed',
  ],
  ['a key at the top', `title: T\n${both('status: planned\n', 'status: complete\n')}lead: L\n`, ' of status'],
  ['the whole file', both('title: T\n', 'element: e\n'), ''],
  [
    'whatever the base was',
    `title: T\n<<<<<<< HEAD\nlead: A\n||||||| 1234567\nlead: B\n=======\nlead: C\n>>>>>>> ali\n`,
    ' of lead',
  ],
])('a conflict is one finding, and says what it is about: %s', (_what, text, of) => {
  const line = text.split('\n').indexOf('<<<<<<< HEAD') + 1;
  const said = [`yaml/conflict ${line}:1-13 Two versions${of} stand here, from HEAD and from ali.`];
  expect(found(text)).toEqual(said);
  expect(found(text.replaceAll('\n', '\r\n'))).toEqual(said);
  expect(parse('a.yaml', text).data).toBeUndefined();
});

test('several are one finding, at the first, and a long name is cut', () => {
  const one = both('lead: A\n', 'lead: B\n');
  expect(found(`${one}status: planned\n${one}`)[0]).toMatch(/^yaml\/conflict 1:1.*ali\. There is 1 more below\.$/);
  expect(found(one.repeat(3))).toEqual([expect.stringMatching(/ali\. There are 2 more below\.$/)]);
  expect(found(one.replace('ali', 'x'.repeat(50)))[0]).toMatch(/from x{39}…\.$/);
});

test.each([
  ['in a block text', 'why: |\n  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> ali\n', []],
  ['in a comment', `# <<<<<<< HEAD\n# =======\n# >>>>>>> ali\ntitle: T\n`, []],
  ['without what closes it', '<<<<<<< HEAD\ntitle: T\n=======\ntitle: U\n', ['yaml/syntax']],
  ['of another length', '<<<<<<<< HEAD\ntitle: T\n========\ntitle: U\n>>>>>>>> ali\n', ['yaml/syntax']],
])('what only looks like one is none: %s', (_what, text, codes) => {
  const { problems } = parse('a.yaml', text);
  expect([...new Set(problems.map(({ code }) => code))]).toEqual(codes);
});
