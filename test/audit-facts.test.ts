import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AuditComparison, compareAudits, isSameScale, type Move, moveOf } from '../src/facts/audit-comparison.ts';
import { auditProgress, isJudged, openIn, peopleIn } from '../src/facts/audit-progress.ts';
import { auditBefore, auditYear, type SoundAuditYear } from '../src/facts/audit-years.ts';
import type { Programme } from '../src/model/programme.ts';
import { assemble } from '../src/workspace/assemble.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { programme } from './support/programmes.ts';
import { SHIPPED } from './support/sound-workspace.ts';

const AWARD = readFileSync(new URL('programmes/reading-award/programme.yaml', import.meta.url), 'utf8');
const reading = programme('reading-award', AWARD);
const lem5 = programme('lem-5');
const lem6 = programme('lem-6');
const EDITIONS = new Map([lem5, lem6, reading].map((each) => [each.id, each]));

type Texts = { readonly [path: string]: string };

function workspaceOf(texts: Texts, edition = 'reading-award'): Workspace {
  const all: Texts = {
    'lem.yaml': `format: 1\nprogramme: ${edition}\nschool: { name: A School }\n`,
    'programme.yaml': AWARD,
    ...texts,
  };
  const entries = new Map(Object.entries(all).map(([path, text]) => [path, { kind: 'text', text }] as const));
  const assembly = assemble({ entries, assets: new Map() }, SHIPPED);
  if (assembly.state !== 'ready') throw new Error(JSON.stringify(assembly.problems));
  return assembly.workspace;
}

function soundYear(workspace: Workspace, year: string): SoundAuditYear {
  const audit = auditYear(workspace, year, EDITIONS);
  if (audit.programme === null) throw new Error(`no edition ${audit.edition}`);
  return { ...audit, programme: audit.programme };
}

const audit = (element: string, rest: string): string => `element: ${element}\nstatus: draft\n${rest}`;

describe('the edition of a year’s audit', () => {
  const file = (edition: string | null): string => audit('library', edition === null ? '' : `edition: ${edition}\n`);

  test.each<readonly [string, readonly (string | null)[], string]>([
    ['none is there', [], 'reading-award'],
    ['none is named', [null, null], 'reading-award'],
    ['all name another', ['lem-5', 'lem-5'], 'lem-5'],
    ['most name another', ['lem-5', 'lem-5', null], 'lem-5'],
    ['as many name another as do not', ['lem-5', null], 'reading-award'],
  ])('where %s', (_, editions, edition) => {
    const files = editions.map((each, index) => [`audit/2026-27/e${index}.yaml`, file(each)]);
    expect(auditYear(workspaceOf(Object.fromEntries(files)), '2026-27', EDITIONS).edition).toBe(edition);
  });

  test('that is not at hand is no programme', () => {
    const workspace = workspaceOf({ 'audit/2026-27/library.yaml': file('county-1') });
    expect(auditYear(workspace, '2026-27', EDITIONS)).toMatchObject({ edition: 'county-1', programme: null });
  });

  test('keeps what is in a file of another edition apart', () => {
    const workspace = workspaceOf({
      'audit/2026-27/library.yaml': file('lem-5'),
      'audit/2026-27/families.yaml': audit('families', ''),
    });
    const year = auditYear(workspace, '2026-27', EDITIONS);
    expect(year.files.get('library')).toMatchObject({ state: 'other-edition', value: null });
    expect(year.files.get('families')).toMatchObject({ state: 'known' });
  });
});

test('the audit before is the latest earlier one of the same element, readable or not', () => {
  const workspace = workspaceOf({
    'audit/2023-24/library.yaml': audit('library', ''),
    'audit/2024-25/library.yaml': 'element: [',
    'audit/2025-26/families.yaml': audit('families', ''),
    'audit/2026-27/library.yaml': audit('library', ''),
  });
  expect(auditBefore(workspace, 'library', '2026-27')).toMatchObject({
    year: '2024-25',
    audit: { state: 'unreadable' },
  });
  expect(auditBefore(workspace, 'library', '2024-25')).toMatchObject({ year: '2023-24' });
  expect(auditBefore(workspace, 'library', '2023-24')).toBe(null);
});

