import { existsSync, statSync } from 'node:fs';
import { arch, availableParallelism, homedir, platform, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Page } from 'puppeteer';
import type { BrowserOpened, Printed, Printing } from '../world.ts';
import { embedDigest } from './browser/embed-digest.ts';
import { embeddedModule, unpackEmbedded } from './browser/embedded.ts';
import { findBrowser } from './browser/find.ts';
import { inTime, LIMIT, limitFor } from './browser/limit.ts';
import { closedPage, pdfOf } from './browser/page.ts';
import { type Pool, pool } from './browser/pool.ts';
import { pagesOf, sameBytes } from './browser/same-bytes.ts';
import { type Running, startBrowser } from './browser/start.ts';
import { nameWith } from './browser/version.ts';
import { createdAt } from './created-at.ts';

type Environment = { readonly [name: string]: string | undefined };

/** How many documents are printed at once. More gain nothing, not even on many cores: one process hands all of them on. */
const ABREAST = 2;

/**
 * Opens a browser to print with, on pages that serve one document after another: a new page for each takes twice as long.
 * Where there is none, or it does not start, the answer says what to do.
 * @param env the environment: LEM_BROWSER, PUPPETEER_EXECUTABLE_PATH, LEM_BROWSER_NO_SANDBOX, SOURCE_DATE_EPOCH, PATH
 * @param limit how long a short document may take, in milliseconds
 * @param patience how long the browser may take to start
 */
export async function openBrowser(env: Environment, limit = LIMIT, patience = LIMIT): Promise<BrowserOpened> {
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
  let running: Running | null = null;
  try {
    const { path, env: own } =
      found.state === 'path' ? { path: found.path, env: {} } : await unpackEmbedded(module ?? '', cacheOf(env));
    running = await startBrowser({
      path,
      env: { ...env, ...own },
      isSandboxed: isSandboxed(env),
      temporary: temporaryOf(env),
      limit: patience,
    });
    const { browser } = running;
    const ready = await inTime(Promise.all([closedPage(browser, true), browser.version()]), patience);
    if (ready === 'late') throw new Error(`it does not answer within ${patience / 1000} s`);
    const [page, version] = ready;
    const pages = pool(page, () => closedPage(browser, false), Math.min(ABREAST, availableParallelism()));
    return opened(nameWith(found.name, version), running, pages, env, limit);
  } catch (error) {
    running?.end();
    return {
      state: 'none',
      message: `The browser did not start: ${found.name}${found.state === 'path' ? ` at ${found.path}` : ''} (${firstLine(error)}).`,
      remedy:
        'Name another in LEM_BROWSER, or do without: --html-only. In a container it may need LEM_BROWSER_NO_SANDBOX=1.',
    };
  }
}

function opened(
  name: string,
  { browser, end }: Running,
  pages: Pool<Page>,
  env: Environment,
  least: number,
): BrowserOpened {
  const print = async ({ html, digest, created: day }: Printing): Promise<Printed> => {
    const limit = limitFor(html, least);
    try {
      const pdf = await pages.use((page) => inTime(pdfOf(page, html, 0), limit));
      if (pdf === 'late') {
        end();
        return {
          state: 'failed',
          message: `The browser took longer than ${Math.round(limit / 1000)} s over one document and was closed.`,
          remedy: 'Try again, or do without: --html-only.',
        };
      }
      const created = createdAt(env, day);
      const content = embedDigest(sameBytes(pdf, created), { digest, created });
      return { state: 'printed', pdf: content, pages: pagesOf(content) };
    } catch (error) {
      return {
        state: 'failed',
        message: browser.connected
          ? `The browser could not print (${firstLine(error)}).`
          : 'The browser ended before the document was printed.',
        remedy: 'Try again, or name another browser in LEM_BROWSER.',
      };
    }
  };
  return { state: 'open', name, print, close: async () => end() };
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

function temporaryOf(env: Environment): string {
  const own = env.TMPDIR;
  return own !== undefined && isAbsolute(own) ? own : tmpdir();
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').trim().replace(/[.:]$/, '').slice(0, 200);
}
