import { readFileSync } from 'node:fs';
import type { SummaryFile } from '../src/model/files.generated.ts';
import type { WordBlock } from '../src/model/word-document.ts';
import { wordWriter } from '../src/shell/word.ts';
import { markdown } from '../src/views/html/markdown.ts';
import { type SummaryView, summaryView } from '../src/views/summary.ts';
import { markdownBlocks } from '../src/views/word/markdown.ts';
import { summaryDocument } from '../src/views/word/summary.ts';
import { schoolOf } from './golden/summary/school.ts';
import { all, type Docx, docxOf, faultsOf, styleOf, textOf } from './support/docx.ts';
import { lemIn, outcomeIn, worldIn } from './support/in-process.ts';
import { DIGEST, rendererOf } from './support/pages.ts';
import { sampleSchool } from './support/school.ts';

import.meta.jest.setTimeout(60_000);

const ON = '2027-06-01';

function viewOf(strand: string, files: { readonly [path: string]: string } = {}, cover = false): SummaryView {
  const workspace = schoolOf(files);
  const known = workspace.summaries.get('2026-27')?.get(strand);
  const summary: SummaryFile = known?.state === 'known' ? known.value : { strand, status: 'draft' };
  return summaryView(workspace, summary, '2026-27', ON, { cover });
}

const bytesOf = (view: SummaryView) => wordWriter({}).write(summaryDocument(view, { digest: DIGEST, logo: null }), ON);
const docOf = async (...given: Parameters<typeof viewOf>): Promise<Docx> => docxOf(await bytesOf(viewOf(...given)));
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const withoutTags = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>|<nav[\s\S]*?<\/nav>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&#x3D;/g, '=');

