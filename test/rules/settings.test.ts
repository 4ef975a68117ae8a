import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { diagnose } from '../../src/rules/run.ts';
import { assemble } from '../../src/workspace/assemble.ts';
import { ON, type Overlay, SHIPPED, soundFiles, soundWorkspace } from '../support/sound-workspace.ts';

/** Rules that go by a setting of the programme, at the edges of what it allows. */

function check(overlay: Overlay, change: (programme: string) => string = (text) => text): readonly Diagnostic[] {
  const own = change(SHIPPED.get('lem-5')?.replace('id: lem-5', 'id: ours') ?? '');
  const settings = soundFiles()['lem.yaml']?.replace('lem-5', 'ours') ?? '';
  const listing = soundWorkspace({ 'lem.yaml': settings, 'programme.yaml': own, ...overlay });
  return diagnose(assemble(listing, SHIPPED), { level: 'submission', on: ON });
}

function messages(rule: string, overlay: Overlay, change?: (programme: string) => string): readonly string[] {
  return check(overlay, change).flatMap((each) => (each.rule === rule ? [each.message] : []));
}

const booked = (...visits: string[]): Overlay => ({
  'calendar.yaml': `visits:\n${visits.map((visit) => `  - { ${visit} }\n`).join('')}`,
});
const claim = (...evidence: string[]): Overlay => ({
  'accreditation/2026-27/gender.yaml': `strand: gender\nstatus: draft\noutcomes: [{ claim: So., evidence: [${evidence.join(', ')}] }]\n`,
});
const NO_VISIT: Overlay = { 'calendar.yaml': 'visits: []\n' };
const item = (id: string, rest: string): Overlay => ({
  [`evidence/${id}/evidence.yaml`]: `title: A\nkind: data\n${rest}\n`,
});

describe('calendar/visit-without-summary', () => {
  const rule = 'calendar/visit-without-summary';
  const visit = (date: string, kind = 'accreditation', strands = '[gender]'): Overlay =>
    booked(`date: ${date}, kind: ${kind}, strands: ${strands}`);

  test.each<readonly [name: string, overlay: Overlay, count: number]>([
    ['in three weeks', visit('2027-06-22'), 1],
    ['in more than three weeks', visit('2027-06-23'), 0],
    ['today', visit('2027-06-01'), 1],
    ['over', visit('2027-05-31'), 0],
    ['advisory', visit('2027-06-10', 'advisory'), 0],
    ['of two strands', visit('2027-06-10', 'accreditation', '[gender, disability]'), 2],
    ['of a strand there is not', visit('2027-06-10', 'accreditation', '[gendr]'), 0],
    ['with a summary that can’t be read', { ...visit('2027-06-10'), 'accreditation/2026-27/gender.yaml': '"' }, 0],
    [
      'with a summary of a year before',
      { ...visit('2027-06-10'), 'accreditation/2025-26/gender.yaml': 'strand: gender\nstatus: draft\n' },
      0,
    ],
    ['with a summary that the badge was awarded on', visit('2027-06-10', 'accreditation', '[race]'), 1],
  ])('%s', (_name, overlay, count) => expect(messages(rule, overlay)).toHaveLength(count));

  test('silent where the programme does not say', () => {
    const change = (text: string): string => text.replace(', summaryBefore: P21D', '');
    expect(messages(rule, visit('2027-06-10'), change)).toEqual([]);
  });
});

describe('calendar/audit-not-sent', () => {
  const visit = booked('date: 2027-06-20, kind: accreditation, strands: [race]');

  test.each([
    ['auditBefore: P14D', 0],
    ['auditBefore: P19D', 1],
    ['perYear: 1', 0],
  ])('%s', (setting, count) => {
    const change = (text: string): string =>
      text.replace('auditBefore: P14D', setting).replace('perYear: 1, mostStrands: 3, ', 'mostStrands: 3, ');
    expect(messages('calendar/audit-not-sent', visit, change)).toHaveLength(count);
  });
});

describe('calendar/too-many-visits', () => {
  const rule = 'calendar/too-many-visits';
  const advisory = (date: string): string => `date: ${date}, kind: advisory`;

  test('counts those of a school year', () => {
    expect(messages(rule, booked(advisory('2026-08-31'), advisory('2026-09-01'), advisory('2027-09-01')))).toEqual([]);
    expect(messages(rule, booked(advisory('2026-09-01'), advisory('2027-08-31')))).toHaveLength(1);
  });

  test('names those that come last, in whatever order they stand', () => {
    const found = check(booked(advisory('2027-06-03'), advisory('2026-10-01'), advisory('2027-02-01')));
    expect(found.filter((each) => each.rule === rule).map(({ line, message }) => `${line} ${message}`)).toEqual([
      '2 This is visit 3 of 2026-27, and a school has 1 a year.',
      '4 This is visit 2 of 2026-27, and a school has 1 a year.',
    ]);
  });

  test('goes by the programme', () => {
    const change = (text: string): string => text.replace('perYear: 1', 'perYear: 2');
    expect(messages(rule, booked(advisory('2026-09-01'), advisory('2027-08-31')), change)).toEqual([]);
  });
});

describe('calendar/too-many-strands', () => {
  const strands = 'strands: [race, gender, disability, religion-and-belief]';

  test.each([
    [`date: 2027-11-24, kind: accreditation, ${strands}`, 1],
    [`date: 2027-11-24, kind: advisory, ${strands}`, 0],
  ])('%s', (visit, count) => expect(messages('calendar/too-many-strands', booked(visit))).toHaveLength(count));
});

