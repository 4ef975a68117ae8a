import fc from 'fast-check';
import { guarded, guardedText, unguarded } from '../src/model/guard.ts';
import type { Sheet } from '../src/model/sheet.ts';
import { csvSheets, csvText } from '../src/source/sheet-csv.ts';
import { readDate } from '../src/workspace/sheets/date.ts';
import type { SheetKind } from '../src/workspace/sheets/fields.ts';
import { type Layout, layoutOf, type Mapped, missingFrom } from '../src/workspace/sheets/layout.ts';
import { joined, parted } from '../src/workspace/sheets/list.ts';
import { plain } from '../src/workspace/sheets/plain.ts';
import { rowsOf } from '../src/workspace/sheets/rows.ts';
import { statementOf } from '../src/workspace/sheets/statement.ts';
import { elementsOf, ratingOf, strandsOf } from '../src/workspace/sheets/words.ts';
import { programme } from './support/programmes.ts';

const EDITION = programme('lem-5');

describe('the guard against formulas', () => {
  const TEXT = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', '＝', 'a'), { maxLength: 6 })
      .map((all) => all.join('')),
  );

  test('comes off again, whatever the text', () => {
    fc.assert(fc.property(TEXT, (text) => unguarded(guarded(text)) === text && unguarded(guardedText(text)) === text));
  });

  test('lets no cell begin as a formula does', () => {
    fc.assert(fc.property(TEXT, (text) => !/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(guarded(text))));
  });

  test.each([
    ['=HYPERLINK("http://a.example")', '\'=HYPERLINK("http://a.example")'],
    ["'=1+1", "''=1+1"],
    ['- a list', "'- a list"],
    [' =1', "' =1"],
    ["'tis so", "'tis so"],
    ['1 = 1', '1 = 1'],
    ['#REF!', "'#REF!"],
    ['#1', '#1'],
  ])('%s is written as %s', (text, written) => expect(guarded(text)).toBe(written));

  test('a cell that says it is text needs none of its own', () => {
    expect(['=1', "'=1", 'a'].map(guardedText)).toEqual(['=1', "''=1", 'a']);
  });
});

describe('CSV', () => {
  test('is marked as UTF-8, ends its lines as Windows does and puts in quotes what needs it', () => {
    const table = {
      name: 'Plan',
      columns: [
        { header: 'A', width: 1 },
        { header: 'B', width: 1 },
      ],
      rows: [
        ['x, "y"\nz', '=1'],
        ['é', ''],
      ],
    };
    expect(csvText(table)).toBe('\ufeffA,B\r\n"x, ""y""\nz",\'=1\r\né,\r\n');
  });

  test('says what parts its cells, if it says so', () => {
    expect(csvSheets('sep=|\r\nA|B;C\r\n').sheets).toEqual([{ name: null, rows: [['A', 'B;C'], ['']] }]);
  });

  test('tells the failure of a formula from a text', () => {
    expect(csvSheets("#N/A,'#N/A\r\n").sheets[0]?.rows[0]).toEqual([
      { fault: 'The formula comes to #N/A, which is no value.' },
      "'#N/A",
    ]);
  });

  test('with a quotation mark that is not closed is told, with its row', () => {
    expect(csvSheets('A;B\n"x;y\n')).toMatchObject({ unclosed: 2 });
  });
});

test.each([
  ['2026-10-12', '2026-10-12'],
  ['12/10/2026', '2026-10-12'],
  ['3.7.26', '2026-07-03'],
  ['31-12-2026', '2026-12-31'],
  ['2026/10/12', '2026-10-12'],
  ['12 October 2026', '2026-10-12'],
  ['Monday 12th Oct 26', '2026-10-12'],
  ['2026-10-12 09:30', '2026-10-12'],
  ['2026-10-12T00:00:00.000Z', '2026-10-12'],
  ['12-Oct-2026', '2026-10-12'],
  ['29/02/2026', null],
  ['10/13/2026', null],
  ['Autumn 2026', null],
  ['2026', null],
  ['1 2 3 4', null],
  ['', null],
])('the date %s is %s', (text, date) => expect(readDate(text)).toBe(date));

describe('several texts in one cell', () => {
  test('come apart as they were joined', () => {
    const ITEM = fc.oneof(
      fc.string({ minLength: 1 }),
      fc
        .array(fc.constantFrom(';', ',', '"', ' ', '\n', 'a'), { minLength: 1, maxLength: 5 })
        .map((all) => all.join('')),
    );
    fc.assert(fc.property(fc.array(ITEM), (items) => expect(parted(joined(items))).toEqual(items)));
  });

  test.each([
    ['Head, SENDCo', ['Head', 'SENDCo']],
    ['Head; Smith, J.', ['Head', 'Smith, J.']],
    ['Head\nSENDCo\n', ['Head', 'SENDCo']],
    ['"A" team; B', ['"A" team', 'B']],
    [' ; ', []],
  ])('%j is %j', (text, items) => expect(parted(text)).toEqual(items));
});

