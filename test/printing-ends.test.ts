import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { scratch } from '../src/shell/browser/scratch.ts';
import { openBrowser } from '../src/shell/browser.ts';
import type { BrowserOpened, Printing } from '../src/world.ts';
import { fakeBrowser, processesWith } from './support/browsers.ts';
import { DIGEST } from './support/pages.ts';

// However printing ends, no browser stays, no folder of one, and no half of a file. These tests need a browser.
const LONG = 180_000;
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const LEM = join(ROOT, 'bin/lem.js');
/** Browsers are told apart by the folder that each has in this one. */
const onLinux = process.platform === 'linux' ? test : test.skip;

let place: string;
let temporary: string;
let school: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'lem-ends é '));
  temporary = join(place, 'tmp');
  school = join(place, 'school');
  mkdirSync(temporary);
  cpSync(join(ROOT, 'examples/ribble-bank'), school, { recursive: true });
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** Waits until something holds; a test that waits for what never comes ends by its own time. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

/** No browser is left, nor anything of one. */
async function expectNothingLeft(folders: readonly string[] = []): Promise<void> {
  const started = Date.now();
  while (processesWith(temporary).length > 0 && Date.now() - started < 20_000) await pause(50);
  expect(processesWith(temporary)).toEqual([]);
  expect(readdirSync(temporary).filter((name) => !folders.some((folder) => name.startsWith(folder)))).toEqual([]);
}

const bare = (html: string): Printing => ({
  html: `<!doctype html><html lang="en-GB"><head><title>x</title></head><body>${html}`,
  digest: DIGEST,
  created: '2027-06-01',
});

/** More pages than anybody waits for. */
const ENDLESS = '<div style="height: 30000000px">x</div>';

type Open = Extract<BrowserOpened, { state: 'open' }>;
async function open(env: { readonly [name: string]: string | undefined } = {}, limit?: number): Promise<Open> {
  const opened = await openBrowser({ ...process.env, TMPDIR: temporary, ...env }, limit);
  if (opened.state === 'none') throw new Error(opened.message);
  return opened;
}

describe('a document', () => {
  test(
    'that takes for ever is ended, with what was printed beside it, and it is said',
    async () => {
      const browser = await open({}, 3_000);
      const [endless, beside] = await Promise.all([browser.print(bare(ENDLESS)), browser.print(bare('<p>a</p>'))]);
      expect(endless).toMatchObject({
        state: 'failed',
        message: 'The browser took longer than 3 s over one document and was closed.',
        remedy: expect.stringContaining('--html-only'),
      });
      expect(beside.state).toBe('printed');
      expect((await browser.print(bare('<p>a</p>'))).state).toBe('failed');
      await browser.close();
      await expectNothingLeft();
    },
    LONG,
  );

  test.each([
    ['elements in each other', '<table><tr><td>'.repeat(400)],
    [
      'boxes that size each other',
      '<div style="display: grid"><div style="display: flex; min-width: min-content">'.repeat(200),
    ],
  ])(
    'with thousands of %s is printed',
    async (_, html) => {
      const browser = await open();
      expect(await browser.print(bare(`${html}deep`)).finally(browser.close)).toMatchObject({ state: 'printed' });
    },
    LONG,
  );

  test(
    'of more than two hundred pages is printed',
    async () => {
      const browser = await open();
      const rows = '<tr><th scope="row">A<td>B<td>C</tr>'.repeat(20);
      const page = `<h2>Heading</h2><p>${'Words of a page. '.repeat(60)}</p><table><caption>Rows</caption>${rows}</table>`;
      const long = `<style>h2 { break-before: page }</style>${page.repeat(220)}`;
      const printed = await browser.print(bare(long)).finally(browser.close);
      expect(printed).toMatchObject({ state: 'printed' });
      expect(printed.state === 'printed' && printed.pages).toBeGreaterThanOrEqual(220);
    },
    LONG,
  );
});

describe('a browser', () => {
  onLinux(
    'that answers nothing is ended after its time, and it is said',
    async () => {
      const LEM_BROWSER = fakeBrowser(place, 'silent');
      expect(await openBrowser({ ...process.env, TMPDIR: temporary, LEM_BROWSER }, undefined, 1_500)).toMatchObject({
        state: 'none',
        message: expect.stringMatching(/did not start: .*longer than 1.5 s/),
      });
      await expectNothingLeft();
    },
    LONG,
  );

  onLinux(
    'that gets stuck over a document is ended after its time',
    async () => {
      const browser = await open({ LEM_BROWSER: fakeBrowser(place, 'stuck') }, 1_000);
      expect(await browser.print(bare('<p>a</p>'))).toMatchObject({
        message: expect.stringContaining('longer than 1 s'),
      });
      await expectNothingLeft();
    },
    LONG,
  );

  onLinux(
    'too old to number pages is used, and it is said',
    async () => {
      const browser = await open({ LEM_BROWSER: fakeBrowser(place, 'version:120') });
      expect(browser.name).toMatch(/^fake-version-120 120; pages bear no numbers/);
      expect((await browser.print(bare('<p>a</p>')).finally(browser.close)).state).toBe('printed');
    },
    LONG,
  );
});

