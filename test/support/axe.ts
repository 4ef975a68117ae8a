import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { browserArguments } from '../../src/shell/browser/arguments.ts';
import { realBrowser } from './browsers.ts';
import { found } from './in-page.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 asks for at levels A and AA, as far as axe can tell, and what it holds for good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * A browser whose pages can be asked: scripts run in it, which lem itself never lets them.
 * @param args how it is started; usually as lem starts it, which keeps it from every network
 */
export async function openAsking(args: readonly string[] = browserArguments(false)): Promise<Browser> {
  return puppeteer.launch({
    executablePath: realBrowser(),
    headless: 'shell',
    pipe: true,
    args: [...args],
  });
}

/** Shows a document at a width, with a screen's height. In CSS pixels. */
export async function show(page: Page, html: string, width: number): Promise<void> {
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 800 });
  await page.setContent(html, { waitUntil: 'load' });
}

/**
 * What axe finds wrong in the document shown, and where it can't compute a contrast though there are letters to read.
 * The DRAFT that lies across a page is meant to be faint; that the document is one is said at its head.
 */
export async function faultsOf(
  page: Page,
): Promise<{ readonly wrong: readonly string[]; readonly unsure: readonly string[] }> {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate(found, TAGS);
  const told = (results: readonly Result[]): readonly string[] =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    );
  const contrasts = incomplete.filter(({ id }) => id === 'color-contrast');
  return {
    wrong: told(violations),
    unsure: told(contrasts).filter((each) => !/only non-text characters|too short/.test(each)),
  };
}