describe('words', () => {
  test.each([
    ['Amber', 'amber'],
    [' a ', 'amber'],
    ['AMBER', 'amber'],
    ['Red (R)', 'red'],
    ['G - Green', 'green'],
    ['N/A', 'not-applicable'],
    ['–', 'not-applicable'],
  ])('the rating %s is %s', (text, id) => expect(ratingOf(EDITION, text)).toEqual({ id }));

  test.each(['Red/Amber', 'Ambr', '-', '5'])('%s is no rating', (text) =>
    expect(ratingOf(EDITION, text)).toHaveProperty('wrong'),
  );

  test('strands by title, alias and id, and all of them', () => {
    expect(strandsOf(EDITION, 'Faith; race\nSEND')).toEqual({ ids: ['religion-and-belief', 'race', 'disability'] });
    expect(strandsOf(EDITION, 'Race, Gender, race')).toEqual({ ids: ['race', 'gender'] });
    expect(strandsOf(EDITION, 'All')).toEqual({ ids: [...EDITION.strands.keys()] });
    expect(strandsOf(EDITION, 'Race; Rase')).toEqual({ wrong: '“Rase” is not a strand. Did you mean race?' });
  });

  test('elements whose titles have commas in them', () => {
    expect(elementsOf(EDITION, 'Environment, Access and Daily Life, 3. Learning & teaching')).toEqual({
      ids: ['environment-access-and-daily-life', 'learning-and-teaching'],
    });
  });

  test('plain words', () => {
    expect(plain('  E3. Learning & Teaching (R/A/G):')).toBe('learning and teaching');
    expect(plain('')).toBe('');
  });

  test('a statement by its id, its number, its wording or nearly that', () => {
    const [element = '', { statements }] = [...EDITION.elements][2] ?? ['', { statements: [] }];
    const [, second] = statements;
    const id = second?.id ?? '';
    const text = second?.text ?? '';
    expect(statementOf(EDITION, { id })).toEqual({ id });
    expect(statementOf(EDITION, { text: id })).toEqual({ id });
    expect(statementOf(EDITION, { id: '3.2', element })).toEqual({ id });
    expect(statementOf(EDITION, { id: '7', text, element })).toEqual({ id });
    expect(statementOf(EDITION, { text: `2. ${text.toUpperCase().replace('.', '')}` })).toEqual({ id });
    expect(statementOf(EDITION, { text: text.replace('a', '') })).toEqual({ id });
    expect(statementOf(EDITION, { id: '2' })).toHaveProperty('wrong');
    expect(statementOf(EDITION, { text, element: [...EDITION.elements.keys()][0] })).toHaveProperty('wrong');
  });
});

describe('where a sheet has what', () => {
  const layout = (kind: SheetKind, rows: Sheet['rows'], map: readonly Mapped[] = []): Layout => {
    const found = layoutOf([{ name: null, rows }], kind, EDITION, map);
    if (found === null) throw new Error('no columns are known');
    return found;
  };
  const columns = ({ columns: found }: Layout): object => Object.fromEntries(found);

  test('headers by other names, misspelt ones, and those below a title', () => {
    const found = layout('plan', [
      ['Equality Action Plan'],
      [],
      ['What we will do', 'By whom', 'Deadlin', 'Characteristic', 'Room'],
      ['Books', 'English lead', '', 'Race', 'Hall'],
    ]);
    expect(found.header).toBe(2);
    expect(columns(found)).toEqual({ title: 0, lead: 1, due: 2, strands: 3 });
    expect(found.leftOut).toEqual([4]);
    expect(missingFrom(found, 'plan')).toEqual([]);
  });

  test('lem’s own header comes before another name for the same', () => {
    expect(columns(layout('audit', [['Text', 'Comments', 'Because', 'Statement', 'Rating']]))).toEqual({
      statement: 3,
      because: 2,
      rating: 4,
    });
  });

  test('a map says it otherwise, and leaves out', () => {
    const map = [
      { column: 'Room', key: 'lead' },
      { column: 'due', key: null },
    ];
    const found = layout('plan', [['Action', 'Strand', 'Due', 'Lead', 'Room']], map);
    expect(columns(found)).toEqual({ title: 0, strands: 1, lead: 4 });
    expect(found.leftOut).toEqual([2, 3]);
  });

  test('a grid of elements by strands, with reasons, in either direction', () => {
    const found = layout('grid', [
      ['', 'Race', 'Gender', 'Race – comments', 'Overall'],
      ['Pupil Involvement', 'A', '', 'Quiet pupils.', 'A'],
      ['Impact and review', '', 'G', '', ''],
    ]);
    expect(columns(found)).toEqual({ element: 0 });
    expect(found.leftOut).toEqual([4]);
    expect(
      rowsOf(found).rows.flatMap(({ cells }) =>
        cells.rating ? [[cells.element?.text, cells.strand?.text, cells.rating.text, cells.because?.text]] : [],
      ),
    ).toEqual([
      ['Pupil Involvement', 'race', 'A', 'Quiet pupils.'],
      ['Impact and review', 'gender', 'G', undefined],
    ]);
    const side = layout('grid', [
      ['No.', 'Strand', 'Pupil involvement'],
      ['1', 'Race', 'G'],
    ]);
    expect(columns(side)).toEqual({ strand: 1 });
    expect(side.wide).toMatchObject([{ key: 'element', column: 2 }]);
    expect(missingFrom(side, 'grid')).toEqual([]);
  });

  test('the sheet that fits best, whatever its place', () => {
    const sheets = [
      { name: 'Notes', rows: [['Date', 'Comment']] },
      { name: 'Grid', rows: [['Element', 'Strand', 'Rating']] },
    ];
    expect(layoutOf(sheets, 'grid', EDITION, [])?.sheet.name).toBe('Grid');
    expect(layoutOf([{ name: 'Notes', rows: [['Colour of eyes', 'Size']] }], 'plan', EDITION, [])).toBeNull();
  });

  test('what is missing is named', () => {
    expect(missingFrom(layout('audit', [['Element', 'Room']]), 'audit')).toEqual(['Statement', 'Rating']);
    expect(missingFrom(layout('grid', [['Rating', 'Room']]), 'grid')).toEqual(['Element', 'Strand']);
    expect(missingFrom(layout('plan', [['Lead', 'Room']]), 'plan')).toEqual(['Action', 'Strands']);
    expect(missingFrom(layout('plan', [['Lead', 'Id']]), 'plan')).toEqual([]);
  });
});