/** `lem summary render` in a process of its own. */
function render(words: readonly string[], env: { readonly [name: string]: string } = {}) {
  const child = spawn(process.execPath, [LEM, 'summary', 'render', '--on', '2026-06-08', ...words], {
    cwd: school,
    env: { ...process.env, TMPDIR: temporary, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = new Promise<{ readonly code: number | null; readonly signal: string | null; readonly said: string }>(
    (resolve) => child.on('close', (code, signal) => resolve({ code, signal, said })),
  );
  return { child, ended };
}

const built = (): readonly string[] => {
  const build = join(school, 'build');
  return existsSync(build)
    ? readdirSync(build, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.includes('.'))
        .sort()
    : [];
};

/** A template of the school's own over which no browser comes to an end. */
function makeEndless(): void {
  mkdirSync(join(school, 'templates/reports'), { recursive: true });
  writeFileSync(join(school, 'templates/reports/summary.css'), 'main { height: 30000000px }\n');
}

describe('the command', () => {
  onLinux(
    'whose browser dies half-way keeps what is done, as HTML what is not, and says so',
    async () => {
      const LEM_BROWSER = fakeBrowser(place, 'dies:2');
      const { code, said } = await render(['--all', '--format', 'pdf'], { LEM_BROWSER }).ended;
      expect(code).toBe(2);
      expect(said).toContain('The browser ended before the document was printed.');
      // Two were under way: one of them may have come off.
      const files = built();
      expect(files).toHaveLength(3 + 1);
      expect(files.filter((name) => name.endsWith('.html')).length).toBeGreaterThanOrEqual(3);
      await expectNothingLeft();
    },
    LONG,
  );

  onLinux.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    '%s ends the browser too, in the middle of a document',
    async (signal, exit) => {
      makeEndless();
      const { child, ended } = render(['race']);
      await until(() => processesWith(temporary).length > 0);
      await pause(1_500);
      child.kill(signal);
      expect((await ended).code).toBe(exit);
      await expectNothingLeft();
      expect(built()).toEqual([]);
    },
    LONG,
  );

  onLinux(
    'SIGINT while the browser starts leaves nothing',
    async () => {
      for (const wait of [0, 100, 300]) {
        const { child, ended } = render(['race']);
        await until(() => readdirSync(temporary).length > 0);
        await pause(wait);
        child.kill('SIGINT');
        expect((await ended).code).toBe(130);
        await expectNothingLeft();
      }
    },
    LONG,
  );

  onLinux(
    'killed, it leaves no browser; the folder of one goes with the next',
    async () => {
      makeEndless();
      for (const wait of [0, 1_500]) {
        const { child, ended } = render(['race']);
        await until(() => processesWith(temporary).length > 0);
        await pause(wait);
        child.kill('SIGKILL');
        expect((await ended).signal).toBe('SIGKILL');
        await expectNothingLeft(['lem-browser-']);
        expect(built()).toEqual([]);
      }
      expect(readdirSync(temporary)).not.toEqual([]);
      rmSync(join(school, 'templates'), { recursive: true });
      expect((await render(['race']).ended).code).toBe(0);
      await expectNothingLeft();
    },
    LONG,
  );

  test.each([
    ['writeSync', 1],
    ['writeSync', 2],
    ['fsyncSync', 2],
    ['renameSync', 1],
    ['linkSync', 1],
  ] as const)(
    'on a disk that is full, at %s no. %i, leaves nothing, and says so',
    async (call, nth) => {
      // What the faults of kill.test.ts do step by step, for a document: only the steps that write it.
      writeFileSync(
        join(place, 'full.mjs'),
        `import fs from 'node:fs';
        import { syncBuiltinESMExports } from 'node:module';
        const real = fs.${call};
        let left = ${nth};
        fs.${call} = (...all) => {
          if (--left === 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
          return real(...all);
        };
        syncBuiltinESMExports();`,
      );
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [
          '--import',
          pathToFileURL(join(place, 'full.mjs')).href,
          LEM,
          'summary',
          'render',
          'race',
          '--on',
          '2026-06-08',
        ],
        { cwd: school, env: { ...process.env, TMPDIR: temporary, NO_COLOR: '1' }, encoding: 'utf8' },
      );
      const isUsed = status !== 0;
      expect([status, built()]).toEqual(isUsed ? [2, []] : [0, ['2025-26/race.html', '2025-26/race.pdf']]);
      if (isUsed) expect(stdout + stderr).toContain('the disk is full');
      else expect(['renameSync', 'linkSync']).toContain(call);
      await expectNothingLeft();
    },
    LONG,
  );
});

test('the folder of a browser whose lem is alive stays, and so does what is not one', () => {
  const ours = scratch(temporary);
  try {
    const names = [`lem-browser-${process.ppid}-abc`, 'lem-browser-mine', 'lem-other-999999999-abc'];
    const gone = 'lem-browser-999999999-abc';
    for (const name of [...names, gone]) mkdirSync(join(temporary, name));
    for (const name of names) utimesSync(join(temporary, name), 0, 0);
    const other = scratch(temporary);
    other.remove();
    expect(readdirSync(temporary).sort()).toEqual([...names, ours.folder.slice(temporary.length + 1)].sort());
  } finally {
    ours.remove();
  }
});
