import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../src/shell/browser.ts';
import { type SummaryView, summaryView } from '../src/views/summary.ts';
import type { BrowserOpened, Printing } from '../src/world.ts';
import { schoolOf } from './golden/summary/school.ts';
import { DIGEST, rendererOf } from './support/pages.ts';

// These tests need a browser and fail without one: CI installs it. In milliseconds, for a slow machine.
const LONG = 120_000;

type Open = Extract<BrowserOpened, { state: 'open' }>;

async function open(env: { readonly [name: string]: string | undefined } = process.env, limit?: number): Promise<Open> {
  const opened = await openBrowser(env, limit);
  if (opened.state === 'none') throw new Error(`${opened.message} ${opened.remedy}`);
  return opened;
}

async function pdfOf(browser: Open, printing: Printing): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const printed = await browser.print(printing);
  if (printed.state === 'failed') throw new Error(printed.message);
  return printed;
}

function printingOf(strand: string): Printing & { readonly title: string } {
  const workspace = schoolOf();
  const known = workspace.summaries.get('2026-27')?.get(strand);
  if (known?.state !== 'known') throw new Error('no summary');
  const view = summaryView(workspace, known.value, '2026-27', '2027-06-01');
  return {
    html: rendererOf<SummaryView>('summary', { hasFonts: true })(view),
    digest: DIGEST,
    created: '2027-06-01',
    title: view.title,
  };
}

const bare = (html: string): Printing => ({
  html: `<!doctype html><html lang="en-GB"><title>x</title>${html}`,
  digest: DIGEST,
  created: '2027-06-01',
});
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const read = (pdf: Uint8Array) => getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;

async function textsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await read(pdf);
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  return texts;
}

