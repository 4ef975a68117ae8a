import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { answering } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
const GRID = 'grid/2025-26.yaml';
const AUDIT = 'audit/2025-26/learning-and-teaching.yaml';

/** Writes a workbook as a school might have it. */
async function book(file: string, data: SheetData, sheet = 'Sheet1'): Promise<void> {
  const bytes = await writeXlsxFile([{ data, sheet, dateFormat: 'dd/mm/yyyy' }]).toBuffer();
  writeFileSync(school.path(file), bytes);
}

/** Writes a workbook, and changes one of its parts. */
async function patched(file: string, data: SheetData, change: (sheet: string) => string): Promise<void> {
  await book(file, data);
  const parts = unzipSync(readFileSync(school.path(file)));
  const name = 'xl/worksheets/sheet1.xml';
  parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  writeFileSync(school.path(file), zipSync(parts));
}

function bytes(file: string, content: Uint8Array | string): void {
  writeFileSync(school.path(file), content);
}

async function said(words: readonly string[]): Promise<{ readonly exit: number; readonly lines: readonly string[] }> {
  const { exit, text } = await school.lem(words);
  return { exit, lines: text.trimEnd().split('\n') };
}

describe('what a file says is put beside what is there', () => {
  test('an empty cell leaves what is there, and every other byte stays', async () => {
    const before = school.read(AUDIT) ?? '';
    bytes(
      'a.csv',
      'Statement id,Rating,Because,Evidence\r\nlearning-and-teaching.3,G,,\r\nlearning-and-teaching.4,,Seen twice.,\r\n',
    );
    expect(await school.lem(['import', 'audit', 'a.csv', '--yes'])).toMatchObject({ exit: 0 });
    const after = school.read(AUDIT) ?? '';
    const changed = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(changed).toEqual(['      Seen twice.']);
    expect(after).toContain('learning-and-teaching.3:\n    rating: green\n    strands: { disability: green }');
    expect(after.split('\n').length).toBe(before.split('\n').length - 1);
  });

  test('comments, order and line ends of a file stay', async () => {
    school.put('plan/mine.yaml', '# Ours.\r\nstatus: planned # for now\r\nstrands: [race]\r\ntitle: Ours\r\n');
    bytes('p.csv', 'Id;Status;Due\r\nmine;ongoing;12/10/2026\r\n');
    expect(await school.lem(['import', 'plan', 'p.csv', '--yes'])).toMatchObject({ exit: 0 });
    expect(school.read('plan/mine.yaml')).toBe(
      '# Ours.\r\nstatus: in-progress # for now\r\nstrands: [race]\r\ntitle: Ours\r\ndue: 2026-10-12\r\n',
    );
  });

  test('a cell of the grid keeps its short form until it is given a reason', async () => {
    bytes(
      'g.csv',
      'Element,Strand,Rating,Because\r\nPupil Involvement,Race,Green,\r\nPupil Involvement,Gender,A,Boys lead.\r\nFamilies and Community,Gender,R,\r\n',
    );
    await school.lem(['import', 'grid', 'g.csv', '--yes']);
    const grid = school.read(GRID);
    expect(grid).toContain(
      '  pupil-involvement:\n    race: green\n    gender:\n      rating: amber\n      because: Boys lead.\n',
    );
    expect(grid).toContain('    gender:\n      rating: red\n      because: Fathers now answer surveys');
  });

  test('dissent takes the place of that by the same person, or comes beside it', async () => {
    bytes(
      'a.csv',
      'Statement id,Dissent by,Rating,Because\r\nlearning-and-teaching.5,parent,,Two such books.\r\nlearning-and-teaching.5,governor,G,\r\n',
    );
    await school.lem(['import', 'audit', 'a.csv', '--yes']);
    expect(school.read(AUDIT)).toMatch(
      /dissent:\n {6}- who: parent\n {8}rating: red\n {8}because: Two such books\.\n {6}- .*governor/,
    );
  });

  test('a new action is one file, and the same file again makes nothing new', async () => {
    bytes('p.csv', 'Action,Protected characteristic,By whom\r\n"Café évening, with families","Race, Faith",Head\r\n');
    expect((await said(['import', 'plan', 'p.csv', '--yes'])).lines).toEqual([
      '✓ plan/cafe-evening-with-families.yaml',
      '  4 values of the plan changed; 0 were there already.',
      '  Read: Protected characteristic as Strands, By whom as Lead.',
      '  → lem check',
    ]);
    expect(school.read('plan/cafe-evening-with-families.yaml')).toBe(
      '# yaml-language-server: $schema=../.lem/schemas/action.json\ntitle: Café évening, with families\nstrands: [race, religion-and-belief]\nlead: Head\nstatus: planned\n',
    );
    expect((await said(['import', 'plan', 'p.csv', '--yes'])).lines.at(-1)).toBe(
      'Nothing to change: the plan says all of this already.',
    );
  });
});

