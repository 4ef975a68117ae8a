import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Browser, Page } from 'puppeteer';
import { openBrowser } from '../src/shell/browser.ts';
import type { BrowserOpened } from '../src/world.ts';
import { openAsking, show } from './support/axe.ts';
import { everyPage } from './support/every-page.ts';
import { printed } from './support/in-page.mjs';
import { DIGEST } from './support/pages.ts';
import { allOf, readPdf, type Structure, structureObjects, structureOf } from './support/pdf-structure.ts';

// These tests need a browser and fail without one: CI installs it. In milliseconds, for a slow machine.
const LONG = 120_000;

/** The kinds of structure that PDF 1.7 (ISO 32000-1, 14.8.4) knows: a reader can make nothing of others. */
const KINDS = new Set(
  'Root Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(
    ' ',
  ),
);

let printer: Extract<BrowserOpened, { state: 'open' }>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const opened = await openBrowser(process.env);
  if (opened.state === 'none') throw new Error(`${opened.message} ${opened.remedy}`);
  printer = opened;
  browser = await openAsking();
  page = await browser.newPage();
  await page.emulateMediaType('print');
}, LONG);
afterAll(async () => {
  await printer?.close();
  await browser?.close();
});

describe.each(everyPage().filter(({ isDocument }) => isDocument))('$name', ({ html }) => {
  let pdf: Uint8Array;
  let document: PDFDocumentProxy;
  let roots: readonly Structure[];
  let outside: readonly string[];
  let source: ReturnType<typeof printed>;
  beforeAll(async () => {
    const made = await printer.print({ html: html(), digest: DIGEST, created: '2027-06-01' });
    if (made.state === 'failed') throw new Error(made.message);
    pdf = made.pdf;
    document = await readPdf(pdf);
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const structures = await Promise.all(numbers.map(async (number) => structureOf(await document.getPage(number))));
    roots = structures.map(({ root }) => root);
    outside = structures.map((each) => each.outside);
    await show(page, html(), 640);
    source = await page.evaluate(printed);
  }, LONG);

  test('is tagged, says its language and shows its title', async () => {
    const { info } = (await document.getMetadata()) as { info: { Language?: string; Title?: string } };
    expect(info).toMatchObject({ Language: 'en-GB', Title: source.title });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  });

  test('has an outline of all headings', async () => {
    type Entry = { readonly title: string; readonly items: readonly Entry[] };
    const flat = (entries: readonly Entry[]): readonly string[] =>
      entries.flatMap(({ title, items }) => [title, ...flat(items)]);
    const titles = flat((await document.getOutline()) as readonly Entry[]);
    expect(titles.map(letters)).toEqual(source.headings.map(letters));
    const tagged = roots.flatMap(allOf).filter(({ role }) => /^H[1-6]$/.test(role));
    expect(tagged.map(({ text }) => letters(text)).filter((text) => text !== '')).toEqual(source.headings.map(letters));
  });

  test('holds only kinds of structure that readers know', () => {
    expect(roots.flatMap(allOf).flatMap(({ role }) => (KINDS.has(role) ? [] : [role]))).toEqual([]);
  });

  test('is read in the order of its source, nothing left out', () => {
    expect(difference(letters(source.text), letters(roots.map(withoutRepeats).join('')))).toBeNull();
  });

  test('keeps foot and DRAFT out of what is read', () => {
    const read = roots.map(({ text }) => text).join(' ');
    expect(read).not.toMatch(/Page \d+ of \d+/);
    expect(read).not.toContain('DRAFT');
    outside.forEach((text, index) => {
      const isCover = source.hasCover && index === 0;
      expect(text.includes(`Page ${index + 1} of ${outside.length}`)).toBe(!isCover);
      expect(text.includes('DRAFT')).toBe(source.isDraft);
    });
  });

  test('has tables with captions, and header cells that say what they head', () => {
    const captions = roots.flatMap(allOf).filter(({ role, text }) => role === 'Caption' && text !== '');
    expect(captions).toHaveLength(source.tables);
    const heads = structureObjects(pdf, 'TH');
    expect(heads).toHaveLength(source.heads);
    for (const head of heads) expect(head).toMatch(/\/Scope \/(Column|Row)/);
    for (const cell of structureObjects(pdf, 'TD')) expect(cell).toMatch(/\/Headers \[\(/);
  });

  test('says what its pictures show', () => {
    const figures = roots.flatMap(allOf).filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual(source.pictures);
  });

  test('has links that are tagged and lead where the source says', async () => {
    const links = roots.flatMap(allOf).filter(({ role, text }) => role === 'Link' && text !== '');
    expect(links.map(({ text }) => letters(text)).sort()).toEqual(source.links.map(({ text }) => letters(text)).sort());
    for (const { objects } of links) expect(objects).toBeGreaterThan(0);
    const known = Object.keys(await document.getDestinations());
    const led = new Set<string>();
    for (let number = 1; number <= document.numPages; number++)
      for (const { dest, url } of await (await document.getPage(number)).getAnnotations())
        led.add(url ?? `#${String(dest)}`);
    for (const { href } of source.links) {
      expect([...led]).toContain(href);
      if (href.startsWith('#')) expect(known).toContain(href.slice(1));
    }
  });
});

/** A text by its letters alone: spaces and ends of lines are the printer's. */
function letters(text: string): string {
  return (
    text
      .normalize('NFKC')
      // Of scripts that run from right to left a PDF keeps the letters in the order in which they are drawn.
      .replace(
        /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\p{Extended_Pictographic}|\ufffd|\p{Cc}|\p{Co}|\p{Emoji_Modifier}|\ufe0f/gu,
        '',
      )
      .replace(/[\s\u200b-\u200f\u2028-\u202e\u2066-\u2069\u00ad]/g, '')
      .toLowerCase()
  );
}

/** Where two long texts begin to differ, or null: whole they would fill the screen. */
function difference(one: string, other: string): string | null {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (at === one.length && at === other.length) return null;
  return [one, other].map((text) => text.slice(Math.max(0, at - 40), at + 60)).join(' ≠ ');
}

/** The text of a page, without the head of a table that goes on from the page before. */
function withoutRepeats(structure: Structure): string {
  if (structure.children.length === 0) return structure.text;
  const [caption, head, ...rest] = structure.children;
  const goesOn = structure.role === 'Table' && caption?.role === 'Caption' && caption.text === '';
  return (goesOn ? rest : [caption, head, ...rest]).map((each) => (each ? withoutRepeats(each) : '')).join('');
}
