import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { ask } from './support/asking.ts';
import { faultsOf, openAsking } from './support/axe.ts';

// The preview as a process of its own, with the watch that users have. Some need a browser, and fail without one.
const LONG = 120_000;
const PATIENCE = 20_000;

const EXAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
const BIN = fileURLToPath(new URL('../bin/lem.js', import.meta.url));
const RACE = 'accreditation/2025-26/race.yaml';
const PAGE = '/summary/2025-26/race';

let school: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  school = realpathSync(mkdtempSync(join(tmpdir(), 'lem école ')));
  cpSync(EXAMPLE, school, { recursive: true });
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await new Promise((settle) => child.once('exit', settle));
  }
  rmSync(school, { recursive: true, force: true });
});

interface Running {
  readonly address: string;
  readonly out: () => string;
  readonly err: () => string;
  /** Waits until what was said besides the address matches. */
  readonly says: (pattern: RegExp) => Promise<void>;
  /** Presses Ctrl-C, and gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `lem preview`, and waits for its address. */
async function running(words: readonly string[], env: { readonly [name: string]: string } = {}): Promise<Running> {
  const child = spawn(process.execPath, [BIN, ...words, '--on', '2026-06-08'], {
    cwd: school,
    env: { PATH: process.env.PATH, HOME: school, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout?.on('data', (data) => (said.out += String(data)));
  child.stderr?.on('data', (data) => (said.err += String(data)));
  const ended = new Promise<number | null>((settle) => child.once('exit', settle));
  const until = async (is: () => boolean): Promise<void> => {
    for (const end = performance.now() + PATIENCE; !is(); await pause(10))
      if (performance.now() > end) throw new Error(`said so far: ${said.out}${said.err}`);
  };
  await until(() => /Ctrl-C ends it\.\n/.test(said.err) && said.out.includes('\n'));
  return {
    address: new URL(said.out.split('\n')[0] ?? '').origin,
    out: () => said.out,
    err: () => said.err,
    says: (pattern) => until(() => pattern.test(said.err)),
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

const put = (file: string, text: string): void => {
  mkdirSync(join(school, file, '..'), { recursive: true });
  writeFileSync(join(school, file), text);
};
const race = (goals: string): string =>
  readFileSync(join(EXAMPLE, RACE), 'utf8').replace('Two things troubled us', goals);

/** Every file of the school, with what it holds. */
const held = (): readonly string[] =>
  readdirSync(school, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name} ${readFileSync(join(parentPath, name), 'base64').length}`)
    .sort();

describe('as a process', () => {
  test(
    'the address comes first, in a line of its own; Ctrl-C ends it and says so; nothing is written',
    async () => {
      const before = held();
      const preview = await running(['summary', 'preview', 'race', '--port', '0']);
      expect(preview.out()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/summary\/2025-26\/race\n$/);
      expect((await ask(preview.address, PAGE)).status).toBe(200);
      expect(await preview.stop()).toBe(0);
      expect(preview.err()).toMatch(/Ctrl-C ends it\.\nThe preview has ended\.\n$/);
      await expect(ask(preview.address, '/')).rejects.toThrow('ECONNREFUSED');
      expect(held()).toEqual(before);
    },
    LONG,
  );

  test(
    'a mistake is said in the terminal once, with its file and line, and that it is mended',
    async () => {
      const preview = await running(['preview', '--port', '0']);
      put('plan/new.yaml', 'title: [\n');
      await preview.says(/\d\d:\d\d:\d\d\n✗ plan\/new\.yaml:\d+ .+\n/);
      put('plan/new.yaml', 'title: A\nstrands: [race]\nstatus: planned\n');
      await preview.says(/✗ plan\/new[\s\S]*\d\d:\d\d:\d\d\n✓ Nothing is left to mend\.\n/);
      expect(await preview.stop()).toBe(0);
    },
    LONG,
  );

  test(
    '--open hands the page’s address to the user’s browser',
    async () => {
      const bin = join(school, '.bin');
      mkdirSync(bin);
      writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > "$HOME/.opened"\n`);
      chmodSync(join(bin, 'xdg-open'), 0o755);
      const path = `${bin}:${process.env.PATH}`;
      const preview = await running(['preview', 'governors', '--open', '--port', '0'], { PATH: path });
      expect(readFileSync(join(school, '.opened'), 'utf8')).toBe(`${preview.address}/report/governors`);
      rmSync(join(school, '.opened'));
      const without = await running(['preview', '--open', '--port', '0'], { PATH: '/nowhere' });
      expect(without.err()).toContain('No browser could be opened: open that address yourself.');
      expect(existsSync(join(school, '.opened'))).toBe(false);
    },
    LONG,
  );
});

describe('in a browser', () => {
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await openAsking(['--no-sandbox']);
  }, LONG);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    faults.length = 0;
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
  });
  afterEach(() => page.close());
  const until = (expression: string) => page.waitForFunction(expression, { timeout: PATIENCE, polling: 25 });
  const text = (what: string): string => `document.body.innerText.includes(${JSON.stringify(what)})`;

  test(
    'a page is loaded anew after a save, stays where it was scrolled to, and breaks no rule of its own policy',
    async () => {
      const preview = await running(['preview', 'race', '--port', '0']);
      await page.goto(`${preview.address}${PAGE}`);
      await page.evaluate('scrollTo(0, 1200)');
      put(RACE, race('Seen at once: two things troubled us'));
      await until(text('Seen at once: two things'));
      expect(await page.evaluate('scrollY')).toBe(1200);
      // It listens again, and to no more than once.
      put(RACE, race('Seen again: two things troubled us'));
      await until(text('Seen again: two things'));
      put('notes.txt', 'not for lem');
      put('plan/unasked.md', 'nor this');
      await page.evaluate('window.same = true');
      await pause(600);
      expect(await page.evaluate('window.same')).toBe(true);
      expect(faults).toEqual([]);
    },
    LONG,
  );

  test(
    'a mistake is shown over the last good page, within reach of everyone, and goes once it is mended',
    async () => {
      const preview = await running(['preview', 'race', '--port', '0']);
      await page.goto(`${preview.address}${PAGE}`);
      await page.evaluate('scrollTo(0, 900)');
      put(RACE, `${race('Not to be seen')}goals: [\n`);
      await until(`document.querySelector('aside.lem-bar')`);
      const said = String(await page.evaluate(`document.querySelector('aside.lem-bar').innerText`));
      expect(said).toMatch(/accreditation\/2025-26\/race\.yaml:\d+/);
      expect(await page.evaluate(text('Two things troubled us'))).toBe(true);
      expect(await page.evaluate('scrollY')).toBe(900);
      expect(faults).toEqual([]);
      await page.setBypassCSP(true);
      await page.reload();
      expect(await faultsOf(page)).toEqual({ wrong: [], unsure: [] });
      put(RACE, race('Mended: two things troubled us'));
      await until(text('Mended: two things'));
      expect(await page.evaluate(`document.querySelector('aside.lem-bar')`)).toBeNull();
    },
    LONG,
  );

  test(
    'a template of the school’s own that comes, fails and goes is followed',
    async () => {
      const preview = await running(['preview', 'race', '--port', '0']);
      await page.goto(`${preview.address}${PAGE}`);
      put('templates/reports/summary.hbs', '<h1>Ours: {{strand}}</h1>\n');
      await until(text('Ours: Race'));
      put('templates/reports/summary.hbs', '<h1>Ours: {{strand}}</h1>\n{{strnad}}\n');
      await until(text('templates/reports/summary.hbs:2'));
      expect(await page.evaluate(text('Ours: Race'))).toBe(true);
      rmSync(join(school, 'templates'), { recursive: true });
      await until(text('Two things troubled us'));
    },
    LONG,
  );

  test(
    'the list of all documents leads to each; axe finds nothing in it at either width',
    async () => {
      const preview = await running(['preview', '--port', '0']);
      await page.setBypassCSP(true);
      for (const width of [1280, 360]) {
        await page.setViewport({ width, height: 800 });
        await page.goto(preview.address);
        expect(await faultsOf(page)).toEqual({ wrong: [], unsure: [] });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      await page.click(`a[href="${PAGE}"]`);
      await until(text('Two things troubled us'));
    },
    LONG,
  );

  test(
    'a page says when the preview has ended, and goes on with the next one',
    async () => {
      const first = await running(['preview', '--port', '0']);
      await page.goto(`${first.address}${PAGE}`);
      await first.stop();
      await until(`${text('The preview has ended.')}`);
      put(RACE, race('Written meanwhile: two things troubled us'));
      await running(['preview', '--port', new URL(first.address).port]);
      await until(text('Written meanwhile'));
      expect(await page.evaluate(text('The preview has ended.'))).toBe(false);
    },
    LONG,
  );

  test(
    'a page that is hidden asks for nothing, and is of the files as they are once it is seen',
    async () => {
      const preview = await running(['preview', '--port', '0']);
      await page.goto(`${preview.address}${PAGE}`);
      const hide = (isHidden: boolean) =>
        page.evaluate(
          `Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true }); document.dispatchEvent(new Event('visibilitychange'))`,
        );
      await page.evaluate('window.same = true');
      await hide(true);
      put(RACE, race('Written behind: two things troubled us'));
      await pause(600);
      expect(await page.evaluate('window.same')).toBe(true);
      await hide(false);
      await until(text('Written behind'));
    },
    LONG,
  );

  test(
    'another site gets nothing of it: not as data, picture, script, style, frame or stream',
    async () => {
      const preview = await running(['preview', '--port', '0']);
      const target = `${preview.address}${PAGE}`;
      const site = createServer((_, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>elsewhere</title>');
      });
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      try {
        // Another port of this machine: the nearest that a stranger can come.
        await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
        const got = await page.evaluate(`(async () => {
          const url = ${JSON.stringify(target)};
          const by = (make) => new Promise((resolve) => {
            const element = make();
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('refused');
            document.head.append(element);
          });
          const make = (name, more) => () => Object.assign(document.createElement(name), more);
          const fetched = (options) => fetch(url, options).then((answer) => answer.text().then((text) => [answer.type, text]), () => 'refused');
          const inside = (asked) => { try { return asked().body.innerText } catch { return 'refused' } };
          const frame = document.createElement('iframe');
          frame.src = url;
          document.body.append(frame);
          const stream = new Promise((resolve) => {
            const source = new EventSource(new URL('/events?page=/', url));
            source.onopen = () => resolve('opened');
            source.onerror = () => resolve('refused');
          });
          const opened = window.open(url);
          await new Promise((resolve) => setTimeout(resolve, 1000));
          return {
            cors: await fetched({}),
            credentials: await fetched({ credentials: 'include' }),
            blind: await fetched({ mode: 'no-cors' }),
            image: await by(make('img', { src: url })),
            script: await by(make('script', { src: url })),
            style: await by(make('link', { rel: 'stylesheet', href: url })),
            framed: inside(() => frame.contentDocument),
            stream: await stream,
            read: inside(() => opened.document),
          };
        })()`);
        expect(got).toEqual({
          cors: 'refused',
          credentials: 'refused',
          blind: 'refused',
          image: 'refused',
          script: 'refused',
          style: 'refused',
          framed: 'refused',
          stream: 'refused',
          read: 'refused',
        });
        // Nor does it show in the frame: a page may be drawn where it can't be read, and a click be led astray.
        const shown = page.frames().filter((frame) => frame !== page.mainFrame());
        expect(shown).toHaveLength(1);
        expect(shown[0]?.url()).not.toContain(preview.address);
      } finally {
        site.closeAllConnections();
        site.close();
      }
    },
    LONG,
  );
});