describe('a summary for Word', () => {
  test.each(['language', 'care'])('%s lacks no word that its HTML has', async (strand) => {
    const { body } = await docOf(strand);
    const html = withoutTags(rendererOf<SummaryView>('summary')(viewOf(strand)));
    const has = new Set(all(body, 'w:p').flatMap((each) => words(textOf(each).toLowerCase())));
    // Signatures are a table here, with other words at its head.
    const lost = words(html.toLowerCase()).filter((word) => !has.has(word) && !['signed', 'by'].includes(word));
    expect(lost).toEqual([]);
  });

  test('has one title, and the sections of the HTML as headings, none of a level left out', async () => {
    const { paragraphs } = await docOf('language');
    const html = rendererOf<SummaryView>('summary')(viewOf('language'));
    const sections = [...html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
    expect(paragraphs.filter((each) => styleOf(each) === 'Title').map(textOf)).toEqual([
      'Accreditation Summary\nHome Language',
    ]);
    expect(paragraphs.filter((each) => styleOf(each) === 'Heading1').map(textOf)).toEqual(sections);
    const levels = paragraphs.flatMap(
      (each) =>
        styleOf(each)
          ?.match(/^Heading(\d)$/)
          ?.slice(1)
          .map(Number) ?? [],
    );
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('every claim is numbered and leads to its evidence, which leads back', async () => {
    const view = viewOf('language');
    const { body, paragraphs } = docxOf(await bytesOf(view));
    const places = all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(new Set(places).size).toBe(places.length);
    const links = all(body, 'w:hyperlink').flatMap(({ attributes }) => attributes['w:anchor'] ?? []);
    for (const link of links) expect(places).toContain(link);
    for (const { anchor, evidence } of view.claims) {
      if (evidence.length > 0) expect(links).toContain(anchor.replaceAll('-', '_'));
      for (const each of evidence) expect(links).toContain(each.anchor.replaceAll('-', '_'));
    }
    const numbered = paragraphs.filter((each) =>
      /claim_/.test(all(each, 'w:bookmarkStart')[0]?.attributes['w:name'] ?? ''),
    );
    expect(numbered).toHaveLength(view.claims.length);
    expect(view.claims.length).toBeGreaterThan(0);
    expect(numbered.every((each) => all(each, 'w:numPr').length === 1)).toBe(true);
  });

  test.each([
    ['2', 'Begun', 'ffd166', { 'w:val': 'diagStripe', 'w:color': '000000' }],
    ['4', 'Shared', '023047', { 'w:val': 'clear', 'w:color': 'auto' }],
    ['–', 'Does not apply', '5f6368', { 'w:val': 'thinReverseDiagStripe', 'w:color': 'ffffff' }],
  ])('the rating %s, %s is said by colour, pattern, letter and word', async (letter, word, fill, pattern) => {
    const { body } = await docOf(letter === '–' ? 'care' : 'language');
    const keys = all(body, 'w:p').filter((each) => styleOf(each) === 'Key');
    const said = [...all(body, 'w:tc'), ...keys].filter(
      (each) => textOf(each) === `\u00a0\u00a0\u00a0\u00a0${letter}\u00a0\u00a0${word}`,
    );
    expect(said.length).toBeGreaterThan(0);
    for (const each of said) {
      // The pattern stands on spaces alone; the letter on the plain colour, its own or its cell’s.
      const [spaces, lettered] = all(each, 'w:r').map((run) => [
        textOf(run).trim(),
        all(run, 'w:shd').map(({ attributes }) => attributes),
      ]);
      expect(spaces).toEqual(['', [{ ...pattern, 'w:fill': fill }]]);
      expect(lettered?.[0]).toBe(letter);
      for (const shade of lettered?.[1] ?? []) expect(shade).toMatchObject({ 'w:val': 'clear', 'w:fill': fill });
      expect(all(each, 'w:shd').filter(({ attributes }) => attributes['w:val'] === 'clear')).not.toEqual([]);
    }
  });

  test('no two neighbours on the scale are of one pattern in Word', async () => {
    const { body } = await docOf('language');
    const keys = all(body, 'w:p').filter((each) => styleOf(each) === 'Key');
    const patterns = keys.map((each) => all(each, 'w:shd')[0]?.attributes['w:val']);
    expect(patterns).toHaveLength(5);
    expect(new Set(patterns).size).toBe(5);
  });

  test('says DRAFT in words where it is one, and not where it is none', async () => {
    const said = async (given: Promise<Docx>) => {
      const { paragraphs, paths } = await given;
      return [paragraphs[0] === undefined ? '' : textOf(paragraphs[0]), paths.includes('word/header1.xml')];
    };
    expect(await said(docOf('care'))).toEqual(['DRAFT — the badge can’t be claimed on this summary yet.', true]);
    expect(docxOf(await bytesOf({ ...viewOf('care'), draft: false })).paths).not.toContain('word/header1.xml');
  });

  test('bears the digest whole, and its beginning at the foot of every page', async () => {
    const { body, part } = await docOf('language');
    expect(textOf(body)).toContain(`Content sha256-${DIGEST}`);
    expect(part('word/footer1.xml')).toContain(`content ${DIGEST.slice(0, 16)}`);
    expect(part('docProps/core.xml')).toContain(`sha256-${DIGEST}`);
  });

  test('with nothing in it says so under each heading; with a cover, all else begins on the next page', async () => {
    const { body, paragraphs } = await docOf('care', {}, true);
    expect(await faultsOf(await bytesOf(viewOf('care')))).toEqual([]);
    expect(paragraphs.filter((each) => textOf(each) === 'Not written yet').length).toBeGreaterThan(3);
    const breaks = paragraphs.filter((each) => all(each, 'w:pageBreakBefore').length > 0);
    expect(breaks.map(textOf)).toEqual(['At a glance']);
    expect(all(body, 'w:tbl').length).toBeGreaterThan(3);
  });
});

describe('Markdown for Word', () => {
  const texts = (blocks: readonly WordBlock[]): string =>
    blocks
      .map((block) =>
        block.kind === 'paragraph'
          ? block.runs.map(({ text }) => text).join('')
          : block.kind === 'list'
            ? block.items.map(texts).join(' ')
            : '',
      )
      .join(' ');

  test.each([
    'Plain, *slanted*, **heavy**, ***both*** and `code`.',
    '# A heading\n\nText\n***\nMore',
    '- one\n- two\n  1. three\n  2. four\n\n     more of four\n',
    '7. seven\n8. eight',
    '> quoted\n>\n> > twice\n\n> - in a list',
    'A [link](https://example.org/a_b) and [none](javascript:alert(1)) and ![picture](x.png)',
    '<script>alert(1)</script> <b>bold</b> &lt; &copy; \\*not\\*',
    'a  \nb\nc',
    '"Quoted" and it\'s -- fine',
    '- \n-\n\n1.',
    '',
  ])('%j says what the HTML says', (text) => {
    const html = withoutTags(markdown(text)).replace(/&lt;/g, '<').replace(/&gt;/g, '>');
    expect(words(texts(markdownBlocks(text)))).toEqual(words(html));
  });

  test('keeps what is heavy, slanted, code, a link, a list from its number, a quotation', () => {
    expect(markdownBlocks('**a *b*** `c` [d](https://e.example)')).toEqual([
      {
        kind: 'paragraph',
        style: 'body',
        runs: [
          { text: 'a ', bold: true },
          { text: 'b', bold: true, italic: true },
          { text: ' ' },
          { text: 'c', look: 'code' },
          { text: ' ' },
          { text: 'd', link: 'https://e.example' },
        ],
      },
    ]);
    expect(markdownBlocks('3. a\n4. > b')).toEqual([
      {
        kind: 'list',
        marker: 'number',
        start: 3,
        items: [
          [{ kind: 'paragraph', style: 'body', runs: [{ text: 'a' }] }],
          [{ kind: 'paragraph', style: 'quote', runs: [{ text: 'b' }] }],
        ],
      },
    ]);
  });

  test('a text of thousands of paragraphs takes no longer than it should', () => {
    const before = performance.now();
    expect(markdownBlocks('- a *b*\n\nc\n\n'.repeat(5000))).toHaveLength(10_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('lem summary render --format docx', () => {
  const school = sampleSchool();
  const fileOf = (path: string): Buffer => readFileSync(school.path(path));

  test('writes a file for Word alone, and says so', async () => {
    const { exit, text } = await school.lem(['summary', 'render', 'race', '--format', 'docx']);
    expect([exit, text.replace(/\d+ kB/, '31 kB')]).toEqual([0, 'build/2025-26/race.docx  31 kB\n1 summary\n']);
    expect(school.read('build/2025-26/race.html')).toBeNull();
    const { part } = docxOf(fileOf('build/2025-26/race.docx'));
    expect(part('docProps/core.xml')).toContain('2026-06-08T00:00:00Z</dcterms:created>');
  });

  test('the same file comes of one strand and of all, with the digest of the HTML', async () => {
    await school.lem(['summary', 'render', 'race', '--format', 'docx,html']);
    const alone = fileOf('build/2025-26/race.docx');
    const { exit, text } = await school.lem(['summary', 'render', '--all', '--format', 'docx']);
    expect(exit).toBe(0);
    expect(text).toMatch(/religion-and-belief\.docx {2}\d+ kB {2}DRAFT/);
    expect(Buffer.compare(alone, fileOf('build/2025-26/race.docx'))).toBe(0);
    const digest = /lem-content" content="(sha256-\w{64})/.exec(school.read('build/2025-26/race.html') ?? '')?.[1];
    expect(textOf(docxOf(alone).body)).toContain(digest ?? 'none');
  });

  test('shows the school’s logo, with its name for those who can’t see it', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADUlEQVR4nGNgYPj/HwADAgH/p5+x8AAAAABJRU5ErkJggg==',
      'base64',
    );
    school.put('logo.png', '');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(school.path('logo.png'), png);
    school.put('lem.yaml', (school.read('lem.yaml') ?? '').replace('phase: primary', 'phase: primary, logo: logo.png'));
    expect((await school.lem(['summary', 'render', 'race', '--format', 'docx'])).exit).toBe(0);
    const { body, paths } = docxOf(fileOf('build/2025-26/race.docx'));
    expect(all(body, 'wp:docPr')[0]?.attributes.descr).toBe('Ribble Bank Primary School');
    expect(paths.filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
  });

  test('a browser that is not there costs the PDF and not the file for Word', async () => {
    const world = {
      ...worldIn(school.path('.'), { today: '2026-06-08' }),
      openBrowser: async () => ({ state: 'none', message: 'There is no browser.', remedy: 'Get one.' }) as const,
    };
    const { exit, text } = await lemIn(world, ['summary', 'render', 'race', '--format', 'pdf,docx']);
    expect(exit).toBe(2);
    expect(text).toContain('There is no browser. The HTML and what is for Word are written, the rest is not.');
    expect(docxOf(fileOf('build/2025-26/race.docx')).paragraphs.length).toBeGreaterThan(50);
    expect(school.read('build/2025-26/race.html')).toContain('<!doctype html>');
  });

  test('reports are not written for Word', async () => {
    const outcome = await outcomeIn(worldIn(school.path('.')), ['report', '--format', 'docx']);
    expect([outcome.exit, outcome.changes]).toEqual([2, undefined]);
  });
});