describe('forms that schools have', () => {
  test('a grid of elements by strands in Excel, with letters, words and reasons', async () => {
    await book('g.xlsx', [
      ['Ribble Bank Equality Summary Grid'],
      [],
      [null, 'Race', 'Gender', 'Disability (SEND)', 'Faith', 'Race comments'],
      ['1. Leadership & Governance', 'R', null, 'Amber (A)', 'N/A', 'Nobody leads.'],
    ]);
    expect(await school.lem(['import', 'grid', 'g.xlsx', '--year', '2030-31', '--yes'])).toMatchObject({ exit: 0 });
    expect(school.read('grid/2030-31.yaml')).toContain(
      '  leadership-and-governance:\n    race:\n      rating: red\n      because: Nobody leads.\n    gender:\n    disability: amber\n    sexual-orientation:\n    religion-and-belief: not-applicable\n',
    );
  });

  test('an audit with joined cells, headings, numbers and real dates', async () => {
    await book('a.xlsx', [
      ['Element', 'No.', 'Item', 'RAG', 'Comments', 'Date agreed'],
      ['Learning and teaching', 1, null, 'G', 'Seen.', new Date(Date.UTC(2030, 9, 12))],
      [null, 2, null, 'A', null, null],
      ['Curriculum and Resources', null, null, null, null, null],
      [null, null, 'Each year group meets this strand in planned content in at least two subjects', 'R', null, null],
      ['Element', 'No.', 'Item', 'RAG', 'Comments', 'Date agreed'],
      [null, 2, null, 'G', null, null],
    ]);
    expect(await school.lem(['import', 'audit', 'a.xlsx', '--year', '2030-31', '--yes'])).toMatchObject({ exit: 0 });
    const learning = school.read('audit/2030-31/learning-and-teaching.yaml') ?? '';
    expect(learning).toContain('status: draft\ncompleted: 2030-10-12\n');
    expect(learning).toMatch(/learning-and-teaching\.1:\n {4}rating: green\n {4}because: Seen\.\n/);
    expect(learning).toMatch(/learning-and-teaching\.2:\n {4}rating: amber\n {4}because:\n/);
    const curriculum = school.read('audit/2030-31/curriculum-and-resources.yaml') ?? '';
    expect(curriculum).toMatch(/\.1:\n {4}rating: red\n/);
    expect(curriculum).toMatch(/\.2:\n {4}rating: green\n/);
  });

  test('an audit with a sheet for each element, and a column for each strand', async () => {
    await book(
      'a.xlsx',
      [
        ['Statement', 'Race', 'Gender'],
        ['2', 'G', 'A'],
      ],
      'Pupil Involvement',
    );
    expect(await school.lem(['import', 'audit', 'a.xlsx', '--year', '2030-31', '--yes'])).toMatchObject({ exit: 0 });
    expect(school.read('audit/2030-31/pupil-involvement.yaml')).toMatch(
      /\.2:\n {4}rating:\n {4}because:\n {4}strands:\n {6}race: green\n {6}gender: amber\n/,
    );
  });

  test('the last value of a formula is taken', async () => {
    await patched(
      'g.xlsx',
      [
        ['Element', 'Race'],
        ['Impact and Review', 'x'],
      ],
      (sheet) => sheet.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="str"><f>IF(1,"R","")</f><v>R</v></c>'),
    );
    expect(await school.lem(['import', 'grid', 'g.xlsx', '--yes'])).toMatchObject({ exit: 0 });
    expect(school.read(GRID)).toContain('  impact-and-review:\n    race: red\n');
  });

  test('UTF-16, tabs and accents', async () => {
    bytes('p.txt', Buffer.from('\ufeffAction\tStrands\r\nÉté\tRace\r\n', 'utf16le'));
    expect(await school.lem(['import', 'plan', 'p.txt', '--yes'])).toMatchObject({ exit: 0 });
    expect(school.read('plan/ete.yaml')).toContain('title: Été\n');
  });

  test('another award', async () => {
    const other = school.path('other');
    mkdirSync(other);
    cpSync(fileURLToPath(new URL('./programmes/reading-award', import.meta.url)), other, { recursive: true });
    school.put('other/lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: Storybook }\n');
    bytes('other/a.csv', 'Area;Item;Books;Score\r\nLibrary;1;4;\r\nFamilies;Families borrow books;;x\r\n');
    expect(await school.lem(['import', 'audit', 'a.csv', '-C', 'other', '--year', '2026-27', '--yes'])).toMatchObject({
      exit: 0,
    });
    expect(school.read('other/audit/2026-27/library.yaml')).toMatch(
      /library\.1:\n.*\n.*\n {4}strands:\n {6}print: leading\n/,
    );
    expect(school.read('other/audit/2026-27/families.yaml')).toContain('rating: out-of-scope\n');
  });
});

