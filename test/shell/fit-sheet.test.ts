import { fitSheet } from '../../src/shell/sheets/fit-sheet.ts';

const sheet = (rows: string): string => `<?xml version="1.0"?>\n<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const FIRST = '<row r="1"><c r="A1" t="str"><v>Action</v></c></row>';

test.each([
  ['', ''],
  ['<row r="2"/>', '<row r="2"/>'],
  ['<row r="2"><c r="A2" s="1"/><c r="B2"><v>1</v></c></row>', '<row r="2"><c r="B2"><v>1</v></c></row>'],
  ['<row r="1048576" ht="12.8" hidden="false"/>', ''],
  ['<row r="1048576"><c r="XFD1048576" s="1"/></row>', ''],
  ['<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>', '<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>'],
  ["<row r = '2' ><c\n r='A2'\t><v>1 > 0</v></c ></row>", "<row r = '2' ><c\n r='A2'\t><v>1 > 0</v></c ></row>"],
  [
    '<row r="2"><c r="A2" t="e"><f>A1</f><v>#REF!</v></c><c r="B2"><v>1</v></c></row>',
    '<row r="2"><c r="A2" t="str"><f>A1</f><v>_x0000_#REF!</v></c><c r="B2"><v>1</v></c></row>',
  ],
  ['<col/><cols/><rowBreaks/>', '<col/><cols/><rowBreaks/>'],
])('%s is read as %s', (rows, kept) => {
  expect(fitSheet(sheet(FIRST + rows))).toEqual({ state: 'fits', xml: sheet(FIRST + kept) });
});

test.each([
  '<row r="5051"><c r="A5051"><v>1</v></c></row>',
  '<row r="2"><c r="A5051"><v>1</v></c></row>',
  '<row r="5051"><c r="A2"><v>1</v></c></row>',
  '<row r="2"><c r="IQ2"><v>1</v></c></row>',
])('%s reaches too far', (rows) => expect(fitSheet(sheet(FIRST + rows))).toEqual({ state: 'too-large' }));

test('rows without a number are counted', () => {
  const rows = `${'<row></row>'.repeat(5050)}<row><c r="A2"><v>1</v></c></row>`;
  expect(fitSheet(sheet(FIRST + rows))).toEqual({ state: 'too-large' });
});

test.each([
  '<row r="99999999999"/>',
  '<row r="-1"/>',
  '<row r="2"><row r="3"/></row>',
  '</row>',
  '<c r="A2"><v>1</v></c>',
  '<row r="2"><c><v>1</v></c></row>',
  '<row r="2"><c r="ZZZZ2"><v>1</v></c></row>',
  '<row r="2"><c r="aa2"><v>1</v></c></row>',
  '<row r="2"><c r="&#90;ZZZ2"><v>1</v></c></row>',
  '<row r="2"><c x=">" r="ZZZZ2"><v>1</v></c></row>',
  '<row r="2"><c x:r="A2" r="ZZZZ2"><v>1</v></c></row>',
  '<row r="2"><c r="A2" r="ZZZZ2"><v>1</v></c></row>',
  '<row r="2"><c r=A2><v>1</v></c></row>',
  '<row r="2"><a <c r="ZZZZ2"><v>1</v></c></row>',
  '<!--> <row r="2"><c r="ZZZZ2"><v>1</v></c></row> -->',
  '<![CDATA[ ]]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<?x ?>',
  '<',
])('%s could be read in several ways, and is not read', (rows) => {
  expect(fitSheet(sheet(FIRST + rows))).toEqual({ state: 'unreadable' });
});

test.each([
  ['cells that do not end', '<c '.repeat(3_000_000), 'unreadable'],
  ['errors that do not end', '<c t="e"'.repeat(1_000_000), 'unreadable'],
  ['attributes that do not end', `<row r="2"><c ${'t= '.repeat(3_000_000)}`, 'unreadable'],
  ['a tag that does not end', `<row r="2"><c ${'x'.repeat(9_000_000)}`, 'unreadable'],
  ['spaces', `<row r="2"><c ${' '.repeat(9_000_000)}x>`, 'unreadable'],
  ['empty rows', '<row></row>'.repeat(900_000), 'fits'],
  ['empty cells', `<row r="2">${'<c r="A2"/>'.repeat(900_000)}</row>`, 'fits'],
  ['other tags', '<a>'.repeat(3_000_000), 'fits'],
] as const)(
  'it comes to an end over %s',
  (_what, text, state) => {
    expect(fitSheet(sheet(FIRST + text)).state).toBe(state);
  },
  60_000,
);
