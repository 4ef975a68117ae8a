import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { diagnose } from '../../src/rules/run.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { ON, type Overlay, SHIPPED, soundWorkspace } from '../support/sound-workspace.ts';

function check(overlay: Overlay): readonly Diagnostic[] {
  return diagnose(assemble(soundWorkspace(overlay), SHIPPED), { level: 'draft', on: ON });
}

function found(overlay: Overlay): readonly string[] {
  return check(overlay).map(({ rule, line, column, endColumn }) => `${rule} ${line}:${column}-${endColumn}`);
}

const action = (rest: string): Overlay => ({ 'plan/a.yaml': `title: A\nstrands: [race]\nstatus: planned\n${rest}` });
const PUPILS = 'audit/2025-26/pupil-involvement.yaml';
const audit = (rest: string): Overlay => ({
  [PUPILS]: `element: pupil-involvement\nstatus: draft\njudgements:\n${rest}`,
});

describe('YAML that is read as something else', () => {
  test.each<readonly [name: string, overlay: Overlay, found: readonly string[]]>([
    ['a tab before a key', action('\tlead: B\n'), ['yaml/tab 4:1-2']],
    ['a tab after spaces', { 'plan/a.yaml': 'title: A\nelements:\n  \t- race\n' }, ['yaml/tab 3:3-4']],
    ['a tab in a block text', action('lead: |\n\tB\n'), ['yaml/tab 5:1-2']],
    ['a tab between words', action('lead: A\tB\n'), []],

    ['a word that is true elsewhere', action('lead: no\n'), ['yaml/boolean-word 4:7-9']],
    ['in capitals, with a comment', action('lead: NO # nobody\n'), ['yaml/boolean-word 4:7-9']],
    ['at the end of a file', action('lead: Off'), ['yaml/boolean-word 4:7-10']],
    [
      'in a list',
      { 'calendar.yaml': 'meetings: [{ date: 2026-10-07, attended: [on, off] }]\n' },
      ['yaml/boolean-word 1:43-45', 'yaml/boolean-word 1:47-50'],
    ],
    ['in quotes', action('lead: "no"\nbaseline: \'yes\'\n'), []],
    ['in quotes above one that is not', action('lead: "no"\nbaseline: no\n'), ['yaml/boolean-word 5:11-13']],
    ['in a sentence', action('lead: no one, yes\nbaseline: On the walk, no, off\n'), []],
    ['in a block text', action('baseline: |\n  - no\n  - yes\n'), []],
    [
      'as a key',
      { 'audit/2025-26/pupil-involvement.yaml': 'element: pupil-involvement\nstatus: draft\non: x\n' },
      ['schema/unknown-key 3:1-3'],
    ],
    ['as a rating', audit('  pupil-involvement.1: { rating: no }\n'), ['audit/unknown-rating 4:34-36']],
    [
      'as the rating of a strand',
      audit('  pupil-involvement.1: { strands: { race: no } }\n'),
      ['audit/unknown-rating 4:43-45'],
    ],
    ['as a reason', audit('  pupil-involvement.1: { rating: red, because: no }\n'), ['yaml/boolean-word 4:48-50']],
    [
      'as a cell',
      { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { race: no }\n' },
      ['grid/unknown-rating 3:30-32'],
    ],
    ['as a status', { 'plan/a.yaml': 'title: A\nstrands: [race]\nstatus: on\n' }, ['schema/wrong-value 3:9-11']],
    ['true', action('lead: true\n'), ['schema/wrong-type 4:7-11']],

    ['a number with a 0 before it', action('lead: 012\n'), ['yaml/octal-number 4:7-10']],
    ['a number in eights', action('lead: 0o17\n'), ['yaml/octal-number 4:7-11']],
    ['a number', action('lead: 12\n'), ['schema/wrong-type 4:7-9']],
    ['0', action('lead: 0\n'), ['schema/wrong-type 4:7-8']],
    ['0.5', action('lead: 0.5\n'), ['schema/wrong-type 4:7-10']],
    [
      'a number where a list should be',
      { 'plan/a.yaml': 'title: A\nstrands: 012\nstatus: planned\n' },
      ['schema/wrong-type 2:10-13'],
    ],

    ['an alias', action('baseline: &b B.\nsuccess: *b\n'), ['yaml/anchor 5:1-8']],
    [
      'an alias in a list',
      action('baseline: &b race\nelements: [*b]\n'),
      ['plan/unknown-element 5:12-14', 'yaml/anchor 5:12-14'],
    ],
    ['an anchor that nothing uses', action('baseline: &b B.\n'), ['yaml/anchor 4:14-16']],
    ['emphasis', action('baseline: >-\n  We *do* and *really* do.\n  *Every* day. a & b &c.\n'), []],
    ['a star in quotes', action('baseline: "*b"\nlead: "&a"\n'), []],

    [
      'a merge key',
      audit('  pupil-involvement.1: &a { rating: green }\n  pupil-involvement.2: { <<: *a }\n'),
      ['yaml/merge-key 5:26-28'],
    ],
    [
      'one whose keys are needed',
      { 'evidence/a/evidence.yaml': 'title: A\n<<: { kind: data, date: 2027-02-11 }\nholder: B\n' },
      ['yaml/merge-key 2:1-3'],
    ],
    ['one in a map of any keys', audit('  <<: { pupil-involvement.1: { rating: green } }\n'), ['yaml/merge-key 4:3-5']],
    ['one in quotes', action('"<<": B\n'), ['schema/unknown-key 4:1-5']],
    ['the sign in a text', action('lead: A << B\n'), []],
  ])('%s', (_name, overlay, expected) => {
    expect(found(overlay).filter((each) => !each.startsWith('evidence/'))).toEqual(expected);
  });

  test('a file with many is told of them a number of times', () => {
    const many = Array.from({ length: 100 }, () => 'no').join(', ');
    const text = `meetings: [{ date: 2026-10-07, attended: [${many}] }]\n`;
    expect(found({ 'calendar.yaml': text }).filter((each) => each.startsWith('yaml/'))).toHaveLength(20);
  });

  test('a file that is nested deeply is no trouble', () => {
    const text = `title: A\nstrands: [race]\nstatus: planned\nlead: ${'['.repeat(400)}no, 3 pupils${']'.repeat(400)}\n`;
    expect(found({ 'plan/a.yaml': text }).map((each) => each.split(' ')[0])).toEqual(['schema/wrong-type']);
  });
});
