import type { Browser, Page } from 'puppeteer';
import { faultsOf, openAsking, show } from './support/axe.ts';
import { everyPage } from './support/every-page.ts';
import { cutOff, focused, numberStops, overlaid, tooWide, unmarked } from './support/in-page.mjs';

// These tests need a browser and fail without one: CI installs it. In milliseconds, for a slow machine.
const LONG = 120_000;

const pages = everyPage();
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openAsking();
  page = await browser.newPage();
}, LONG);
afterAll(() => browser?.close());

describe.each(pages)('$name', ({ html }) => {
  test(
    'has nothing that axe finds on a wide screen, and every contrast can be computed',
    async () => {
      await show(page, html(), 1280);
      expect(await faultsOf(page)).toEqual({ wrong: [], unsure: [] });
    },
    LONG,
  );

  test(
    'has nothing that axe finds on a telephone',
    async () => {
      await show(page, html(), 360);
      // Contrasts in a table that is scrolled out of sight are not computed; they are those of the wide screen.
      expect((await faultsOf(page)).wrong).toEqual([]);
    },
    LONG,
  );

  test(
    'is read at a width of 320 without scrolling sideways, but for tables in regions of their own (WCAG 1.4.10)',
    async () => {
      await show(page, html(), 320);
      expect(await page.evaluate(tooWide)).toEqual([]);
    },
    LONG,
  );

  test(
    'keeps within the page on paper, tables too',
    async () => {
      await show(page, html(), widthOnPaper(html()));
      await page.emulateMediaType('print');
      await page.addStyleTag({ content: '[role="region"] { overflow: visible !important; }' });
      const wide = await page.evaluate(tooWide, true);
      await page.emulateMediaType('screen');
      expect(wide).toEqual([]);
    },
    LONG,
  );

  test.each([1280, 320])(
    'loses nothing at a width of %i to one who spaces text out (WCAG 1.4.12)',
    async (width) => {
      await show(page, html(), width);
      await page.addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
      });
      expect(await page.evaluate(tooWide)).toEqual([]);
      expect(await page.evaluate(cutOff)).toEqual([]);
      expect(await page.evaluate(overlaid)).toEqual([]);
    },
    LONG,
  );

  test(
    'is gone through by the Tab key: each link, region that scrolls and control, in the order of the text, where it can be seen',
    async () => {
      await show(page, html(), 360);
      const stops = await page.evaluate(numberStops);
      expect(stops.filter((stop) => typeof stop === 'string')).toEqual([]);
      const reached: (number | string)[] = [];
      for (let count = 0; count < stops.length; count++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(focused));
      }
      expect(reached).toEqual(stops);
    },
    LONG,
  );

  test('marks every name and text that people wrote so that it runs its own way', async () => {
    await show(page, html(), 1280);
    expect(await page.evaluate(unmarked)).toEqual([]);
  });
});

/** How wide A4 is between its margins, which the last rule that sets any says. In CSS pixels. */
function widthOnPaper(html: string): number {
  const [rule, margin] = [...html.matchAll(/@page \{[^}]*\bmargin: \S+ (\d+)mm/g)].at(-1) ?? [];
  if (rule === undefined) throw new Error('no margins');
  const width = rule.includes('landscape') ? 297 : 210;
  return Math.round(((width - 2 * Number(margin)) / 25.4) * 96);
}
