import { readFileSync } from 'node:fs';
import { deadlinesOn } from '../../src/facts/deadlines.ts';
import { rhythmOf } from '../../src/facts/rhythm.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { ON, type Overlay, SHIPPED, soundWorkspace } from '../support/sound-workspace.ts';

function workspace(overlay: Overlay, edition?: string): Workspace {
  const assembly = assemble(soundWorkspace(overlay, edition), SHIPPED);
  if (assembly.state !== 'ready') throw new Error(JSON.stringify(assembly.problems));
  return assembly.workspace;
}

/** The deadlines of some kinds, each as `kind id date`, and whether it is overdue. */
function dates(overlay: Overlay, kinds: RegExp, on = ON): readonly string[] {
  return deadlinesOn(workspace(overlay), on)
    .filter(({ kind }) => kinds.test(kind))
    .map(({ kind, id, date, overdue }) => `${[kind, id, date].filter(Boolean).join(' ')}${overdue ? ' overdue' : ''}`);
}

const TERMS = `terms:
  - { name: summer, from: 2027-04-12, to: 2027-07-21 }
  - { name: autumn, from: 2026-09-02, to: 2026-12-18 }
  - { name: spring, from: 2027-01-05, to: 2027-03-25 }
`;
const calendar = (text: string): Overlay => ({ 'calendar.yaml': text });
const group = (text: string): Overlay => ({
  'reference-group.yaml': `members: [{ name: A. Khan, represents: senior-leadership }]\n${text}`,
});

test('everything that falls due, soonest first', () => {
  expect(dates({}, /./, '2027-07-12')).toEqual([
    'action family-evening 2027-07-09 overdue',
    'audit 2027-10-12',
    'mark 2030-05-26',
  ]);
});

describe('a visit', () => {
  const booked = (rest: string): Overlay =>
    calendar(`visits:\n  - { date: 2027-06-24, kind: accreditation, strands: [race, gender]${rest} }\n`);

  test('needs the audit sent and the summaries begun, by the programme’s spans', () => {
    expect(dates(booked(''), /visit|send|begin/)).toEqual([
      // Race was awarded on its summary in May, so it needs another.
      'summary-to-begin 2026-27 2027-06-03',
      'audit-to-send 2026-27 2027-06-10',
      'visit 2026-27 2027-06-24',
    ]);
    expect(dates(booked(''), /send|begin/, '2027-06-11')).toEqual([
      'summary-to-begin 2026-27 2027-06-03 overdue',
      'audit-to-send 2026-27 2027-06-10 overdue',
    ]);
  });

  test('needs nothing that is done, and nothing once it is over', () => {
    const summaries = {
      'accreditation/2026-27/race.yaml': null,
      'awards.yaml': null,
      'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\n',
    };
    expect(dates({ ...booked(', auditSent: 2027-05-28'), ...summaries }, /send|begin/)).toEqual([
      'summary-to-begin 2026-27 2027-06-03',
    ]);
    expect(dates(booked(''), /visit|send|begin/, '2027-06-25')).toEqual([]);
  });

  test('needs no other summary where more evidence was asked for', () => {
    const decided = {
      'awards.yaml': 'visits: [{ date: 2027-05-26, kind: accreditation, decisions: { race: further-evidence } }]\n',
    };
    const gender = { 'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\n' };
    expect(dates({ ...booked(''), ...decided, ...gender }, /begin/)).toEqual([]);
  });

  test('needs nothing for advice', () => {
    expect(dates(calendar('visits: [{ date: 2027-06-24, kind: advisory }]\n'), /visit|send|begin/)).toEqual([
      'visit 2026-27 2027-06-24',
    ]);
  });

  test('keeps its id when its day is moved within the year, and has its own among several', () => {
    const two = 'visits: [{ date: 2027-07-08, kind: advisory }, { date: 2027-06-24, kind: advisory }]\n';
    expect(dates(calendar(two), /^visit/)).toEqual(['visit 2026-27 2027-06-24', 'visit 2026-27-2 2027-07-08']);
  });

  test('is prepared for as long before as a span of months says', () => {
    const lem5 = SHIPPED.get('lem-5') ?? '';
    const own = lem5.replace('id: lem-5', 'id: own').replace('auditBefore: P14D', 'auditBefore: P1M');
    const overlay = {
      'programme.yaml': own,
      'lem.yaml': 'format: 1\nprogramme: own\nschool: { name: A }\n',
      ...calendar('visits: [{ date: 2028-03-31, kind: accreditation, strands: [race] }]\n'),
    };
    expect(dates(overlay, /send/)).toEqual(['audit-to-send 2027-28 2028-02-29']);
  });
});