describe('progress', () => {
  const of = (texts: Texts) => {
    const elements = auditProgress(soundYear(workspaceOf(texts), '2026-27'));
    const [library, families] = elements;
    if (library === undefined || families === undefined) throw new Error('two elements');
    return { elements, library, families };
  };

  test('counts a statement once it is judged for every strand it concerns, and judgements by strand', () => {
    const { library, families } = of({
      'audit/2026-27/library.yaml': audit(
        'library',
        'judgements:\n  library.1: { strands: { print: steady } }\n  library.2: { rating: strong }\n',
      ),
    });
    expect(library).toMatchObject({ judged: 1, status: 'draft', state: 'known' });
    expect(library.counts).toEqual({
      absent: 0,
      emerging: 0,
      steady: 1,
      strong: 1,
      leading: 0,
      'out-of-scope': 0,
      missing: 1,
    });
    expect(openIn(library).map(({ statement }) => statement.id)).toEqual(['library.1']);
    expect(families).toMatchObject({ judged: 0, status: null, state: 'absent', file: 'audit/2026-27/families.yaml' });
  });

  test('a word that the scale lacks is no judgement', () => {
    const { library } = of({
      'audit/2026-27/library.yaml': audit('library', 'judgements: { library.2: { rating: green } }\n'),
    });
    expect(library).toMatchObject({ judged: 0, counts: { missing: 3 } });
  });

  test('of a file that can’t be read can’t be told, not even that it is empty', () => {
    const { library } = of({
      'audit/2026-27/library.yaml': audit('library', 'asessors: [A]\njudgements: { library.1: { rating: steady } }\n'),
    });
    expect(library).toMatchObject({ state: 'unreadable', judged: null, counts: null, assessors: [] });
  });

  test('not applicable needs its reason to be finished with', () => {
    const judged = (because: string) =>
      of({
        'audit/2026-27/library.yaml': audit(
          'library',
          `judgements:\n  library.1: { rating: steady }\n  library.2: { rating: out-of-scope${because} }\n`,
        ),
      }).library;
    expect(openIn(judged('')).map((each) => [each.statement.id, isJudged(each), each.lacksReason])).toEqual([
      ['library.2', true, true],
    ]);
    expect(openIn(judged(', because: Nobody speaks'))).toEqual([]);
  });

  test('people are told apart by more than capitals and spaces', () => {
    const { elements } = of({
      'audit/2026-27/library.yaml': audit('library', 'assessors: [Parent, Year 4  teacher, parent]\n'),
      'audit/2026-27/families.yaml': audit('families', 'assessors: [year 4 teacher, Year 3 teacher]\n'),
    });
    expect(peopleIn(elements).map((each) => [each.who, each.elements.map(({ element }) => element.id)])).toEqual([
      ['Parent', ['library']],
      ['Year 4  teacher', ['library', 'families']],
      ['Year 3 teacher', ['families']],
    ]);
  });
});

describe('a move', () => {
  test.each<readonly [string | null, string | null, Move]>([
    ['red', 'amber', 'up'],
    ['green', 'red', 'down'],
    ['amber', 'amber', 'same'],
    ['not-applicable', 'not-applicable', 'same'],
    [null, 'green', 'new'],
    [null, 'not-applicable', 'new'],
    ['not-applicable', 'red', 'new'],
    ['red', 'not-applicable', 'no-longer'],
    ['green', null, 'not-yet'],
    [null, null, 'not-yet'],
  ])('from %s to %s is %s', (before, after, move) => {
    expect(moveOf(before, after, lem5)).toBe(move);
  });
});