describe('what can’t be taken', () => {
  test('every cell is named as the spreadsheet names it, and nothing is written', async () => {
    const before = school.read(GRID);
    await patched(
      'g.xlsx',
      [
        ['Grid'],
        ['Element', 'Strand', 'Rating', 'Completed'],
        ['Pupil Involvement', 'Race', 'G', 'soon'],
        ['Pupils', 'Rase', 'Ambr', ''],
        ['Impact and Review', 'Race', 'x', ''],
      ],
      (sheet) => sheet.replace(/<c r="C5"[^>]*>.*?<\/c>/, '<c r="C5" t="e"><f>A1/0</f><v>#DIV/0!</v></c>'),
    );
    const { exit, lines } = await said(['import', 'grid', 'g.xlsx', '--yes']);
    expect({ exit, lines }).toEqual({
      exit: 2,
      lines: [
        'lem: g.xlsx has 4 places that lem can’t take, so nothing was written.',
        'Sheet Sheet1 of g.xlsx.',
        '  g.xlsx:Sheet1!D3 (Completed)',
        '    “soon” is not a date of the calendar. Write it like 2026-10-12 or',
        '    12/10/2026.',
        '  g.xlsx:Sheet1!A4 (Element)',
        expect.stringContaining('    “Pupils” is not an element.'),
        ...Array.from({ length: lines.length - 12 }, () => expect.stringMatching(/^ {4}/)),
        '  g.xlsx:Sheet1!B4 (Strand)',
        '    “Rase” is not a strand. Did you mean race?',
        '  g.xlsx:Sheet1!C5 (Rating)',
        '    The formula comes to #DIV/0!, which is no value.',
        '  Mend them in the spreadsheet, or leave a column out with --map "Its name=".',
      ],
    });
    expect(school.read(GRID)).toBe(before);
  });

  test('rows of CSV are counted as a spreadsheet counts them', async () => {
    bytes('p.csv', 'Action,Strands\r\n"Two\nlines",Race\r\nBooks,Rase\r\nBooks,\r\n,Race\r\nMore,\r\n');
    const { lines } = await said(['import', 'plan', 'p.csv']);
    expect(lines.filter((line) => line.startsWith('  p.csv'))).toEqual([
      '  p.csv:row 3, Strands',
      '  p.csv:row 4',
      '  p.csv:row 5',
      '  p.csv:row 6',
    ]);
  });

  test('rows that say two things of one', async () => {
    bytes('a.csv', 'Statement id,Rating\r\nlearning-and-teaching.1,R\r\nlearning-and-teaching.1,A\r\n');
    expect((await said(['import', 'audit', 'a.csv', '--yes'])).lines).toContain(
      '    row 2 says otherwise of the same thing: “R”.',
    );
  });

  test('twenty places are shown, and how many there are', async () => {
    bytes('p.csv', `Action,Strands\r\n${Array.from({ length: 30 }, (_, index) => `A${index}b,Rase\r\n`).join('')}`);
    const { lines } = await said(['import', 'plan', 'p.csv']);
    expect(lines[0]).toBe('lem: p.csv has 30 places that lem can’t take, so nothing was written.');
    expect(lines).toContain('  … and 10 more.');
  });

  test.each([
    [
      'audit',
      'Statement id,Strand,Because\r\nlearning-and-teaching.1,Race,So.\r\n',
      'A strand has a rating only. Put this into the statement’s row without a',
    ],
    ['audit', 'Statement,Rating\r\n,R\r\n', 'This row names no statement.'],
    [
      'audit',
      'Statement id,Rating\r\nlearning-and-teaching.99,R\r\n',
      '“learning-and-teaching.99” is not a statement. lem export audit writes a',
    ],
    ['audit', 'Statement id,Evidence\r\nlearning-and-teaching.1,minutes\r\n', '“minutes” is not an evidence item. '],
    [
      'audit',
      'Statement id,Dissent by,Because\r\nlearning-and-teaching.1,parent,So.\r\n',
      'A dissenting judgement needs a rating.',
    ],
    ['grid', 'Element,Strand,Because\r\nImpact and review,,So.\r\n', 'This row names no strand.'],
    ['plan', 'Id,Status\r\nno-such-action,done\r\n', '“no-such-action” is a new action and needs a title.'],
    [
      'plan',
      'Id,Action,Strands\r\nNo Id!,A,Race\r\n',
      '“No Id!” is no id: write small words joined by hyphens, or leave the cell',
    ],
    [
      'plan',
      `Action,Strands\r\n${'long '.repeat(50)},Race\r\n`,
      'This title is longer than 200 characters: put the rest into another column.',
    ],
  ])('%s: %j', async (kind, text, message) => {
    bytes('x.csv', text);
    const { exit, lines } = await said(['import', kind, 'x.csv', '--yes']);
    expect(exit).toBe(2);
    expect(lines.some((line) => line.startsWith(`    ${message}`))).toBe(true);
  });

  test('a file of the workspace with a fault of its own', async () => {
    school.put(GRID, 'year: 2025-26\ncells: [\n');
    bytes('g.csv', 'Element,Strand,Rating\r\nImpact and review,Race,R\r\n');
    expect((await said(['import', 'grid', 'g.csv', '--yes'])).lines[0]).toBe(
      `lem: ${GRID} can’t be read, so nothing was written.`,
    );
  });
});