describe('the PDF of a summary', () => {
  let browser: Open;
  let printing: ReturnType<typeof printingOf>;
  let made: Awaited<ReturnType<typeof pdfOf>>;
  beforeAll(async () => {
    browser = await open();
    printing = printingOf('language');
    made = await pdfOf(browser, printing);
  }, LONG);
  afterAll(() => browser?.close());

  test(
    'has its text, DRAFT and a number on every page',
    async () => {
      const texts = await textsOf(made.pdf);
      expect(texts.length).toBe(made.pages);
      expect(texts.join(' ')).toContain('Eleven languages at the door, every morning.');
      texts.forEach((text, index) => {
        expect(text).toContain('DRAFT');
        expect(text).toContain(`Page ${index + 1} of ${texts.length}`);
        expect(text).toContain("Saint Brannock's & All Souls · Home Language");
      });
    },
    LONG,
  );

  test(
    'says its title and language, is tagged, and bears the day it was made for',
    async () => {
      const document = await read(made.pdf);
      const { info } = (await document.getMetadata()) as {
        info: { Title?: string; Language?: string; Creator?: string; Keywords?: string };
      };
      expect(info).toMatchObject({
        Title: printing.title,
        Language: 'en-GB',
        Creator: 'lem',
        Keywords: `lem content sha256-${DIGEST}`,
        CreationDate: "D:20270601000000+00'00'",
        ModDate: "D:20270601000000+00'00'",
      });
      expect(document.fingerprints.every((each) => /^[0-9a-f]{32}$/.test(each ?? ''))).toBe(true);
      expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
      const roles = JSON.stringify(await (await document.getPage(1)).getStructTree());
      for (const role of ['H1', 'H2', 'Table', 'TH', 'Caption', 'L']) expect(roles).toContain(`"role":"${role}"`);
    },
    LONG,
  );

  test(
    'is an A4 document whose outline has the headings, in order',
    async () => {
      const document = await read(made.pdf);
      const [, , width, height] = (await document.getPage(1)).view;
      expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842]);
      type Entry = { readonly title: string; readonly items: readonly Entry[] };
      const flat = (entries: readonly Entry[]): readonly string[] =>
        entries.flatMap(({ title, items }) => [title.replace(/\s+/g, ' ').trim(), ...flat(items)]);
      const headings = [...printing.html.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/g)].map(([, inner]) =>
        (inner ?? '')
          .replace(/<[^>]+>/g, '')
          .replaceAll('&amp;', '&')
          .trim(),
      );
      expect(flat((await document.getOutline()) as readonly Entry[])).toEqual(headings);
    },
    LONG,
  );

  test(
    'is the same to the byte on a page that has served others, two at once, and in another browser',
    async () => {
      const isSame = ({ pdf }: { readonly pdf: Uint8Array }): boolean => Buffer.from(pdf).equals(Buffer.from(made.pdf));
      const twenty = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? printing : printingOf('care')));
      const printed = await Promise.all(twenty.map((each) => pdfOf(browser, each)));
      expect(printed.filter(isSame)).toHaveLength(10);
      expect(isSame(await pdfOf(browser, printing))).toBe(true);
      // The clock and the language of a machine don't show; nor does what it calls its user, or where.
      for (const [TZ, LANG] of [
        ['Asia/Kolkata', 'de_DE.UTF-8'],
        ['America/St_Johns', 'ja_JP.UTF-8'],
      ]) {
        const other = await open({ ...process.env, TZ, LANG, LC_ALL: LANG, LANGUAGE: LANG, USER: 'other' });
        expect(isSame(await pdfOf(other, printing).finally(other.close))).toBe(true);
      }
    },
    LONG,
  );

  test(
    'takes its date from SOURCE_DATE_EPOCH where that is set, and differs in nothing else',
    async () => {
      const other = await open({ ...process.env, SOURCE_DATE_EPOCH: '1000000000' });
      const { pdf } = await pdfOf(other, printing).finally(other.close);
      const text = Buffer.from(pdf).toString('latin1');
      expect(text).toContain("/CreationDate (D:20010909014640+00'00')");
      const undated = (bytes: Uint8Array): string =>
        Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/\(D:\d{14}/g, '')
          .replace(/\/ID \[.*\]/, '');
      expect(undated(pdf) === undated(made.pdf)).toBe(true);
    },
    LONG,
  );

  test.each([
    ['qpdf', ['--check', '-'], /No syntax or stream encoding errors found/],
    ['pdfinfo', ['-'], new RegExp(`Keywords: +lem content sha256-${DIGEST}\\n`)],
  ] as const)('%s reads it without complaint, where there is one', (program, args, wanted) => {
    const folder = mkdtempSync(join(tmpdir(), 'lem-read-'));
    try {
      writeFileSync(join(folder, 'made.pdf'), made.pdf);
      const named = args.map((arg) => (arg === '-' ? join(folder, 'made.pdf') : arg));
      const { error, status, stdout, stderr } = spawnSync(program, named, { encoding: 'utf8' });
      if (error !== undefined) return;
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(wanted);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test(
    'comes without DRAFT where none is in the HTML',
    async () => {
      const { pdf } = await pdfOf(browser, {
        ...printing,
        html: printing.html.replace(/<div class="watermark".*?<\/div>/, ''),
      });
      expect((await textsOf(pdf)).join(' ')).not.toContain('DRAFT');
    },
    LONG,
  );

  test(
    'leaves no heading alone at the foot of a page, wherever the page ends',
    async () => {
      const follows: readonly (readonly [string, string])[] = [
        ['What we set out to do', 'Every family should'],
        ['Where we stand', 'Welcome'],
        ['What we did', 'Where we began'],
        ['What we claim', 'Eleven languages'],
        ['What the badge asks for', 'Goals achieved'],
        ['Evidence index', 'E1'],
        ['Signatures', 'Headteacher'],
      ];
      const alone: string[] = [];
      for (let down = 0; down < 250; down += 10) {
        const { pdf } = await pdfOf(browser, {
          ...printing,
          html: printing.html.replace('<main>', `<main><div style="height: ${down}mm"></div>`),
        });
        const texts = await textsOf(pdf);
        for (const [heading, next] of follows) {
          const text = texts.find((each) => each.includes(heading)) ?? '';
          if (!text.slice(text.indexOf(heading)).includes(next)) alone.push(`${heading}, ${down} mm down`);
        }
      }
      expect(alone).toEqual([]);
    },
    LONG,
  );
});

describe('a browser that fails', () => {
  test(
    'is closed after its time, and says so',
    async () => {
      const browser = await open(process.env, 1);
      expect(await browser.print(bare('<p>a</p>'))).toMatchObject({
        state: 'failed',
        message: expect.stringContaining('longer than'),
      });
      await browser.close();
      expect((await browser.print(bare('<p>a</p>'))).state).toBe('failed');
    },
    LONG,
  );

  test(
    'or does not start is an answer, not an exception',
    async () => {
      expect(await openBrowser({ ...process.env, LEM_BROWSER: process.execPath })).toMatchObject({
        state: 'none',
        message: expect.stringContaining('did not start'),
      });
      expect(await openBrowser({ LEM_BROWSER: '/nowhere/chrome' })).toMatchObject({
        state: 'none',
        message: expect.stringContaining('/nowhere/chrome'),
      });
    },
    LONG,
  );

  test(
    'leaves no folder behind',
    async () => {
      // A temporary folder of its own, so that browsers of other tests are not looked at.
      const TMPDIR = mkdtempSync(join(tmpdir(), 'lem-own-'));
      try {
        for (const limit of [undefined, 1]) {
          const browser = await open({ ...process.env, TMPDIR }, limit);
          expect(readdirSync(TMPDIR)).not.toEqual([]);
          await browser.print(bare('<p>a</p>'));
          await browser.close();
          expect(readdirSync(TMPDIR)).toEqual([]);
        }
      } finally {
        rmSync(TMPDIR, { recursive: true });
      }
    },
    LONG,
  );
});
