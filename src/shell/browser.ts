import { existsSync, statSync } from 'node:fs';
import { arch, homedir, platform, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import type { BrowserOpened, Printed, Printing } from '../world.ts';
import { browserArguments } from './browser/arguments.ts';
import { embeddedModule, unpackEmbedded } from './browser/embedded.ts';
import { findBrowser } from './browser/find.ts';
import { pagesOf, sameBytes } from './browser/same-bytes.ts';
import { type Scratch, scratch } from './browser/scratch.ts';

type Environment = { readonly [name: string]: string | undefined };

/** How long one document may take, and how long the browser may take to start. In milliseconds. */
const LIMIT = 30_000;

/**
 * Opens a browser to print with, on one page that serves every document: a new page for each takes twice as long.
 * Where there is none, or it does not start, the answer says what to do.
 * @param env the environment: LEM_BROWSER, PUPPETEER_EXECUTABLE_PATH, LEM_BROWSER_NO_SANDBOX, SOURCE_DATE_EPOCH, PATH
 * @param limit how long one document may take, in milliseconds
 */
export async function openBrowser(env: Environment, limit = LIMIT): Promise<BrowserOpened> {
  const module = embeddedModule();
  const found = findBrowser({
    platform: platform(),
    arch: arch(),
    env,
    home: homedir(),
    isThere: isProgram,
    hasEmbedded: module !== null,
  });
  if (found.state === 'none') return found;
  let browser: Browser | null = null;
  let left: Scratch | null = null;
  try {
    left = scratch();
    const { default: puppeteer } = await import('puppeteer');
    const { path, env: own } =
      found.state === 'path' ? { path: found.path, env: {} } : await unpackEmbedded(module ?? '', cacheOf(env));
    browser = await puppeteer.launch({
      executablePath: path,
      headless: 'shell',
      pipe: true,
      args: [...browserArguments(isSandboxed(env))],
      userDataDir: join(left.folder, 'profile'),
      env: { ...env, ...own, TMPDIR: left.folder },
      timeout: LIMIT,
      protocolTimeout: Math.max(limit, 1_000) * 2,
      acceptInsecureCerts: false,
    });
    const page = await openPage(browser);
    return opened(found.name, browser, page, left, env, limit);
  } catch (error) {
    await browser?.close().catch(() => undefined);
    left?.remove();
    return {
      state: 'none',
      message: `The browser did not start: ${found.name}${found.state === 'path' ? ` at ${found.path}` : ''} (${firstLine(error)}).`,
      remedy:
        'Name another in LEM_BROWSER, or do without: --html-only. In a container it may need LEM_BROWSER_NO_SANDBOX=1.',
    };
  }
}

/** A page that runs no script and reaches nothing outside its own document. */
async function openPage(browser: Browser): Promise<Page> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().startsWith('data:')) void request.continue().catch(() => undefined);
    else void request.abort().catch(() => undefined);
  });
  return page;
}

function opened(
  name: string,
  browser: Browser,
  page: Page,
  left: Scratch,
  env: Environment,
  limit: number,
): BrowserOpened {
  const close = async (): Promise<void> => {
    const end = setTimeout(() => browser.process()?.kill('SIGKILL'), 5_000);
    await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
    clearTimeout(end);
    left.remove();
  };
  const print = async (printing: Printing): Promise<Printed> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limit);
    });
    try {
      const pdf = await Promise.race([pdfOf(page, printing, limit), late]);
      if (pdf !== 'late') {
        const content = sameBytes(pdf, createdAt(env, printing.created));
        return { state: 'printed', pdf: content, pages: pagesOf(content) };
      }
      browser.process()?.kill('SIGKILL');
      return {
        state: 'failed',
        message: `The browser took longer than ${limit / 1000} s over one document and was closed.`,
        remedy: 'Try again, or do without: --html-only.',
      };
    } catch (error) {
      return {
        state: 'failed',
        message: `The browser could not print (${firstLine(error)}).`,
        remedy: 'Try again, or name another browser in LEM_BROWSER.',
      };
    } finally {
      clearTimeout(timer);
    }
  };
  return { state: 'open', name, print, close };
}

async function pdfOf(page: Page, { html }: Printing, timeout: number): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: timeout * 2 });
  return page.pdf({
    format: 'a4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    // Its waiting needs the page's own scripts; no font comes over the network.
    waitForFonts: false,
    timeout: timeout * 2,
  });
}

function isProgram(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Chromium refuses a sandbox to root; anyone else gives it up only on purpose. */
function isSandboxed(env: Environment): boolean {
  return env.LEM_BROWSER_NO_SANDBOX !== '1' && !(platform() === 'linux' && userInfo().uid === 0);
}

function cacheOf(env: Environment): string {
  const own = env.XDG_CACHE_HOME;
  return own?.startsWith('/') ? own : join(homedir(), '.cache');
}

/** The date a document bears: the day it was made for, unless the builder of a package sets another (reproducible-builds.org). */
function createdAt(env: Environment, day: string): number {
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) : Date.parse(`${day}T00:00:00Z`) / 1000;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').trim().replace(/[.:]$/, '').slice(0, 200);
}
