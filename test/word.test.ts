import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WordBlock, WordDocument, WordRun } from '../src/model/word-document.ts';
import { soundLink } from '../src/shell/word/link.ts';
import { fitted, pictureSize } from '../src/shell/word/picture-size.ts';
import { soundText, stretches } from '../src/shell/word/text.ts';
import { wordWriter } from '../src/shell/word.ts';
import { all, docxOf, faultsOf, styleOf, textOf, xmlOf } from './support/docx.ts';

import.meta.jest.setTimeout(60_000);

const ON = '2026-06-08';
const text = (...runs: readonly WordRun[]): WordBlock => ({ kind: 'paragraph', style: 'body', runs });
const PLAIN: WordDocument = {
  title: 'A title',
  author: 'A school',
  description: 'Content sha256-1',
  stamp: null,
  foot: 'A foot',
  blocks: [],
};
const written = (change: Partial<WordDocument>, env = {}): Promise<Uint8Array> =>
  wordWriter(env).write({ ...PLAIN, ...change }, ON);
const taken = async (...blocks: readonly WordBlock[]) => docxOf(await written({ blocks }));
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADUlEQVR4nGNgYPj/HwADAgH/p5+x8AAAAABJRU5ErkJggg==',
  'base64',
);
/** All that the model has. */
const EVERYTHING: readonly WordBlock[] = [
  { kind: 'picture', type: 'png', bytes: PNG, description: 'The crest', widest: 50, highest: 22 },
  { kind: 'paragraph', style: 'title', runs: [{ text: 'A kind\n', look: 'kind' }, { text: 'A name' }], above: 70 },
  { kind: 'paragraph', style: 'heading-1', runs: [{ text: 'One' }], newPage: true },
  { kind: 'paragraph', style: 'heading-2', runs: [{ text: 'Two' }], place: 'two' },
  {
    kind: 'paragraph',
    style: 'fact',
    runs: [
      { text: 'A label\t', look: 'quiet' },
      { text: 'a value', bold: true },
    ],
  },
  text({ text: 'web', link: 'https://example.org/a#b' }, { text: ' and ' }, { text: 'back', to: 'two' }),
  {
    kind: 'list',
    marker: 'claim',
    start: 1,
    items: [[text({ text: 'c' }), { kind: 'list', marker: 'bullet', start: 1, items: [[text({ text: 'b' })]] }], []],
  },
  { kind: 'list', marker: 'number', start: 4, items: [[text({ text: 'd' }), text({ text: 'e' })]] },
  {
    kind: 'table',
    widths: [50, 120],
    header: [{ blocks: [text({ text: 'H' })], fill: '#023047' }, { blocks: [text({ text: 'I' })] }],
    rows: [
      { cells: [{ blocks: [text({ text: 'G' })], tinted: true, span: 2 }] },
      { cells: [{ blocks: [text({ text: 'A', fill: '#ffd166' })] }, { blocks: [] }], height: 13 },
    ],
    hasRowHeaders: true,
  },
];

