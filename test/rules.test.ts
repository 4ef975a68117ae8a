import { existsSync } from 'node:fs';
import { parse as parseYaml, stringify } from 'yaml';
import { type Diagnostic, LEVELS, type Level } from '../src/model/diagnostic.ts';
import type { EntryFault, Listing } from '../src/model/listing.ts';
import { RULES } from '../src/rules/index.ts';
import { diagnose } from '../src/rules/run.ts';
import { LARGEST_FILE } from '../src/source/parse.ts';
import { assemble } from '../src/workspace/assemble.ts';
import { freshWorkspace, ON, type Overlay, SHIPPED, soundFiles, soundWorkspace } from './support/sound-workspace.ts';

/** Rules that no text can break: what is on disk can. Their reports are tested by their codes below. */
const NOT_SHOWN = ['file/unreadable', 'file/not-text', 'file/too-large', 'file/unexpected', 'evidence/too-large'];
/** A programme of one's own leaves the rest of the sound workspace, which is made for lem-5, without meaning. */
const RIGHT_IS_NOT_THE_WHOLE = ['programme/unsound'];

describe('the sound workspace', () => {
  test.each([...SHIPPED.keys()].flatMap((edition) => LEVELS.map((level) => [edition, level] as const)))(
    'of %s gives no finding at level %s',
    (edition, level) => {
      expect(check(soundWorkspace({}, edition), level)).toEqual([]);
    },
  );

  test.each([...SHIPPED.keys()])('of %s on its first day gives no finding in a draft', (edition) => {
    expect(check(freshWorkspace(edition), 'draft')).toEqual([]);
  });
});