describe('files that are no spreadsheet', () => {
  const zip = (...names: readonly string[]): Uint8Array =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
  const ole = (more = ''): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(more, 'utf16le')]);

  test.each([
    ['old.xls', ole(), 'is an old file of Excel or Word.'],
    ['locked.xlsx', ole('EncryptedPackage'), 'is protected by a password.'],
    ['form.docx', zip('[Content_Types].xml', 'word/document.xml'), 'is a Word document.'],
    ['a.ods', zip('mimetype', 'content.xml'), 'is an OpenDocument file (.ods).'],
    ['a.xlsb', zip('xl/workbook.bin'), 'is a binary workbook (.xlsb).'],
    ['a.zip', zip('a.txt'), 'is not a spreadsheet.'],
    ['a.pdf', '%PDF-1.7\n', 'is not a spreadsheet.'],
    ['a.xls', '<html><table></table></html>', 'is a web page or other markup, whatever its name says.'],
    ['latin.csv', Buffer.from('Action\r\nCaf\xe9\r\n', 'latin1'), 'is not in UTF-8, so its accents can’t be told.'],
    ['empty.csv', '', 'is empty.'],
    ['open.csv', 'Action,Strands\r\n"x,Race\r\n', 'has a quotation mark in row 2 that is not closed.'],
    ['half.xlsx', zip('xl/workbook.xml').subarray(0, 50), 'is damaged.'],
    ['hollow.xlsx', zip('xl/workbook.xml'), 'can’t be read as a workbook.'],
    ['big.csv', Buffer.alloc(10_000_001, 'a'), 'is larger than 10 MB.'],
    ['quotes.csv', Buffer.alloc(2_000_001, '"'), 'is CSV of more than 2 MB, and no form has that much.'],
  ])('%s', async (file, content, message) => {
    bytes(file, content);
    const { exit, lines } = await said(['import', 'plan', file]);
    expect({ exit, first: lines[0] }).toEqual({ exit: 2, first: `lem: ${file} ${message}` });
    expect(lines).toHaveLength(2);
  });

  test('nothing, and a folder', async () => {
    expect((await said(['import', 'plan', 'none.csv'])).lines[0]).toBe('lem: none.csv is not there.');
    expect((await said(['import', 'plan', 'plan'])).lines[0]).toBe('lem: plan is a folder.');
  });

  test('more rows than any plan has', async () => {
    bytes('p.csv', `Action,Strands\r\n${'A,Race\r\n'.repeat(5001)}`);
    expect((await said(['import', 'plan', 'p.csv'])).lines[0]).toBe(
      'lem: p.csv has more than 5000 rows, and no plan has that many.',
    );
  });

  test('what unpacks to more than lem reads, whatever the archive says of it', async () => {
    await book('b.xlsx', [['Action', 'Strands']]);
    const parts = unzipSync(readFileSync(school.path('b.xlsx')));
    parts['xl/sharedStrings.xml'] = new Uint8Array(60_000_000);
    const bomb = Buffer.from(zipSync(parts, { level: 9 }));
    for (let at = bomb.indexOf('PK\x01\x02'); at !== -1; at = bomb.indexOf('PK\x01\x02', at + 1))
      bomb.writeUInt32LE(100, at + 24);
    bytes('b.xlsx', bomb);
    expect((await said(['import', 'plan', 'b.xlsx'])).lines[0]).toBe('lem: b.xlsx unpacks to more than lem reads.');
  });

  test('a cell at the far end of a sheet, which would be filled in up to there', async () => {
    await patched('f.xlsx', [['Action', 'Strands']], (sheet) =>
      sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'),
    );
    expect((await said(['import', 'plan', 'f.xlsx'])).lines[0]).toBe(
      'lem: f.xlsx has a sheet of more than 5000 rows or 250 columns.',
    );
  });
});

