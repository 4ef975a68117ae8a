import type { FileKind } from '../../src/source/file-kinds.ts';
import { locate } from '../../src/source/locate.ts';
import { parse } from '../../src/source/parse.ts';
import { validate } from '../../src/source/validate.ts';

const ACTION = 'title: Passports\nstrands: [race]\nstatus: planned\n';

function findings(kind: FileKind, text: string): readonly string[] {
  const source = parse('f.yaml', text);
  return validate(kind, source).problems.map(({ code, where, message, hint }) => {
    const { line, column } = locate(source, where);
    return `${line}:${column} ${code} ${message} ${hint}`;
  });
}

test.each<[string, FileKind, string, readonly string[]]>([
  ['a sound file', 'action', ACTION, []],
  [
    'a misspelt key',
    'action',
    `${ACTION}impoct: Much\n`,
    ['4:1 schema/unknown-key This file has no key impoct. Did you mean impact?'],
  ],
  [
    'a missing key',
    'action',
    'title: Passports\nstatus: planned\n',
    ['1:1 schema/missing-key strands is missing. Add strands: the strands that this concerns, each once.'],
  ],
  [
    'a number where a text belongs',
    'workspace',
    'format: 1\nprogramme: lem-5\nschool: { name: A, urn: 119999 }\n',
    ['3:25 schema/wrong-type urn should be a text, and is a number. Put it in quotes: "119999".'],
  ],
  [
    'a text where a list belongs',
    'action',
    ACTION.replace('[race]', 'race'),
    ['2:10 schema/wrong-type strands should be a list, and is a text. Put it in square brackets: [ … ].'],
  ],
  [
    'a word that is not one of the choices',
    'action',
    ACTION.replace('planned', 'compleet'),
    ['3:9 schema/wrong-value status can’t be this. Did you mean complete?'],
  ],
  [
    'a date the calendar lacks',
    'action',
    `${ACTION}due: 2027-02-30\n`,
    ['4:6 schema/bad-date due is not a date of the calendar. Write it with the year first, such as 2026-10-12.'],
  ],
  [
    'a date the other way round',
    'action',
    `${ACTION}due: 30/01/2027\n`,
    ['4:6 schema/bad-date due is not a date of the calendar. Write it with the year first, such as 2026-10-12.'],
  ],
  [
    'a strand named twice',
    'action',
    ACTION.replace('[race]', '[race, race]'),
    ['2:17 schema/wrong-value strands names this twice. Keep one of the two.'],
  ],
  [
    'a cell that is neither a word nor a map',
    'grid',
    'year: 2026-27\ncells:\n  learning:\n    race: [red]\n',
    [
      '4:11 schema/wrong-type race should be a text or a map of keys and values, and is a list. A rating, or an object with a rating and the reason for it. For example: "green"',
    ],
  ],
  [
    'a list instead of a file’s map',
    'awards',
    '- date: 2027-06-24\n',
    [
      '1:3 schema/wrong-type This file should be a map of keys and values, and is a list. awards.yaml: what the Equality team decided at each visit. The only source of badges.',
    ],
  ],
])('%s', (_what, kind, text, expected) => {
  expect(findings(kind, text)).toEqual(expected);
});

test('an unsound file is unreadable, and keeps its sound part for the rules', () => {
  const { known } = validate('action', parse('f.yaml', `${ACTION}due: soon\nimpoct: Much\n`));
  expect(known).toEqual({
    state: 'unreadable',
    file: 'f.yaml',
    partial: { title: 'Passports', strands: ['race'], status: 'planned' },
  });
});

test('a list that fills a file is looked through once, and not once for each of its items', () => {
  const list = Array.from({ length: 60_000 }, (_, index) => `  - item-${index}\n`).join('');
  const source = parse('f.yaml', `${ACTION}evidence:\n${list}`);
  expect(validate('action', source).problems).toEqual([]);
});

test('keys that JavaScript gives a meaning are unknown keys like any other', () => {
  expect(
    findings('action', `${ACTION}__proto__: { a: 1 }\nconstructor: 1\n`).map((line) => line.split('.')[0]),
  ).toEqual([
    '4:1 schema/unknown-key This file has no key __proto__',
    '5:1 schema/unknown-key This file has no key constructor',
  ]);
});