describe('evidence/too-large', () => {
  const listed = item('film', 'date: 2027-02-11\nholder: B\nfiles: [{ path: film.txt }]');

  test.each([
    [10_000_000, []],
    [10_000_001, ['This file has 11 MB, and 10 MB are allowed.']],
  ])('%d bytes', (size, expected) => {
    expect(messages('evidence/too-large', { ...listed, 'evidence/film/film.txt': 'x'.repeat(size) })).toEqual(expected);
  });

  test('goes by the programme, and stands at the file', () => {
    const overlay = { ...listed, 'evidence/film/film.txt': 'x'.repeat(1_000_001) };
    const [found] = check(overlay, (text) => text.replace('largestFile: 10', 'largestFile: 1')).filter(
      ({ rule }) => rule === 'evidence/too-large',
    );
    expect(found).toMatchObject({ file: 'evidence/film/evidence.yaml', pointer: '/files/0/path', severity: 'warning' });
    expect(messages('evidence/too-large', overlay, (text) => text.replace(/^evidence:.*\n/m, ''))).toEqual([]);
  });
});

describe('evidence/too-old', () => {
  const rule = 'evidence/too-old';
  const old = (date: string): Overlay => item('old', `date: ${date}\nholder: B`);
  const visit = booked('date: 2027-06-24, kind: accreditation, strands: [gender], auditSent: 2027-05-28');

  test.each<readonly [name: string, overlay: Overlay, count: number]>([
    ['three years ago to the day', { ...claim('old'), ...NO_VISIT, ...old('2024-06-01') }, 0],
    ['a day more', { ...claim('old'), ...NO_VISIT, ...old('2024-05-31') }, 1],
    ['three years before the visit', { ...claim('old'), ...visit, ...old('2024-06-24') }, 0],
    ['a day more than that', { ...claim('old'), ...visit, ...old('2024-06-23') }, 1],
    ['named by no summary', old('2020-01-01'), 0],
    [
      'named by two claims',
      {
        'accreditation/2026-27/gender.yaml':
          'strand: gender\nstatus: draft\noutcomes: [{ claim: So., evidence: [old] }, { claim: So., evidence: [old] }]\n',
        ...old('2020-01-01'),
      },
      1,
    ],
    [
      'named by a summary that the badge was awarded on',
      {
        'evidence/book-count/evidence.yaml':
          soundFiles()['evidence/book-count/evidence.yaml']?.replace('2027-03-01', '2020-03-02') ?? '',
      },
      0,
    ],
  ])('%s', (_name, overlay, count) => expect(messages(rule, overlay)).toHaveLength(count));
});

describe('summary/claim-evidence-dead', () => {
  const rule = 'summary/claim-evidence-dead';
  const holder = (rest: string): Overlay => item('a', `date: 2027-02-11\nholder: B\n${rest}`);

  test.each<readonly [name: string, overlay: Overlay, found: readonly string[]]>([
    [
      'consent missing',
      { ...claim('a'), ...holder('consent: missing') },
      ['This claim rests on nothing that counts: consent for a is missing.'],
    ],
    ['one of two counts', { ...claim('a', 'book-count'), ...holder('consent: missing') }, []],
    [
      'too old',
      { ...claim('a'), ...item('a', 'date: 2024-06-23\nholder: B') },
      ['This claim rests on nothing that counts: a is of 23 June 2024, too old on 24 June 2027.'],
    ],
    [
      'nothing held',
      { ...claim('a'), ...item('a', 'date: 2027-02-11') },
      ['This claim rests on nothing that counts: a has no file, holder or link.'],
    ],
    ['an item that there is not', claim('b'), []],
    ['an item that can’t be read', { ...claim('a'), ...item('a', 'date: "') }, []],
    ['no evidence', claim(), []],
  ])('%s', (_name, overlay, expected) => expect(messages(rule, overlay)).toEqual(expected));

  test('silent where the programme does not ask for evidence', () => {
    const change = (text: string): string => text.replace(/.*kind: evidence-live.*\n/, '');
    expect(messages(rule, { ...claim('a'), ...holder('consent: missing') }, change)).toEqual([]);
  });
});

describe('summary/too-long', () => {
  const summary = (length: number): Overlay => ({
    'accreditation/2026-27/gender.yaml': `strand: gender\nstatus: draft\ngoals: ${'x'.repeat(length)}\n`,
  });

  test.each([
    [3000, 0],
    [3001, 1],
  ])('%d characters', (length, count) => expect(messages('summary/too-long', summary(length))).toHaveLength(count));

  test('silent where the programme does not say', () => {
    expect(messages('summary/too-long', summary(9000), (text) => text.replace(/^summary:.*\n/m, ''))).toEqual([]);
  });
});

describe('awards/out-of-order', () => {
  const made = (...dates: string[]): Overlay => ({
    'awards.yaml': `visits:\n${dates.map((date) => `  - { date: ${date}, kind: advisory }\n`).join('')}`,
  });

  test.each<readonly [dates: readonly string[], count: number]>([
    [['2025-06-01', '2026-06-01', '2026-06-01'], 0],
    [['2026-06-01', '2025-06-01'], 1],
    [['2026-06-01', '2024-06-01', '2025-06-01'], 2],
  ])('%j', (dates, count) => expect(messages('awards/out-of-order', made(...dates))).toHaveLength(count));
});