describe('columns', () => {
  test('those that are missing and those there are', async () => {
    bytes('p.csv', 'What,Colour\r\nBooks,red\r\n');
    expect((await said(['import', 'plan', 'p.csv'])).lines).toEqual([
      'lem: p.csv has no Strands: a column that the plan needs.',
      '  It has: What, Colour. Say which it is like this: --map "Colour=Strands".',
    ]);
    bytes('p.csv', 'x;y;z\r\n1;2;3\r\n');
    expect((await said(['import', 'plan', 'p.csv'])).lines[0]).toBe(
      'lem: p.csv has no Action and no Strands: columns that the plan needs.',
    );
  });

  test('a map', async () => {
    bytes('p.csv', 'Thing,Who it is for,Due\r\nBooks,Race,soon\r\n');
    const { exit, lines } = await said([
      'import',
      'plan',
      'p.csv',
      '--map',
      'Thing=Action',
      '--map',
      'who it is for = strands',
      '--map',
      'Due=',
    ]);
    expect(exit).toBe(2);
    expect(lines).toContain('Read: Thing as Action, Who it is for as Strands.');
    expect(lines).toContain('Left out: Due.');
  });

  test.each([
    ['Thing', 'lem: --map Thing says nothing of a column.'],
    ['=Action', 'lem: --map =Action says nothing of a column.'],
    ['Thing=Actoin', 'lem: lem has no column Actoin for this.'],
    ['Other=Action', 'lem: p.csv has no column Other.'],
  ])('--map %s is refused', async (map, message) => {
    bytes('p.csv', 'Thing,Strands\r\nBooks,Race\r\n');
    const { exit, lines } = await said(['import', 'plan', 'p.csv', '--map', map]);
    expect({ exit, first: lines[0] }).toEqual({ exit: 2, first: message });
  });

  test('a sheet by its name', async () => {
    await book(
      'p.xlsx',
      [
        ['Action', 'Strands'],
        ['Books', 'Race'],
      ],
      'Year 1',
    );
    expect((await said(['import', 'plan', 'p.xlsx', '--sheet', 'year 1', '--dry-run'])).exit).toBe(0);
    expect((await said(['import', 'plan', 'p.xlsx', '--sheet', 'Year 2'])).lines).toEqual([
      'lem: p.xlsx has no sheet Year 2.',
      '  Did you mean Year 1?',
    ]);
    bytes('p.csv', 'Action\r\n');
    expect((await said(['import', 'plan', 'p.csv', '--sheet', 'A'])).lines[0]).toBe(
      'lem: p.csv is CSV, which has no sheets.',
    );
  });
});

