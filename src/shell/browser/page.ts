import type { Browser, Page } from 'puppeteer';

/** A page that runs no script and reaches nothing outside its own document. */
export async function closedPage(browser: Browser, isFirst: boolean): Promise<Page> {
  const page = (isFirst ? (await browser.pages())[0] : undefined) ?? (await browser.newPage());
  page.on('request', (request) => {
    if (request.url().startsWith('data:')) void request.continue().catch(() => undefined);
    // An aborted one leaves the document where it is; a failed one would put a page about the failure in its place.
    else void request.abort('aborted').catch(() => undefined);
  });
  await Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true), page.setRequestInterception(true)]);
  return page;
}

/**
 * Keeps a document from being laid out and painted for a screen where nobody looks: that is a third of the work. What a
 * printed page needs is loaded all the same, to the byte. Chromium lays a document out twice to print it, and looks at the
 * screen in between: what is hidden in this way keeps from the first time what the second one can use.
 */
const UNSEEN = '<style>@media screen { html { content-visibility: hidden !important } }</style>';

/** How many documents a page takes: what Chromium keeps of each makes every further one in the same page slower. */
const RENEWED_AFTER = 16;
const taken = new WeakMap<Page, number>();

/** Empties a page of what it keeps, now and then. */
async function renewed(page: Page): Promise<void> {
  const before = taken.get(page) ?? 0;
  taken.set(page, before + 1);
  if (before > 0 && before % RENEWED_AFTER === 0) await page.goto('about:blank', { timeout: 0 });
}

/**
 * A document as a tagged PDF on A4.
 * @param timeout in milliseconds
 * @throws where the document is no longer the one that was given: a browser's own page would be printed in its place
 */
export async function pdfOf(page: Page, html: string, timeout: number): Promise<Uint8Array> {
  await renewed(page);
  await page.setContent(html.replace('</head>', `${UNSEEN}</head>`), { waitUntil: 'load', timeout });
  const pdf = await page.pdf({
    format: 'a4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    // Its waiting needs the page's own scripts; no font comes over the network.
    waitForFonts: false,
    timeout,
  });
  if (page.url() !== 'about:blank') throw new Error('the document leads to another by itself');
  return pdf;
}