describe('a file for Word', () => {
  test('is well-formed in every part, and holds its parts in the order of the standard', async () => {
    const bytes = await written({ blocks: EVERYTHING, stamp: 'DRAFT' });
    expect(await faultsOf(bytes)).toEqual([]);
    const { paths, body } = docxOf(bytes);
    expect(paths[0]).toBe('[Content_Types].xml');
    expect(paths.filter((path) => /vba|macro|bin$|embed/i.test(path))).toEqual([]);
    for (const [name, order] of Object.entries(ORDER))
      for (const element of all(body, name)) {
        const places = element.children.map((child) => order.indexOf(child.name.replace('w:', '')));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
      }
  });

  test('is A4 in British English, and says what it is, of whom, and what it was made from', async () => {
    const { part, body } = docxOf(await written({ title: 'A <b>title</b> & more' }));
    expect(all(body, 'w:pgSz')[0]?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(all(xmlOf(part('word/styles.xml')), 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
    const core = xmlOf(part('docProps/core.xml'));
    expect(all(core, 'dc:title')[0]?.text).toBe('A <b>title</b> & more');
    expect(all(core, 'dc:creator')[0]?.text).toBe('A school');
    expect(all(core, 'dc:description')[0]?.text).toBe('Content sha256-1');
  });

  test('names its typeface, with what stands in for it, and brings none along', async () => {
    const { part, paths } = await taken(text({ text: 'a' }));
    const [font] = all(xmlOf(part('word/fontTable.xml')), 'w:font');
    expect(font?.attributes['w:name']).toBe('Atkinson Hyperlegible Next');
    expect(part('word/fontTable.xml')).toContain('Segoe UI,Calibri');
    expect(part('word/styles.xml')).toContain('w:ascii="Atkinson Hyperlegible Next"');
    expect(paths.filter((path) => path.includes('fonts/'))).toEqual([]);
  });

  test('has its foot and the page’s number on every page, and no field but that', async () => {
    const { part } = await taken(text({ text: '{ INCLUDEPICTURE "http://evil.example/x" } =HYPERLINK("x")' }));
    const foot = xmlOf(part('word/footer1.xml'));
    expect(textOf(foot)).toBe('A foot\tPage  of ');
    const fields = ['word/document.xml', 'word/footer1.xml', 'word/styles.xml'].flatMap((path) =>
      all(xmlOf(part(path)), 'w:instrText').map((each) => each.text),
    );
    expect(fields).toEqual(['PAGE', 'NUMPAGES']);
    expect(part('word/document.xml')).not.toContain('w:fldSimple');
  });

  test('bears a stamp in the header of every page, in words, where there is one', async () => {
    const { part } = docxOf(await written({ stamp: 'DRAFT' }));
    expect(textOf(xmlOf(part('word/header1.xml')))).toBe('DRAFT');
    expect(docxOf(await written({})).paths).not.toContain('word/header1.xml');
  });
});

/** The beginnings of the sequences that ISO/IEC 29500 sets, as far as they are used. */
const ORDER = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind bidi contextualSpacing jc rPr sectPr'.split(
      ' ',
    ),
  'w:rPr': 'rStyle rFonts b bCs i iCs caps noProof color spacing sz szCs u shd rtl cs lang'.split(' '),
  'w:tblPr': 'tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(' '),
  'w:trPr': 'cantSplit trHeight tblHeader'.split(' '),
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd tcMar vAlign'.split(' '),
};

describe('what it shows', () => {
  test('headings are headings, and a place is where links lead', async () => {
    const { paragraphs, body } = await taken(...EVERYTHING);
    const styled = paragraphs.map((each) => [styleOf(each), textOf(each)]);
    expect(styled).toContainEqual(['Title', 'A kind\nA name']);
    expect(styled).toContainEqual(['Heading1', 'One']);
    expect(styled).toContainEqual(['Heading2', 'Two']);
    expect(all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'])).toEqual(['two']);
    const inner = all(body, 'w:hyperlink').filter(({ attributes }) => attributes['r:id'] === undefined);
    expect(inner.map((each) => [each.attributes['w:anchor'], textOf(each)])).toEqual([['two', 'back']]);
  });

  test('lists are lists: each counts from its own start, and what goes on in an item bears no mark', async () => {
    const { paragraphs, part } = await taken(...EVERYTHING);
    const numbering = xmlOf(part('word/numbering.xml'));
    const mark = (paragraph: (typeof paragraphs)[number]) => {
      const id = all(paragraph, 'w:numId')[0]?.attributes['w:val'];
      const list = all(numbering, 'w:num').find(({ attributes }) => attributes['w:numId'] === id);
      const kind = all(list ?? numbering, 'w:abstractNumId')[0]?.attributes['w:val'];
      const level = all(numbering, 'w:abstractNum').find(({ attributes }) => attributes['w:abstractNumId'] === kind);
      return id === undefined
        ? null
        : [
            all(level ?? numbering, 'w:lvlText')[0]?.attributes['w:val'],
            all(level ?? numbering, 'w:start')[0]?.attributes['w:val'],
          ];
    };
    const marks = paragraphs.filter((each) => /^[bcde]?$/.test(textOf(each))).map((each) => [textOf(each), mark(each)]);
    expect(marks.slice(0, 6)).toEqual([
      ['', null],
      ['c', ['%1', '1']],
      ['b', ['–', '1']],
      ['', ['%1', '1']],
      ['d', ['%1.', '4']],
      ['e', null],
    ]);
  });

  test('a table repeats its header row, keeps every row whole and every cell filled', async () => {
    const { body } = await taken(...EVERYTHING);
    const rows = all(body, 'w:tr');
    expect(rows.map((row) => all(row, 'w:tblHeader').map(({ attributes }) => attributes['w:val']))).toEqual([
      [undefined],
      [],
      [],
    ]);
    expect(rows.every((row) => all(row, 'w:cantSplit')[0]?.attributes['w:val'] === undefined)).toBe(true);
    expect(all(body, 'w:tc').every((cell) => all(cell, 'w:p').length > 0)).toBe(true);
    expect(all(body, 'w:gridSpan')[0]?.attributes['w:val']).toBe('2');
    expect(all(body, 'w:tblLook')[0]?.attributes).toMatchObject({ 'w:firstRow': 'true', 'w:firstColumn': 'true' });
  });

  test('colours stand under lettering that reads on them', async () => {
    const { body } = await taken(...EVERYTHING);
    const of = (letter: string) =>
      all(body, 'w:r')
        .filter((run) => textOf(run) === letter)
        .map((run) => all(run, 'w:color')[0]?.attributes['w:val']);
    expect(of('H')).toEqual(['ffffff']);
    expect(of('A')).toEqual(['000000']);
    const fills = all(body, 'w:shd').map(({ attributes }) => attributes['w:fill']);
    expect(fills).toEqual(['023047', 'F8F4EE', 'ffd166']);
  });

  test('a picture says what it shows, keeps its shape, and is left out where it says no size', async () => {
    const { body, paths } = await taken(...EVERYTHING);
    expect(all(body, 'wp:docPr')[0]?.attributes.descr).toBe('The crest');
    const { cx, cy } = all(body, 'wp:extent')[0]?.attributes ?? {};
    expect(Number(cx) / Number(cy)).toBeCloseTo(2, 1);
    expect(paths.filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
    const broken: WordBlock = {
      kind: 'picture',
      type: 'png',
      bytes: PNG.subarray(0, 10),
      description: '',
      widest: 9,
      highest: 9,
    };
    expect((await taken(broken)).paths.filter((path) => path.includes('media'))).toEqual([]);
  });

  test('names from right to left stand so, among others and alone', async () => {
    const { paragraphs } = await taken(text({ text: 'Led by נועה לוי, 2026' }), text({ text: 'مدرسة النور (2026)' }));
    const runs = paragraphs
      .slice(0, 2)
      .map((each) => all(each, 'w:r').map((run) => [textOf(run), all(run, 'w:rtl').length]));
    expect(runs[0]).toEqual([
      ['Led by ', 0],
      ['נועה לוי', 1],
      [', 2026', 0],
    ]);
    expect(paragraphs.map((each) => all(each, 'w:bidi').length)).toEqual([0, 1]);
  });
});

describe('texts that mean harm', () => {
  const ASIS = [
    '<w:instrText>DDEAUTO c:\\windows\\cmd.exe</w:instrText>',
    ']]><!--<script>alert(1)</script>&lt;&amp;&#0;',
    '"/><w:hyperlink r:id="rId1">',
    '👩🏽‍🏫 é ﷺ नमस्ते',
  ];
  const MENDED = [
    ['a\0b\u0008c\ud800d\udc00e\ufffef\uffffg\u202eh\u2066i\ufeffj', 'abc\ufffdd\ufffdefghij'],
    ['{\uffff0-0} {0-0} {two} {rId1}', '{0-0} {0-0} {two} {rId1}'],
  ] as const;

  test.each([...ASIS.map((each) => [each, each] as const), ...MENDED])(
    '%j is %j and nothing else',
    async (evil, shown) => {
      const blocks: readonly WordBlock[] = [
        ...EVERYTHING.slice(1, 3),
        text({ text: evil, bold: true }, { text: evil, link: `https://example.org/${evil}` }, { text: evil, to: evil }),
        { kind: 'list', marker: 'number', start: 1, items: [[text({ text: evil })]] },
        { kind: 'picture', type: 'png', bytes: PNG, description: evil, widest: 9, highest: 9 },
        { kind: 'paragraph', style: 'heading-1', runs: [{ text: evil }], place: evil },
      ];
      const bytes = await written({ title: evil, author: evil, description: evil, foot: evil, blocks });
      expect(await faultsOf(bytes)).toEqual([]);
      const { paragraphs, part, body } = docxOf(bytes);
      expect(paragraphs.filter((each) => textOf(each) === shown).length).toBeGreaterThanOrEqual(2);
      expect(all(body, 'w:instrText')).toEqual([]);
      expect(all(body, 'w:numId').map(({ attributes }) => attributes['w:val'])).toEqual(['2']);
      const outside = all(xmlOf(part('word/_rels/document.xml.rels')), 'Relationship').filter(
        ({ attributes }) => attributes.TargetMode !== undefined,
      );
      for (const { attributes } of outside) {
        expect(attributes.Type).toMatch(/\/hyperlink$/);
        expect(attributes.Target).toMatch(/^https:\/\/example\.org\//);
      }
    },
  );

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\evil.example\\share',
    'data:text/html,x',
    'https://',
    'https://exa mple.org',
    'mailto:a@b@c',
    'ms-word:ofe|u|https://evil.example',
    `https://example.org/${'a'.repeat(3000)}`,
    ' https://example.org',
  ])('%s is no link', async (link) => {
    const { body, part } = await taken(text({ text: 'here', link }));
    expect(all(body, 'w:hyperlink')).toEqual([]);
    expect(textOf(body)).toBe('here');
    expect(part('word/_rels/document.xml.rels')).not.toContain('External');
  });

  test('links are written so that every reader takes them', () => {
    expect(soundLink('HTTPS://Example.org/a b?c=é&d=100%#x"y')).toBe(
      'https://example.org/a%20b?c=%C3%A9&d=100%25#x%22y',
    );
    expect(soundLink('mailto:office@school.example?subject=Hello there')).toBe(
      'mailto:office@school.example?subject=Hello%20there',
    );
  });
});

describe('the same bytes', () => {
  test('come of the same document, however many were written before', async () => {
    const first = await written({ blocks: EVERYTHING, stamp: 'DRAFT' });
    await written({ blocks: [...EVERYTHING, ...EVERYTHING] });
    expect(Buffer.compare(first, await written({ blocks: EVERYTHING, stamp: 'DRAFT' }))).toBe(0);
  });

  test('come in any zone and on any day', () => {
    const script = `
      const { wordWriter } = await import('./dist/word.js');
      const { createHash } = await import('node:crypto');
      const blocks = [{ kind: 'paragraph', style: 'body', runs: [{ text: 'a', link: 'https://a.example' }], place: 'p' }];
      const bytes = await wordWriter({}).write({ title: '', author: '', description: '', stamp: 'DRAFT', foot: '', blocks }, '2026-06-08');
      console.log(createHash('sha256').update(bytes).digest('hex'));`;
    const hashes = ['UTC', 'Pacific/Apia', 'America/New_York'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: fileURLToPath(new URL('..', import.meta.url)),
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  test('bear the day they were made for, or that of SOURCE_DATE_EPOCH', async () => {
    const created = async (env: { readonly [name: string]: string }) =>
      all(xmlOf(docxOf(await written({}, env)).part('docProps/core.xml')), 'dcterms:created')[0]?.text;
    expect(await created({})).toBe('2026-06-08T00:00:00Z');
    expect(await created({ SOURCE_DATE_EPOCH: '86400' })).toBe('1970-01-02T00:00:00Z');
    expect(await created({ SOURCE_DATE_EPOCH: 'now' })).toBe('2026-06-08T00:00:00Z');
  });
});

describe('the parts', () => {
  test('of a text are of one direction each, and come to the whole', () => {
    for (const each of ['', 'abc', 'אבג', 'a אב ג b', 'א1-2ב', 'שָׁלוֹם x', '٣ كتب'])
      expect(
        stretches(each)
          .map(({ text: part }) => part)
          .join(''),
      ).toBe(each);
    expect(stretches('a אב ג, b')).toEqual([
      { text: 'a ', rightToLeft: false },
      { text: 'אב ג', rightToLeft: true },
      { text: ', b', rightToLeft: false },
    ]);
  });

  test('of a text that can’t be held are left out, and emoji are not', () => {
    expect(soundText('a\u0000\u001b[31m\u0085\u2028b\tc\nd👍🏽')).toBe('a[31mb\tc\nd👍🏽');
    expect(soundText('x\ud83dy')).toBe('x\ufffdy');
  });

  test('the size of a picture is what it says itself', () => {
    expect(pictureSize('png', PNG)).toEqual({ width: 2, height: 1 });
    const jpeg = [
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 1, 1, 1, 1,
    ];
    expect(pictureSize('jpg', Uint8Array.from(jpeg))).toEqual({ width: 7, height: 5 });
    for (let length = 0; length < 19; length += 1)
      expect(pictureSize('jpg', Uint8Array.from(jpeg.slice(0, length)))).toBeNull();
    expect(pictureSize('jpg', Uint8Array.from([0xff, 0xd8, ...Array(50).fill(0xff)]))).toBeNull();
    expect(fitted({ width: 400, height: 100 }, { width: 200, height: 80 })).toEqual({ width: 200, height: 50 });
  });
});