describe('before anything is written', () => {
  const before = { exit: 2, file: null as string | null };
  beforeEach(() => bytes('p.csv', 'Action,Strands,Room\r\nBooks,Race,Hall\r\n'));

  test('where nobody can be asked, it is shown', async () => {
    const { exit, lines } = await said(['import', 'plan', 'p.csv']);
    expect({ exit, file: school.read('plan/books.yaml') }).toEqual(before);
    expect(lines).toEqual([
      'Left out: Room.',
      '3 values in 1 file would change; 0 are there already.',
      '',
      'plan/books.yaml (new)',
      '  title: Books',
      '  strands: race',
      '  status: planned',
      'lem: Nothing was written.',
      '  Add --yes to write this.',
    ]);
  });

  test('a diff', async () => {
    const { exit, lines } = await said(['import', 'plan', 'p.csv', '--dry-run', '--yes']);
    expect({ exit, file: school.read('plan/books.yaml') }).toEqual({ ...before, exit: 0 });
    expect(lines.slice(0, 3)).toEqual(['--- /dev/null', '+++ b/plan/books.yaml', '@@ -0,0 +1,4 @@']);
  });

  test.each([
    [true, 'planned'],
    [false, undefined],
    [null, undefined],
  ])('someone at the terminal is shown it and asked; answers %s', async (answer, status) => {
    const { prompts, asked, shown } = answering(() => answer);
    const { exit } = await school.lem(['import', 'plan', 'p.csv'], { prompts });
    expect({ exit, asked }).toEqual({ exit: 0, asked: ['Write this?'] });
    expect(shown.join('')).toContain('3 values in 1 file would change');
    expect(school.read('plan/books.yaml')?.includes(`status: ${status}`)).toBe(status === undefined ? undefined : true);
  });
});
