import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
        info: { Title?: string; Language?: string; CreationDate?: string; ModDate?: string };
      };
      expect(info).toMatchObject({
        Title: printing.title,
        Language: 'en-GB',
        CreationDate: "D:20270601000000+00'00'",
        ModDate: "D:20270601000000+00'00'",
      });
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
    'is the same to the byte each time, on the same page and in another browser',
    async () => {
      await pdfOf(browser, printingOf('care'));
      const again = await pdfOf(browser, printing);
      expect(Buffer.from(again.pdf).equals(Buffer.from(made.pdf))).toBe(true);
      const other = await open();
      const elsewhere = await pdfOf(other, printing).finally(other.close);
      expect(Buffer.from(elsewhere.pdf).equals(Buffer.from(made.pdf))).toBe(true);
    },
    LONG,
  );

  test(
    'takes its date from SOURCE_DATE_EPOCH where that is set',
    async () => {
      const other = await open({ ...process.env, SOURCE_DATE_EPOCH: '1000000000' });
      const { pdf } = await pdfOf(other, bare('<p>a</p>')).finally(other.close);
      expect(Buffer.from(pdf).toString('latin1')).toContain('/CreationDate (D:20010909014640');
    },
    LONG,
  );

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

  describe('without the document’s own policy', () => {
    const seen: string[] = [];
    let server: Server;
    let at: string;
    beforeAll(async () => {
      server = createServer((request, response) => {
        seen.push(request.url ?? '');
        response.end('root:');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => server.close());

    test(
      'nothing is reached and nothing runs',
      async () => {
        const { pdf } = await pdfOf(
          browser,
          bare(`<link rel="stylesheet" href="${at}/css"><link rel="prefetch" href="${at}/prefetch"><link rel="preconnect" href="${at}"><img src="${at}/img"><img src="file:///etc/passwd">
          <style>@import url(${at}/import); @font-face{font-family:f;src:url(${at}/font)} p{font-family:f;background:url(${at}/background)}</style>
          <script>document.body.append('scripted'); new WebSocket('${at.replace('http', 'ws')}/ws')</script><p>quiet</p>`),
        );
        const text = (await textsOf(pdf)).join(' ');
        expect(text).toContain('quiet');
        expect(text).not.toMatch(/scripted|root:/);
        expect(seen).toEqual([]);
      },
      LONG,
    );

    test.each([
      '<iframe src="AT/frame"></iframe><iframe src="file:///etc/passwd"></iframe>',
      '<meta http-equiv="refresh" content="0;url=AT/refresh"><object data="AT/object"></object>',
    ])(
      '%s brings nothing in',
      async (html) => {
        const other = await open();
        const printed = await other.print(bare(`${html.replaceAll('AT', at)}<p>quiet</p>`)).finally(other.close);
        // A browser may refuse to print such a page: that is as good.
        const text = printed.state === 'printed' ? (await textsOf(printed.pdf)).join(' ') : '';
        expect(text).not.toContain('root:');
        expect(seen).toEqual([]);
      },
      LONG,
    );
  });
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
      const { TMPDIR } = process.env;
      const own = mkdtempSync(join(tmpdir(), 'lem-own-'));
      try {
        process.env.TMPDIR = own;
        for (const limit of [undefined, 1]) {
          const browser = await open(process.env, limit);
          await browser.print(bare('<p>a</p>'));
          await browser.close();
        }
        expect(readdirSync(own)).toEqual([]);
      } finally {
        if (TMPDIR === undefined) delete process.env.TMPDIR;
        else process.env.TMPDIR = TMPDIR;
        rmSync(own, { recursive: true });
      }
    },
    LONG,
  );
});