describe('a comparison', () => {
  const compare = (before: Texts, after: Texts, edition = 'reading-award'): AuditComparison => {
    const under = (year: string, texts: Texts) =>
      Object.entries(texts).map(([element, text]) => [`audit/${year}/${element}.yaml`, text]);
    const workspace = workspaceOf(
      Object.fromEntries([...under('2025-26', before), ...under('2026-27', after)]),
      edition,
    );
    return compareAudits(soundYear(workspace, '2025-26'), soundYear(workspace, '2026-27'));
  };
  const judged = (element: string, judgements: { readonly [id: string]: string }): Texts => ({
    [element]: audit(
      element,
      `judgements:\n${Object.entries(judgements)
        .map(([id, judgement]) => `  ${id}: ${judgement}\n`)
        .join('')}`,
    ),
  });
  const movesOf = ({ cells }: AuditComparison) =>
    Object.fromEntries(cells.map(({ element, strand, move }) => [`${element.id} ${strand.id}`, move]));

  test('is made by the programme’s own scale and policy, strand by strand', () => {
    const comparison = compare(
      {
        ...judged('library', {
          'library.1': '{ rating: steady, because: Before. }',
          'library.2': '{ rating: leading }',
        }),
        ...judged('families', { 'families.1': '{ rating: out-of-scope }' }),
      },
      {
        ...judged('library', {
          'library.1': '{ rating: strong, strands: { spoken-word: absent }, because: After. }',
          'library.2': '{ rating: leading }',
        }),
        ...judged('families', { 'families.1': '{ rating: emerging, strands: { print: out-of-scope } }' }),
      },
    );
    expect(movesOf(comparison)).toEqual({
      'library print': 'up',
      'library spoken-word': 'down',
      'families print': 'same',
      'families spoken-word': 'new',
    });
    expect(comparison.overall.counts).toEqual({
      up: 1,
      down: 1,
      same: 1,
      new: 1,
      'no-longer': 0,
      'not-yet': 0,
      'not-comparable': 0,
    });
    expect(
      comparison.strands.map(({ strand, before, after, move }) => [strand.id, before.rating, after.rating, move]),
    ).toEqual([
      ['print', 'steady', 'strong', 'up'],
      ['spoken-word', 'steady', 'absent', 'down'],
    ]);
    expect(comparison.statements.map(({ statement, because }) => [statement.id, because])).toEqual([
      ['library.1', { before: 'Before.', after: 'After.' }],
      ['families.1', { before: null, after: null }],
    ]);
    expect(
      comparison.statements[0]?.strands.map(({ strand, before, after, move }) => [strand.id, before, after, move]),
    ).toEqual([
      ['print', 'steady', 'strong', 'up'],
      ['spoken-word', 'steady', 'absent', 'down'],
    ]);
    expect(comparison.remarks).toEqual([]);
  });

  test('what is not yet judged is neither better nor the same, however good what there is', () => {
    const before = judged('library', { 'library.1': '{ rating: absent }', 'library.2': '{ rating: absent }' });
    const comparison = compare(before, judged('library', { 'library.2': '{ rating: leading }' }));
    expect(movesOf(comparison)).toEqual({
      'library print': 'not-yet',
      'library spoken-word': 'not-yet',
      'families print': 'not-yet',
      'families spoken-word': 'not-yet',
    });
    expect(comparison.cells[1]?.after).toMatchObject({ rating: null, provisional: 'leading' });
    expect(comparison.overall).toMatchObject({ move: 'not-yet', after: { rating: null } });
    expect(comparison.statements.map(({ statement }) => statement.id)).toEqual(['library.2']);
  });

  test('an element that has no audit yet is not judged, and one without an earlier audit is new', () => {
    const library = judged('library', { 'library.1': '{ rating: steady }', 'library.2': '{ rating: steady }' });
    expect(movesOf(compare({}, library))).toMatchObject({ 'library print': 'new', 'families print': 'not-yet' });
    expect(compare({}, library).statements).toEqual([]);
  });

  test('a word that the scale lacks is no judgement', () => {
    const now = judged('families', { 'families.1': '{ rating: green }' });
    const comparison = compare(judged('families', { 'families.1': '{ rating: absent }' }), now);
    expect(movesOf(comparison)).toMatchObject({ 'families print': 'not-yet' });
    expect(comparison.statements).toEqual([]);
  });

  test.each(['before', 'after'])('a file that can’t be read is never taken for an empty one: %s', (side) => {
    const library = judged('library', { 'library.1': '{ rating: steady }', 'library.2': '{ rating: steady }' });
    const broken = { library: audit('library', 'judgements: {\n') };
    const comparison = side === 'before' ? compare(broken, library) : compare(library, broken);
    expect(movesOf(comparison)).toMatchObject({
      'library print': 'not-comparable',
      'library spoken-word': 'not-comparable',
      'families print': 'not-yet',
    });
    expect(comparison.strands.map(({ move }) => move)).toEqual(['not-comparable', 'not-comparable']);
    const year = side === 'before' ? '2025-26' : '2026-27';
    expect(comparison.remarks).toEqual([
      { kind: 'file', id: `audit/${year}/library.yaml`, title: 'Library', why: 'can’t be read' },
    ]);
  });

  test('between editions holds side by side only what both have, and says what is left out', () => {
    const of = (edition: string, strands: string): Texts => ({
      'pupil-involvement': audit(
        'pupil-involvement',
        `edition: ${edition}\njudgements: { pupil-involvement.1: { rating: amber, strands: { ${strands} } } }\n`,
      ),
    });
    const { cells, strands, statements, remarks } = compare(
      of('lem-5', 'race: red, gender: red'),
      of('lem-6', 'sex: green'),
      'lem-6',
    );
    expect(strands.map(({ strand }) => strand.id)).toEqual(['race', 'disability', 'religion-and-belief']);
    expect(cells).toHaveLength(30);
    expect(statements.map((each) => each.strands.map(({ strand }) => strand.id))).toEqual([['race']]);
    expect(remarks.map(({ kind, id, why }) => [kind, id, why])).toEqual([
      ['strand', 'gender', 'only in lem-5'],
      ['strand', 'sexual-orientation', 'only in lem-5'],
      ['strand', 'sex', 'only in lem-6'],
      ['strand', 'socio-economic', 'only in lem-6'],
      ['strand', 'sexual-orientation-and-gender-reassignment', 'only in lem-6'],
    ]);
  });

  test('says which statements came, went, or changed between editions', () => {
    const [library] = reading.file.elements;
    const [first] = library?.statements ?? [];
    if (library === undefined || first === undefined) throw new Error('a library');
    const later: Programme = {
      ...reading,
      id: 'reading-2',
      elements: new Map([
        [
          'library',
          {
            ...library,
            statements: [
              { ...first, text: 'Reworded.', strands: ['print'] },
              { id: 'library.3', text: 'New.' },
            ],
          },
        ],
      ]),
      statements: new Map([
        ['library.1', { ...first, text: 'Reworded.', strands: ['print'] }],
        ['library.3', { id: 'library.3', text: 'New.' }],
      ]),
    };
    const year = soundYear(workspaceOf({}), '2025-26');
    const other = { ...year, year: '2026-27', edition: later.id, programme: later };
    const comparison = compareAudits(year, other);
    for (const { cells } of [comparison, compareAudits(other, year)])
      expect(cells.map(({ element, strand }) => [element.id, strand.id])).toEqual([['library', 'print']]);
    expect(comparison.remarks.map(({ kind, id, why }) => [kind, id, why])).toEqual([
      ['element', 'families', 'only in reading-award'],
      ['statement', 'library.2', 'only in reading-award'],
      ['statement', 'library.3', 'only in reading-2'],
      ['statement', 'library.1', 'compared, though worded differently in reading-award'],
      ['statement', 'library.1', 'compared for the strands it concerns in reading-award too'],
    ]);
  });

  test('ratings of another scale can’t be held side by side', () => {
    expect(isSameScale(lem5, lem6)).toBe(true);
    expect(isSameScale(lem5, reading)).toBe(false);
  });

  test('a better judgement never makes a cell move down, and the order of keys never matters', () => {
    const scale = reading.file.scale.map(({ id }) => id);
    const rating = fc.constantFrom(...scale);
    fc.assert(
      fc.property(rating, rating, rating, rating, rating, (a, b, c, d, better) => {
        const before = judged('library', { 'library.1': `{ rating: ${a} }`, 'library.2': `{ rating: ${b} }` });
        const after = { 'library.1': `{ rating: ${c} }`, 'library.2': `{ rating: ${d} }` };
        const turned = judged('library', Object.fromEntries(Object.entries(after).reverse()));
        const now = movesOf(compare(before, judged('library', after)));
        expect(movesOf(compare(before, turned))).toEqual(now);
        if (scale.indexOf(better) < scale.indexOf(c)) return;
        const raised = movesOf(compare(before, judged('library', { ...after, 'library.1': `{ rating: ${better} }` })));
        const order = ['down', 'same', 'up'];
        for (const [cell, move] of Object.entries(now).filter(([cell]) => cell.startsWith('library')))
          expect(order.indexOf(raised[cell] ?? '')).toBeGreaterThanOrEqual(order.indexOf(move));
      }),
      { numRuns: 40 },
    );
  });
});
