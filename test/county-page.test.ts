import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { faultsOf, openAsking } from './support/axe.ts';
import { countyWorld } from './support/county.ts';
import { lemIn } from './support/in-process.ts';

const SAMPLE = fileURLToPath(new URL('../examples/ribble-bank', import.meta.url));
const HOSTILE = '</th><script>document.title="taken"</script><img src=x onerror="document.title=1">{{7}} "A"';
/** Each with its URN, phase and how many badges it holds. */
const SCHOOLS = [
  ['Zion Primary School', '100001', 'primary', 0],
  ['école d’Été', '100002', 'primary', 3],
  [HOSTILE, '100003', 'special', 1],
  ['Abbey High School', '100004', 'secondary', 10],
] as const;

let folder = '';
let browser: Browser;
let html = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lem écoles '));
  for (const [name, urn, phase, held] of SCHOOLS) {
    const school = join(folder, urn);
    cpSync(SAMPLE, school, { recursive: true });
    const settings = { format: 1, programme: 'lem-5', school: { name, urn, phase } };
    writeFileSync(join(school, 'lem.yaml'), JSON.stringify(settings));
    const strands = ['race', 'gender', 'disability', 'sexual-orientation', 'religion-and-belief'].slice(0, held);
    const decisions = Object.fromEntries(strands.map((strand) => [strand, 'awarded']));
    const visits = held === 0 ? [] : [{ date: '2025-07-03', kind: 'accreditation', decisions }];
    writeFileSync(join(school, 'awards.yaml'), JSON.stringify({ visits }));
  }
  cpSync(SAMPLE, join(folder, 'broken'), { recursive: true });
  writeFileSync(join(folder, 'broken/lem.yaml'), 'format: 1\nprogramme: "<b>lem-9"\nschool: { name: Broken School }\n');
  await lemIn(countyWorld(folder), ['county', '.', '--html', 'county.html', '--smallest-group', '2']);
  html = readFileSync(join(folder, 'county.html'), 'utf8');
  browser = await openAsking();
}, 60_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page from disk as a user opens it: with its own policy, and what it asks for besides. */
async function opened({
  width = 1280,
  scripts = true,
} = {}): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const page = await browser.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => void (request.url().startsWith('data:') || asked.push(request.url())));
  page.on('pageerror', (error) => void faults.push(String(error)));
  page.on('console', (message) => void faults.push(message.text()));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 800 });
  await page.goto(pathToFileURL(join(folder, 'county.html')).href);
  return { page, asked, faults };
}

/** What an expression comes to in the page. */
async function ask<T>(page: Page, expression: string): Promise<T> {
  return (await page.evaluate(expression)) as T;
}

const shown = (page: Page): Promise<readonly string[]> =>
  ask(
    page,
    `[...document.querySelectorAll('.schools tbody tr')].filter((row) => !row.hidden).map((row) => row.querySelector('.urn')?.textContent ?? 'none')`,
  );
const count = (page: Page): Promise<string | null> => page.$eval('.count', ({ textContent }) => textContent);

test('it fetches nothing, and no script runs but its own', async () => {
  const { page, asked, faults } = await opened();
  expect(asked).toHaveLength(1);
  expect(faults).toEqual([]);
  expect(await page.title()).toBe('County overview, 8 June 2026');
  expect(await page.$$eval('img, b > b', (all) => all.length)).toBe(0);
  // A name stands there as it was written, and a script that is added is not run.
  expect(await page.$eval('.schools tbody', ({ textContent }) => textContent)).toContain(HOSTILE.slice(5, 27));
  await ask(
    page,
    `{ const script = document.createElement('script'); script.textContent = 'document.title = "taken"'; document.body.append(script); }`,
  );
  expect(await page.title()).toBe('County overview, 8 June 2026');
  expect(html.match(/script-src/g)).toHaveLength(1);
  expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  await page.close();
});

test('it sorts by the keyboard alone, both ways, and says which', async () => {
  const { page } = await opened();
  const press = async (head: string): Promise<string | null> => {
    await ask(
      page,
      `[...document.querySelectorAll('.schools thead button')].find((each) => each.textContent === '${head}').focus()`,
    );
    await page.keyboard.press('Enter');
    return page.$eval('.schools [aria-sort]', (th) => `${th.textContent} ${th.getAttribute('aria-sort')}`);
  };
  expect(await shown(page)).toEqual(['100001', '100002', '100003', '100004', 'none']);
  expect(await press('School')).toBe('School ascending');
  expect(await shown(page)).toEqual(['100003', '100004', 'none', '100002', '100001']);
  expect(await press('School')).toBe('School descending');
  expect(await shown(page)).toEqual(['100001', '100002', 'none', '100004', '100003']);
  // Most badges first; the broken school has no number, and stands last both ways.
  expect(await press('Held')).toBe('Held descending');
  expect(await shown(page)).toEqual(['100004', '100002', '100003', '100001', 'none']);
  expect(await press('Held')).toBe('Held ascending');
  expect(await shown(page)).toEqual(['100001', '100003', '100002', '100004', 'none']);
  await page.close();
});

test('it filters by words, by phase and by what there is to do, and says how many are left', async () => {
  const { page } = await opened();
  expect(await count(page)).toBe('5 of 5 schools');
  await page.type('#find', 'SCHOOL abb');
  expect([await shown(page), await count(page)]).toEqual([['100004'], '1 of 5 schools']);
  await page.type('#find', 'zz');
  expect([await shown(page), await count(page)]).toEqual([[], '0 of 5 schools']);
  expect(await ask(page, `document.querySelector('.nothing').hidden`)).toBe(false);
  await ask(page, `document.getElementById('find').value = ''`);
  await page.select('#phase', 'primary');
  expect(await shown(page)).toEqual(['100001', '100002']);
  await page.select('#phase', '*');
  await page.select('#show', 'errors');
  expect(await shown(page)).toContain('none');
  await page.select('#show', 'mark');
  expect(await shown(page)).toEqual(['100004']);
  await page.close();
});

test('without scripts every school is there, and nothing that would do nothing', async () => {
  const { page } = await opened({ scripts: false });
  expect(await page.$$eval('.schools tbody tr', (rows) => rows.length)).toBe(5);
  expect(await page.$$eval('button', (all) => all.length)).toBe(0);
  expect(await page.$$eval('.controls[hidden]', (all) => all.length)).toBe(1);
  await page.close();
});

test.each([1280, 360])(
  'at %i px axe finds nothing, and nothing is wider than the page',
  async (width) => {
    const { page } = await opened({ width });
    expect(await ask<number>(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const { wrong, unsure } = await faultsOf(page);
    // On a narrow screen what a table scrolls out of sight can’t be computed; on a wide one it is.
    expect([wrong, width === 1280 ? unsure : []]).toEqual([[], []]);
    await page.close();
  },
  30_000,
);