describe('rules', () => {
  test('have ids of their own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  test('stay together by group', () => {
    const groups = RULES.map(({ id }) => id.split('/')[0]).filter((group, index, all) => group !== all[index - 1]);
    expect(new Set(groups).size).toBe(groups.length);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const level = LEVELS.find((each) => rule.severity[each] !== 'off');

  test('is the file of its id, and says what and why', () => {
    expect(existsSync(new URL(`../src/rules/${id}.ts`, import.meta.url))).toBe(true);
    expect(rule.title).toMatch(/^\S.*\.$/);
    expect(rule.why).toMatch(/^\S.*\.$/);
    expect(level).toBeDefined();
  });

  if (NOT_SHOWN.includes(id) || level === undefined) {
    test('has no example', () => expect([rule.wrong, rule.right]).toEqual([{}, {}]));
    return;
  }

  test('finds what is wrong in the wrong example, and nothing else that is an error', () => {
    const found = checkSound(rule.wrong, level);
    expect(found.filter((each) => each.rule === id)).not.toEqual([]);
    expect(found.filter((each) => each.rule !== id && each.severity === 'error')).toEqual([]);
    for (const each of found) expect(problemsOfSpan(each, { ...soundFiles(), ...rule.wrong })).toEqual([]);
    for (const each of found.filter(({ rule: of }) => of === id)) {
      // Findings of reading name the key they are about, as it is written.
      expect(each.message).toMatch(rule.check === undefined ? /^\S.*\.$/ : /^(lem |[^\sa-z]).*\.$/);
      expect(each.hint).toBeTruthy();
    }
  });

  test('finds nothing in the right example, which has no error', () => {
    const found = checkSound(rule.right, level);
    expect(found.filter((each) => each.rule === id)).toEqual([]);
    if (!RIGHT_IS_NOT_THE_WHOLE.includes(id)) expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('files that can’t be had as text', () => {
  const faults: readonly EntryFault[] = ['file/unreadable', 'file/not-text', 'file/too-large', 'file/unexpected'];

  test.each(faults)('%s is one finding, and no file is said to be unknown', (code) => {
    const listing = soundWorkspace();
    const entries = new Map(listing.entries).set('plan', { kind: 'bad', code, message: 'No.', hint: 'Mend it.' });
    const [finding, ...more] = check({ ...listing, entries }, 'submission');
    expect(finding).toMatchObject({
      rule: code,
      severity: 'error',
      file: 'plan',
      line: 1,
      column: 1,
      hint: 'Mend it.',
    });
    expect(more).toEqual([]);
  });

  test('a file that is too large is not parsed', () => {
    const found = checkSound({ 'plan/story-corner.yaml': '#'.repeat(LARGEST_FILE + 1) }, 'draft');
    expect(found.map(({ rule, file }) => [rule, file])).toEqual([['file/too-large', 'plan/story-corner.yaml']]);
  });
});

describe('places', () => {
  const cases: readonly (readonly [
    name: string,
    rule: string,
    overlay: Overlay,
    level: Level,
    span: string,
    pointer: string,
  ])[] = [
    [
      'an item of a list',
      'plan/unknown-strand',
      { 'plan/passports.yaml': 'title: A passport for every pupil\nstrands: [disabilty]\nstatus: planned\n' },
      'draft',
      'plan/passports.yaml 2:11-2:20',
      '/strands/0',
    ],
    [
      'a key',
      'audit/unknown-statement',
      {
        'audit/2025-26/pupil-involvement.yaml':
          'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.9: { rating: green }\n',
      },
      'draft',
      'audit/2025-26/pupil-involvement.yaml 4:3-4:22',
      '/judgements/pupil-involvement.9',
    ],
    [
      'a rating of one strand',
      'audit/unknown-rating',
      {
        'audit/2025-26/pupil-involvement.yaml':
          'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.1:\n    rating: green\n    strands: { race: gren }\n',
      },
      'draft',
      'audit/2025-26/pupil-involvement.yaml 6:22-6:26',
      '/judgements/pupil-involvement.1/strands/race',
    ],
    [
      'a key that is missing, at the node above it',
      'audit/not-applicable-without-reason',
      {
        'audit/2025-26/pupil-involvement.yaml':
          'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.1:\n    rating: not-applicable\n',
      },
      'ready',
      'audit/2025-26/pupil-involvement.yaml 4:3-4:22',
      '/judgements/pupil-involvement.1/because',
    ],
    [
      'a cell in the short form',
      'grid/unknown-rating',
      { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement:\n    race: gren\n' },
      'draft',
      'grid/2025-26.yaml 4:11-4:15',
      '/cells/pupil-involvement/race',
    ],
    [
      'a cell in the long form',
      'grid/unknown-rating',
      {
        'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement:\n    race: { rating: gren, because: So. }\n',
      },
      'draft',
      'grid/2025-26.yaml 4:21-4:25',
      '/cells/pupil-involvement/race/rating',
    ],
    [
      'a cell that is missing, at its row',
      'grid/cell-missing',
      {
        'grid/2026-27.yaml':
          soundFiles()['grid/2026-27.yaml']?.replace(/(families-and-community:\n) {4}race: green\n/, '$1') ?? '',
      },
      'draft',
      'grid/2026-27.yaml 52:3-52:25',
      '/cells/families-and-community/race',
    ],
    [
      'a file that is missing',
      'audit/not-complete',
      { 'audit/2026-27/pupil-involvement.yaml': null, 'grid/2026-27.yaml': null },
      'ready',
      'audit/2026-27/pupil-involvement.yaml 1:1-1:1',
      '',
    ],
    [
      'a key of a whole file',
      'plan/no-lead',
      { 'plan/passports.yaml': '# Agreed in June.\ntitle: A passport\nstrands: [race]\nstatus: planned\n' },
      'ready',
      'plan/passports.yaml 2:1-2:6',
      '/lead',
    ],
    [
      'a list that is not written on one line, at its key',
      'calendar/too-many-at-meeting',
      { 'calendar.yaml': 'meetings:\n  - date: 2026-10-07\n    attended:\n      - A\n      - B\n      - C\n' },
      'draft',
      'calendar.yaml 3:5-3:13',
      '/meetings/0/attended',
    ],
    [
      'columns in UTF-16 units, after a file’s byte order mark and in lines that end as in Windows',
      'evidence/file-outside',
      {
        'evidence/walk/evidence.yaml':
          '\ufefftitle: Walk\r\nkind: observation\r\ndate: 2027-02-11\r\nfiles: [{ sha256: "", path: ../📷.txt }]\r\n'.replace(
            'sha256: "", ',
            '',
          ),
      },
      'draft',
      'evidence/walk/evidence.yaml 4:17-4:26',
      '/files/0/path',
    ],
    [
      'a decision, at the strand’s name',
      'awards/unknown-strand',
      { 'awards.yaml': 'visits:\n  - date: 2027-05-26\n    kind: accreditation\n    decisions: { rase: not-yet }\n' },
      'draft',
      'awards.yaml 4:18-4:22',
      '/visits/0/decisions/rase',
    ],
    [
      'a claim of several',
      'summary/claim-without-evidence',
      {
        'accreditation/2026-27/gender.yaml':
          'strand: gender\nstatus: draft\noutcomes:\n  - claim: One.\n    evidence: [book-count]\n  - claim: Two.\n    evidence: []\n',
      },
      'ready',
      'accreditation/2026-27/gender.yaml 7:15-7:17',
      '/outcomes/1/evidence',
    ],
  ];

  test.each(cases)('%s: %s', (_name, rule, overlay, level, span, pointer) => {
    const found = checkSound(overlay, level).filter((each) => each.rule === rule);
    expect(found.map((each) => [spanText(each), each.pointer])).toEqual([[span, pointer]]);
  });

  test('the contract’s example, whole', () => {
    const overlay = {
      'plan/passports.yaml': 'title: A passport for every pupil\nstrands: [disabilty]\nstatus: planned\n',
    };
    expect(checkSound(overlay, 'draft')).toEqual([
      {
        rule: 'plan/unknown-strand',
        severity: 'error',
        message: 'There is no strand disabilty in lem-5.',
        file: 'plan/passports.yaml',
        line: 2,
        column: 11,
        endLine: 2,
        endColumn: 20,
        pointer: '/strands/0',
        hint: 'Did you mean disability?',
        fix: expect.objectContaining({ does: expect.stringContaining('disability') }),
      },
    ]);
  });
});

describe('edges', () => {
  const action = (rest: string): Overlay => ({
    'plan/passports.yaml': `title: A passport\nstrands: [race]\n${rest}\n`,
  });
  const audit = (day: string, year = '2026-27'): Overlay => {
    const text = soundFiles()['audit/2026-27/learning-and-teaching.yaml'] ?? '';
    return { [`audit/${year}/learning-and-teaching.yaml`]: text.replace('2026-10-12', day) };
  };
  const grid = (day: string): Overlay => ({
    'grid/2026-27.yaml': soundFiles()['grid/2026-27.yaml']?.replace('2026-11-02', day) ?? '',
  });
  const booked = (rest: string): Overlay => ({ 'calendar.yaml': `visits: [{ kind: accreditation, ${rest} }]\n` });
  const made = (rest: string): Overlay => ({ 'awards.yaml': `visits: [{ kind: accreditation, ${rest} }]\n` });
  const signed = (...by: string[]): Overlay => ({
    'accreditation/2026-27/race.yaml':
      soundFiles()['accreditation/2026-27/race.yaml']?.replace(/signed:(.|\n)*/, `signed: [${by.join(', ')}]\n`) ?? '',
  });
  const stuck = (status: string): Overlay => ({
    'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { race: red }\n',
    'grid/2026-27.yaml': 'year: 2026-27\ncells:\n  pupil-involvement: { race: red }\n',
    'plan/new-books.yaml': `title: Books\nstrands: [race]\nelements: [pupil-involvement]\nstatus: ${status}\noutcome: So.\n`,
    'accreditation/2026-27/race.yaml': null,
  });

  test.each<readonly [name: string, rule: string, overlay: Overlay, count: number]>([
    ['due on the day', 'plan/overdue', action('status: planned\ndue: 2027-06-01'), 0],
    ['due the day before', 'plan/overdue', action('status: planned\ndue: 2027-05-31'), 1],
    ['overdue and complete', 'plan/overdue', action('status: complete\ndue: 2027-05-31'), 0],
    [
      'due the day it begins',
      'plan/due-before-start',
      action('status: planned\nstart: 2027-07-01\ndue: 2027-07-01'),
      0,
    ],
    [
      'done the day it began',
      'plan/completed-before-start',
      action('status: complete\nstart: 2027-05-01\ncompleted: 2027-05-01'),
      0,
    ],
    ['done on the day', 'plan/completed-in-future', action('status: complete\ncompleted: 2027-06-01'), 0],
    ['done the day after', 'plan/completed-in-future', action('status: complete\ncompleted: 2027-06-02'), 1],
    [
      'complete with an outcome and no impact',
      'plan/complete-without-outcome',
      action('status: complete\noutcome: So.'),
      1,
    ],
    ['a text of spaces', 'plan/no-lead', action('status: planned\nlead: "  "'), 1],
    ['stopped with nobody to lead it', 'plan/no-lead', action('status: stopped'), 0],
    ['stopped with no link', 'plan/not-linked', action('status: stopped'), 0],
    ['complete with no day it was due', 'plan/no-due-date', action('status: complete'), 0],
    ['stopped with a reason', 'plan/outcome-without-baseline', action('status: stopped\noutcome: So.'), 0],
    ['completed a year ago to the day', 'audit/outdated', audit('2026-06-01'), 0],
    ['completed a year and a day ago', 'audit/outdated', audit('2026-05-31'), 1],
    ['an earlier year’s audit', 'audit/outdated', audit('2025-10-13', '2025-26'), 0],
    ['completed on the day', 'audit/completed-in-future', audit('2027-06-01'), 0],
    ['completed the day after', 'audit/completed-in-future', audit('2027-06-02'), 1],
    ['the last day of a school year', 'audit/outside-year', audit('2026-08-31', '2025-26'), 0],
    ['the first day of the next', 'audit/outside-year', audit('2026-09-01', '2025-26'), 1],
    ['the first day of a school year', 'audit/outside-year', audit('2025-09-01', '2025-26'), 0],
    ['the last day of the one before', 'audit/outside-year', audit('2025-08-31', '2025-26'), 1],
    ['the grid on the day of the audit', 'grid/before-audit', grid('2026-10-12'), 0],
    ['the grid the day before', 'grid/before-audit', grid('2026-10-11'), 1],
    ['a grid with an element not audited', 'grid/before-audit', { 'audit/2026-27/pupil-involvement.yaml': null }, 1],
    ['a grid completed on the day', 'grid/not-complete', grid('2027-06-01'), 0],
    ['a grid completed the day after', 'grid/not-complete', grid('2027-06-02'), 1],
    ['no grid', 'grid/not-complete', { 'grid/2026-27.yaml': null }, 1],
    ['worst for two years, an action complete', 'grid/stuck-at-worst', stuck('complete'), 0],
    ['worst for two years, an action stopped', 'grid/stuck-at-worst', stuck('stopped'), 1],
    ['a cell whose action is complete', 'plan/cell-uncovered', stuck('complete'), 1],
    ['a cell whose action is going on', 'plan/cell-uncovered', stuck('in-progress'), 0],
    [
      'evidence of the day',
      'evidence/dated-in-future',
      { 'evidence/a/evidence.yaml': 'title: A\nkind: data\ndate: 2027-06-01\n' },
      0,
    ],
    [
      'a reason for a strand that there is not',
      'awards/unknown-strand',
      made('date: 2027-05-26, decisions: { race: awarded }, because: { rase: So. }'),
      1,
    ],
    [
      'the same, which is not said twice',
      'awards/reason-without-decision',
      made('date: 2027-05-26, decisions: { race: awarded }, because: { rase: So. }'),
      0,
    ],
    [
      'a recommendation in lines of its own',
      'plan/unknown-recommendation',
      {
        ...made('date: 2027-05-26, recommendations: [{ text: "Go on, and on." }]'),
        ...action('status: planned\nrecommendations: ["Go on,\\n and on."]'),
      },
      0,
    ],
    [
      'a recommendation without awards',
      'plan/unknown-recommendation',
      { 'awards.yaml': null, ...action('status: planned\nrecommendations: [Go on.]') },
      1,
    ],
    [
      'a recommendation while awards can’t be read',
      'plan/unknown-recommendation',
      { 'awards.yaml': 'visits: {', ...action('status: planned\nrecommendations: [Go on.]') },
      0,
    ],
    ['a visit on the day', 'awards/in-future', made('date: 2027-06-01'), 0],
    [
      'as many strands as a visit may decide',
      'awards/too-many-strands',
      made('date: 2027-05-26, decisions: { race: awarded, gender: not-yet, disability: not-yet }'),
      0,
    ],
    [
      'an award before its summary’s school year',
      'awards/before-summary',
      made('date: 2026-08-31, decisions: { race: awarded }'),
      1,
    ],
    [
      'an award in its summary’s school year',
      'awards/before-summary',
      made('date: 2026-09-01, decisions: { race: awarded }'),
      0,
    ],
    ['no award', 'awards/before-summary', made('date: 2026-08-31, decisions: { race: not-yet }'), 0],
    ['a visit today', 'calendar/audit-not-sent', booked('date: 2027-06-01'), 1],
    ['a visit that is over', 'calendar/audit-not-sent', booked('date: 2027-05-31'), 0],
    ['a visit in a fortnight', 'calendar/audit-not-sent', booked('date: 2027-06-15'), 1],
    ['a visit in more than a fortnight', 'calendar/audit-not-sent', booked('date: 2027-06-16'), 0],
    [
      'an audit sent on the day of the visit',
      'calendar/audit-sent-after-visit',
      booked('date: 2027-06-24, auditSent: 2027-06-24'),
      0,
    ],
    [
      'signed twice by one person',
      'summary/unsigned',
      signed('{ by: The head, on: 2027-05-12 }', '{ by: "the head ", on: 2027-05-13 }'),
      1,
    ],
    ['signed on the day', 'summary/unsigned', signed('{ by: A, on: 2027-06-01 }', '{ by: B, on: 2027-06-01 }'), 0],
    ['signed the day after', 'summary/unsigned', signed('{ by: A, on: 2027-06-01 }', '{ by: B, on: 2027-06-02 }'), 1],
    [
      'a meeting to come',
      'reference-group/no-meeting',
      { 'reference-group.yaml': 'members: []\nmeetings: [{ date: 2027-06-02 }]\n' },
      1,
    ],
    [
      'a meeting on the day',
      'reference-group/no-meeting',
      { 'reference-group.yaml': 'members: []\nmeetings: [{ date: 2027-06-01 }]\n' },
      0,
    ],
    ['no reference group', 'reference-group/missing-group', { 'reference-group.yaml': null }, 1],
    [
      'worst this year, better last year',
      'grid/stuck-at-worst',
      { ...stuck('stopped'), 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { race: amber }\n' },
      0,
    ],
    [
      'worst last year, better this year',
      'grid/stuck-at-worst',
      { ...stuck('stopped'), 'grid/2026-27.yaml': 'year: 2026-27\ncells:\n  pupil-involvement: { race: amber }\n' },
      0,
    ],
    ['worst this year alone', 'grid/stuck-at-worst', { ...stuck('stopped'), 'grid/2025-26.yaml': null }, 0],
    [
      'worst for two years, an action that can’t be read',
      'grid/stuck-at-worst',
      { ...stuck('stopped'), 'plan/a.yaml': '"' },
      0,
    ],
    [
      'an earlier year with no reasons',
      'audit/rating-without-reason',
      {
        'audit/2025-26/pupil-involvement.yaml':
          'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.1: { rating: green }\n',
      },
      0,
    ],
    [
      'a judgement that is only evidence so far',
      'audit/rating-without-reason',
      {
        'audit/2026-27/pupil-involvement.yaml':
          'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.1: { evidence: [book-count] }\n',
      },
      0,
    ],
    ['a visit with no date', 'awards/before-summary', made('decisions: { gender: awarded }'), 0],
    ['no reference group', 'reference-group/no-meeting', { 'reference-group.yaml': null }, 0],
  ])('%s: %s', (_name, rule, overlay, count) => {
    expect(checkSound(overlay, 'submission').filter((each) => each.rule === rule)).toHaveLength(count);
  });

  test.each<readonly [rule: string, overlay: Overlay, file: string, message: string]>([
    [
      'audit/complete-but-unjudged',
      {
        'audit/2026-27/pupil-involvement.yaml':
          soundFiles()['audit/2026-27/pupil-involvement.yaml']?.replace(
            'rating: green',
            'strands: { race: green, gender: green, disability: green }',
          ) ?? '',
      },
      'audit/2026-27/pupil-involvement.yaml',
      'The audit is marked complete, and pupil-involvement.1 has not been judged for Sexual Orientation, Religion and Belief.',
    ],
    [
      'audit/complete-but-unjudged',
      {
        'audit/2026-27/pupil-involvement.yaml':
          soundFiles()['audit/2026-27/pupil-involvement.yaml']?.replace('rating: green', 'evidence: []') ?? '',
      },
      'audit/2026-27/pupil-involvement.yaml',
      'The audit is marked complete, and pupil-involvement.1 has not been judged.',
    ],
    [
      'evidence/file-unlisted',
      { 'evidence/book-count/notes.txt': 'So.', 'evidence/book-count/more/notes.txt': 'So.' },
      'evidence/book-count/evidence.yaml',
      '2 files lie beside this item, not listed in it.',
    ],
    [
      'reference-group/missing-group',
      { 'reference-group.yaml': 'members: [{ name: A, represents: teachers }]\n' },
      'reference-group.yaml',
      'No member of the reference group represents: Senior leadership team.',
    ],
    [
      'reference-group/advised-group-missing',
      {
        'reference-group.yaml':
          soundFiles()['reference-group.yaml']?.replace('represents: governors', 'represents: pupils') ?? '',
      },
      'reference-group.yaml',
      'The reference group would do well to have a member for: Governors.',
    ],
    [
      'awards/unknown-strand',
      made('date: 2027-05-26, recommendations: [{ text: So. }, { text: So., strand: faiths }]'),
      'awards.yaml',
      'There is no strand faiths in lem-5.',
    ],
    [
      'plan/unknown-element',
      action('status: planned\nelements: [our work with families this year]'),
      'plan/passports.yaml',
      'There is no such element in lem-5.',
    ],
  ])('%s says it in full', (rule, overlay, file, message) => {
    const found = checkSound(overlay, 'submission').filter((each) => each.rule === rule);
    expect(found.map((each) => [each.file, each.message])).toEqual([[file, message]]);
  });

  test('no rule grows milder as the work goes on, and wrong references are always errors', () => {
    const order = ['off', 'info', 'warning', 'error'];
    for (const { id, severity } of RULES) {
      const ranks = LEVELS.map((level) => order.indexOf(severity[level]));
      expect([id, ranks]).toEqual([id, [...ranks].sort()]);
      if (/-mismatch$|\/unknown-(?!file)/.test(id)) expect([id, severity.draft]).toEqual([id, 'error']);
    }
  });
});

describe('one fault is one finding', () => {
  test('a key with a typing error is not also missing', () => {
    const text = soundFiles()['plan/family-evening.yaml']?.replace('lead:', 'leed:') ?? '';
    expect(ids(checkSound({ 'plan/family-evening.yaml': text }, 'submission'))).toEqual(['schema/unknown-key']);
  });

  test('a file that does not parse is not also missing', () => {
    const overlay = { 'audit/2026-27/pupil-involvement.yaml': 'element: "pupil-involvement\n' };
    expect(ids(checkSound(overlay, 'submission'))).toEqual(['yaml/syntax']);
  });

  test('an action whose strand has a typing error is not also of another strand', () => {
    const overlay = {
      'plan/passports.yaml': 'title: A passport\nstrands: [genders]\nstatus: planned\n',
      'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\nactions: [passports]\n',
    };
    expect(ids(checkSound(overlay, 'draft'))).toEqual(['plan/unknown-strand']);
  });

  test('a value that does not hold is not spoken of again', () => {
    const text = 'title: A passport\nstrands: [race, 5]\nstatus: planned\n';
    expect(ids(checkSound({ 'plan/passports.yaml': text }, 'draft'))).toEqual(['schema/wrong-type']);
  });
});

describe('an earlier edition', () => {
  const audit = (edition: string): Overlay => ({
    'audit/2025-26/old-element.yaml': `element: old-element\n${edition}status: complete\ncompleted: 2025-10-13\njudgements:\n  old-element.1: { rating: begun, strands: { old: begun } }\n`,
    'grid/2025-26.yaml': 'year: 2025-26\ncompleted: 2025-11-03\ncells:\n  old-element: { old: begun }\n',
    'accreditation/2025-26/old.yaml': 'strand: old\nstatus: draft\n',
  });

  test('keeps its words', () => {
    expect(checkSound(audit('edition: lem-4\n'), 'submission')).toEqual([]);
  });

  test('has to be named', () => {
    const found = ids(checkSound(audit(''), 'submission'));
    expect(found).toEqual(
      expect.arrayContaining(['audit/unknown-element', 'grid/unknown-strand', 'summary/unknown-strand']),
    );
  });
});

test('a strand that a statement does not concern is no strand of its judgement', () => {
  const programme = SHIPPED.get('lem-5')
    ?.replace('id: lem-5', 'id: ours')
    .replace(/(- id: pupil-involvement\.1\n)/, '$1        strands: [race]\n');
  const overlay = {
    'lem.yaml': 'format: 1\nprogramme: ours\nschool: { name: Ribble Bank }\n',
    'programme.yaml': programme ?? '',
    'audit/2025-26/pupil-involvement.yaml':
      'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.1: { rating: green, strands: { race: amber, gender: red, rase: red } }\n',
  };
  expect(checkSound(overlay, 'draft').map(({ rule, message, pointer }) => [rule, message, pointer])).toEqual([
    [
      'audit/unknown-strand',
      'pupil-involvement.1 does not concern Gender.',
      '/judgements/pupil-involvement.1/strands/gender',
    ],
    ['audit/unknown-strand', 'There is no strand rase in ours.', '/judgements/pupil-involvement.1/strands/rase'],
  ]);
});

test('a programme that asks for less is told less', () => {
  const programme = SHIPPED.get('lem-5')
    ?.replace('id: lem-5', 'id: ours')
    .replace(/ {2}- \{ kind: (audit-current|summary-\w+).*\n/g, '')
    .replace(/^(visits|meetings|evidence|summary):.*\n/gm, '');
  const sound = soundFiles();
  const overlay = {
    'lem.yaml': 'format: 1\nprogramme: ours\nschool: { name: Ribble Bank }\n',
    'programme.yaml': programme ?? '',
    'accreditation/2026-27/race.yaml': sound['accreditation/2026-27/race.yaml']?.split(/^next:/m)[0] ?? '',
    'calendar.yaml':
      'meetings: [{ date: 2026-10-07, attended: [A, B, C] }]\nvisits:\n  - { date: 2029-06-02, kind: advisory }\n  - { date: 2029-06-10, kind: accreditation, strands: [race, gender, disability, religion-and-belief] }\n',
  };
  const found = assembled(soundWorkspace(overlay), 'submission', '2029-06-01');
  expect(ids(found)).toEqual(['plan/overdue']);
});

describe('hostile data', () => {
  const values: readonly unknown[] = [
    null,
    5,
    true,
    '',
    ' ',
    '__proto__',
    '\u001b[31m',
    [],
    {},
    [[]],
    [null],
    { constructor: 1 },
    { toString: 'red' },
    '9999-12-31',
    '0000-01-01',
  ];

  test('stops no rule, and every finding lies in its file', () => {
    const files = Object.entries(soundFiles()).filter(([path]) => path.endsWith('.yaml'));
    const audits = files.filter(([path]) => path.startsWith('audit/'));
    for (const [path, text] of files.filter((file) => !audits.slice(1).includes(file))) {
      for (const [index, broken] of variants(text, values).entries()) {
        const overlay = { [path]: broken };
        const found = checkSound(overlay, LEVELS[index % LEVELS.length] ?? 'draft');
        const stray = found.flatMap((each) => problemsOfSpan(each, { ...soundFiles(), ...overlay }));
        expect(stray).toEqual([]);
        for (const { message, hint } of found) expect(`${message}${hint}`).not.toContain('\u001b');
      }
    }
  });

  test('keys that every object has name nothing', () => {
    const keys = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const map = (value: string): string => `{ ${keys.map((key) => `${key}: ${value}`).join(', ')} }`;
    const found = checkSound(
      {
        'grid/2025-26.yaml': `year: 2025-26\ncells: ${map(map('constructor'))}\n`,
        'audit/2025-26/constructor.yaml': `element: constructor\nstatus: complete\ncompleted: 2025-10-13\njudgements: ${map(`{ rating: toString, strands: ${map('valueOf')} }`)}\n`,
        'plan/constructor.yaml':
          'title: A\nstrands: [constructor]\nelements: [toString]\nevidence: [__proto__]\nstatus: planned\n',
        'awards.yaml': `visits: [{ date: 2027-05-26, kind: accreditation, decisions: ${map('awarded')} }]\n`,
      },
      'submission',
    );
    expect(found.filter(({ rule }) => rule === 'grid/unknown-element')).toHaveLength(4);
    expect(found.filter(({ rule }) => rule === 'awards/unknown-strand')).toHaveLength(4);
    expect(found.filter(({ rule }) => rule === 'audit/unknown-rating')).toHaveLength(20);
  });
});

/** The text with one node after another replaced by one value after another. */
function variants(text: string, values: readonly unknown[]): readonly string[] {
  const made: string[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const key of Object.keys(node).slice(0, 6)) {
      const parent = node as { [key: string]: unknown };
      const kept = parent[key];
      parent[key] = values[made.length % values.length];
      made.push(stringify(root));
      parent[key] = kept;
      visit(kept);
    }
  };
  const root: unknown = parseYaml(text);
  visit(root);
  return made;
}

/** What is wrong with where a finding stands: nothing, if its span lies in its file's text. */
function problemsOfSpan(found: Diagnostic, texts: Overlay): readonly string[] {
  const text = texts[found.file] ?? '';
  const lines = text.split(/\r\n|\r|\n/);
  const inside = (line: number, column: number): boolean =>
    line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
  const forward = found.endLine > found.line || (found.endLine === found.line && found.endColumn >= found.column);
  const sound = inside(found.line, found.column) && inside(found.endLine, found.endColumn) && forward;
  return sound ? [] : [`${found.rule} ${spanText(found)}`];
}

function spanText({ file, line, column, endLine, endColumn }: Diagnostic): string {
  return `${file} ${line}:${column}-${endLine}:${endColumn}`;
}

function ids(found: readonly Diagnostic[]): readonly string[] {
  return [...new Set(found.map(({ rule }) => rule))];
}

function checkSound(overlay: Overlay, level: Level): readonly Diagnostic[] {
  return check(soundWorkspace(overlay), level);
}

function check(listing: Listing, level: Level): readonly Diagnostic[] {
  return assembled(listing, level, ON);
}

function assembled(listing: Listing, level: Level, on: string): readonly Diagnostic[] {
  return diagnose(assemble(listing, SHIPPED), { level, on });
}