describe('meetings', () => {
  test('to come are listed, those held are not', () => {
    const overlay = {
      ...calendar('meetings: [{ date: 2027-06-01 }, { date: 2027-05-31 }]\n'),
      ...group('meetings: [{ date: 2027-06-02 }, { date: 2027-05-12 }]\n'),
    };
    expect(dates(overlay, /meeting$/)).toEqual([
      'network-meeting 2027-06-01 2027-06-01',
      'group-meeting 2027-06-02 2027-06-02',
    ]);
  });

  test.each<[what: string, overlay: Overlay, on: string, due: readonly string[]]>([
    ['none in the term', calendar(TERMS), '2027-06-01', ['network-meeting-due 2027-07-21']],
    ['one in the term', calendar(`${TERMS}meetings: [{ date: 2027-04-20 }]\n`), '2027-06-01', []],
    ['one in the holidays before', calendar(`${TERMS}meetings: [{ date: 2027-03-26 }]\n`), '2027-06-01', []],
    [
      'one in the term before',
      calendar(`${TERMS}meetings: [{ date: 2027-03-25 }]\n`),
      '2027-06-01',
      ['network-meeting-due 2027-07-21'],
    ],
    ['in the holidays', calendar(TERMS), '2026-12-27', ['network-meeting-due 2027-03-25']],
    ['after the last term', calendar(TERMS), '2027-07-22', []],
    ['no terms known', calendar('terms: []\n'), '2027-06-01', []],
  ])('of co-ordinators are due each term: %s', (_what, overlay, on, due) => {
    expect(dates(overlay, /network-meeting-due/, on)).toEqual(due);
  });

  test.each<[what: string, group: string, on: string, due: readonly string[]]>([
    ['never met, founded in the autumn', 'established: 2026-09-15\nmeets: termly\n', '2026-10-01', ['2026-12-18']],
    ['never met, in a later term', 'established: 2026-09-15\nmeets: termly\n', '2027-01-10', ['2026-12-18 overdue']],
    [
      'founded after the half of a term',
      'established: 2027-03-01\nmeets: twice a term\n',
      '2027-03-02',
      ['2027-03-25'],
    ],
    ['never met, and not said since when', 'meets: termly\n', '2027-01-10', ['2027-03-25']],
    ['met in the term before', 'meets: termly\nmeetings: [{ date: 2026-10-01 }]\n', '2027-02-01', ['2027-03-25']],
    [
      'no meeting for longer',
      'meets: termly\nmeetings: [{ date: 2026-10-01 }]\n',
      '2027-04-20',
      ['2027-03-25 overdue'],
    ],
    ['met this term', 'meets: once a term\nmeetings: [{ date: 2027-01-07 }]\n', '2027-02-01', ['2027-07-21']],
    ['a meeting planned', 'meets: termly\nmeetings: [{ date: 2026-10-01 }, { date: 2027-05-04 }]\n', '2027-05-04', []],
    [
      'twice a term: the first half',
      'meets: twice a term\nmeetings: [{ date: 2026-12-03 }, { date: 2026-10-01 }]\n',
      '2027-01-10',
      ['2027-02-13'],
    ],
    [
      'twice a term: the second half',
      'meets: twice a term\nmeetings: [{ date: 2027-01-08 }]\n',
      '2027-03-01',
      ['2027-03-25'],
    ],
    ['after the last known term', 'meets: termly\nmeetings: [{ date: 2027-07-01 }]\n', '2027-09-10', ['2027-10-29']],
    ['every six weeks', 'meets: every six weeks\nmeetings: [{ date: 2027-01-04 }]\n', '2027-02-01', ['2027-02-15']],
    ['in words that tell nothing', 'meets: as needed\nmeetings: [{ date: 2024-01-04 }]\n', '2027-02-01', []],
    ['nothing said', 'meetings: [{ date: 2024-01-04 }]\n', '2027-02-01', []],
  ])('of the group are due as it has agreed: %s', (_what, text, on, due) => {
    expect(dates({ ...calendar(TERMS), ...group(text) }, /group-meeting-due/, on)).toEqual(
      due.map((each) => `group-meeting-due ${each}`),
    );
  });

  test('are not due of a group that has no members', () => {
    const overlay = { ...calendar(TERMS), 'reference-group.yaml': 'meets: termly\nmembers: []\n' };
    expect(dates(overlay, /group-meeting-due/)).toEqual([]);
  });
});

test.each([
  ['termly', { perTerm: 1 }],
  ['Once a term, on Tuesdays at 3.30', { perTerm: 1 }],
  ['twice a term', { perTerm: 2 }],
  ['Twice each term, more often before a visit', { perTerm: 2 }],
  ['three times a term', { perTerm: 3 }],
  ['half-termly', { perTerm: 2 }],
  ['every half term', { perTerm: 2 }],
  ['every two terms', { every: 'P8M' }],
  ['monthly', { every: 'P1M' }],
  ['every other month', { every: 'P2M' }],
  ['the first Monday of each month', { every: 'P1M' }],
  ['twice a month', { every: 'P15D' }],
  ['every six weeks', { every: 'P42D' }],
  ['ten times a week', { every: 'P1D' }],
  ['6-weekly', { every: 'P42D' }],
  ['fortnightly', { every: 'P14D' }],
  ['three times a year', { every: 'P4M' }],
  ['half-yearly', { every: 'P6M' }],
  ['once a year', { every: 'P12M' }],
  ['0 times a term', { perTerm: 1 }],
  ['when there is something to talk about', null],
  ['', null],
])('“%s” is understood', (words, rhythm) => {
  expect(rhythmOf(words)).toEqual(rhythm);
});

test('an award whose badges lapse has the last days of badges and of its Mark', () => {
  const award = readFileSync(new URL('../programmes/reading-award/programme.yaml', import.meta.url), 'utf8');
  const overlay = {
    'programme.yaml': award.replace('badgeValidFor: P2Y', 'badgeValidFor: P2Y, validFor: P3Y'),
    'lem.yaml': 'format: 1\nprogramme: reading-award\nschool: { name: A }\n',
    'awards.yaml':
      'visits: [{ date: 2027-01-10, kind: accreditation, decisions: { print: awarded, spoken-word: awarded } }]\n',
  };
  expect(dates(overlay, /mark|badge/)).toEqual([
    'badge print 2029-01-10',
    'mark 2029-01-10',
    'badge spoken-word 2029-01-10',
  ]);
  expect(dates(overlay, /mark|badge/, '2029-01-11')).toEqual([]);
  expect(deadlinesOn(workspace(overlay), ON).map(({ what }) => what)).toContain('Last day of the Reading Mark');
});
