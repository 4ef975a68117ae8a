import { createHash } from 'node:crypto';
import { embedDigest } from '../src/shell/browser/embed-digest.ts';
import { findBrowser, type Surroundings } from '../src/shell/browser/find.ts';
import { inTime, limitFor } from '../src/shell/browser/limit.ts';
import { pool } from '../src/shell/browser/pool.ts';
import { pagesOf, sameBytes } from '../src/shell/browser/same-bytes.ts';
import { nameWith } from '../src/shell/browser/version.ts';

const LINUX: Surroundings = {
  platform: 'linux',
  arch: 'x64',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  home: '/home/a',
  isThere: () => false,
  hasEmbedded: false,
};
const having = (...paths: readonly string[]): Pick<Surroundings, 'isThere'> => ({
  isThere: (path) => paths.includes(path),
});

describe('finding a browser', () => {
  test.each<readonly [string, Partial<Surroundings>, string]>([
    [
      'the user’s own comes first',
      {
        env: { LEM_BROWSER: '/opt/mine', PUPPETEER_EXECUTABLE_PATH: '/opt/other', PATH: '/usr/bin' },
        ...having('/opt/mine', '/opt/other', '/usr/bin/google-chrome'),
      },
      '/opt/mine',
    ],
    [
      'then that of puppeteer',
      {
        env: { PUPPETEER_EXECUTABLE_PATH: '/opt/other', PATH: '/usr/bin' },
        ...having('/opt/other', '/usr/bin/google-chrome'),
      },
      '/opt/other',
    ],
    [
      'a name is looked for on the PATH',
      { env: { LEM_BROWSER: 'brave', PATH: '/usr/bin:/opt/bin' }, ...having('/opt/bin/brave') },
      '/opt/bin/brave',
    ],
    [
      'a headless shell before Chrome',
      having('/usr/bin/chromium-headless-shell', '/usr/bin/google-chrome'),
      '/usr/bin/chromium-headless-shell',
    ],
    ['Chrome before Edge', having('/opt/google/chrome/chrome', '/usr/bin/microsoft-edge'), '/opt/google/chrome/chrome'],
    ['Edge before Chromium', having('/usr/bin/microsoft-edge', '/usr/bin/chromium'), '/usr/bin/microsoft-edge'],
    ['the PATH before usual places', having('/usr/local/bin/chromium', '/usr/bin/chromium'), '/usr/local/bin/chromium'],
    [
      'a relative folder on the PATH is passed over',
      { env: { PATH: '.::bin:/usr/bin' }, ...having('chromium', 'bin/chromium', './chromium', '/usr/bin/chromium') },
      '/usr/bin/chromium',
    ],
    [
      'an empty variable is as none',
      { env: { LEM_BROWSER: '', PATH: '/usr/bin' }, ...having('/usr/bin/chromium') },
      '/usr/bin/chromium',
    ],
    [
      'a Mac’s applications',
      { platform: 'darwin', ...having('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge') },
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    [
      'those of a Mac’s user',
      { platform: 'darwin', ...having('/home/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome') },
      '/home/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'Windows’ programs',
      {
        platform: 'win32',
        env: { PROGRAMFILES: 'C:\\Program Files', Path: 'C:\\Windows' },
        ...having('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'),
      },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'those a Windows user installed without an administrator',
      {
        platform: 'win32',
        env: { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
        ...having('C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'),
      },
      'C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ],
  ])('%s', (_, around, path) => {
    expect(findBrowser({ ...LINUX, ...around })).toMatchObject({ state: 'path', path });
  });

  test.each<readonly [string, Partial<Surroundings>, string]>([
    ['one installed with lem comes last', { hasEmbedded: true }, 'embedded'],
    [
      'it can be asked for',
      { hasEmbedded: true, env: { LEM_BROWSER: 'embedded', PATH: '/usr/bin' }, ...having('/usr/bin/chromium') },
      'embedded',
    ],
    ['it runs on one kind of machine only', { hasEmbedded: true, arch: 'arm64' }, 'none'],
    [
      'asked for where it is not, it is not replaced',
      { env: { LEM_BROWSER: 'embedded', PATH: '/usr/bin' }, ...having('/usr/bin/chromium') },
      'none',
    ],
    [
      'nor is a path that leads nowhere',
      { env: { LEM_BROWSER: '/opt/gone', PATH: '/usr/bin' }, ...having('/usr/bin/chromium') },
      'none',
    ],
    [
      'nor puppeteer’s',
      { env: { PUPPETEER_EXECUTABLE_PATH: '/opt/gone', PATH: '/usr/bin' }, ...having('/usr/bin/chromium') },
      'none',
    ],
    ['there may be none', {}, 'none'],
  ])('%s', (_, around, state) => {
    expect(findBrowser({ ...LINUX, ...around })).toMatchObject({ state });
  });

  test('the message names the variable that leads nowhere, and what to do where there is none', () => {
    expect(findBrowser({ ...LINUX, env: { LEM_BROWSER: '/opt/gone' } })).toMatchObject({
      message: expect.stringContaining('LEM_BROWSER'),
      remedy: expect.stringContaining('LEM_BROWSER'),
    });
    expect(findBrowser(LINUX)).toMatchObject({
      remedy: expect.stringMatching(/Chrome, Edge or Chromium.*LEM_BROWSER.*--html-only/),
    });
  });
});

describe('the same bytes', () => {
  const written = (date: string, first: number): Uint8Array =>
    Buffer.from(
      `%PDF\n/CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+01'00')>>\n/Type /Pages /Type /Page\n/Type /Page>>\n/ID (node${String(first + 9).padStart(8, '0')}) /Names [(node${String(first).padStart(8, '0')}) 1 (node${String(first + 9).padStart(8, '0')}) 2]\xff`,
      'latin1',
    );

  test('dates and ids become the same, and every byte keeps its place', () => {
    const [one, two] = [written('20270601101112', 3), written('20280701101112', 4711)];
    const [a, b] = [sameBytes(one, 1_780_272_000), sameBytes(two, 1_780_272_000)];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
    expect(a).toHaveLength(one.length);
    expect(Buffer.from(a).toString('latin1')).toContain("/CreationDate (D:20260601000000+00'00')");
    expect(Buffer.from(a).toString('latin1')).toContain('/Names [(node00000001) 1 (node00000002) 2]');
    expect(createHash('sha256').update(sameBytes(a, 1_780_272_000)).digest('hex')).toBe(
      createHash('sha256').update(a).digest('hex'),
    );
  });

  test('pages are counted', () => {
    expect(pagesOf(written('20270601101112', 3))).toBe(2);
  });
});

describe('the digest in a PDF', () => {
  const DIGEST = 'ab'.repeat(32);
  /** A PDF of the form that Chromium writes. */
  const pdfOf = (title: string, end = '\n'): Buffer => {
    const objects = [
      `1 0 obj\n<</Title ${title}\n/Creator (Chromium)\n/Producer (Skia)>>\nendobj\n`,
      '2 0 obj\n<</Type /Catalog>>\nendobj\n',
    ];
    let text = '%PDF-1.4\n';
    const places = objects.map((object) => {
      const at = text.length;
      text += object;
      return `${String(at).padStart(10, '0')} 00000 n \n`;
    });
    const table = `xref\n0 3\n0000000000 65535 f \n${places.join('')}`;
    return Buffer.from(
      `${text}${table}trailer\n<</Size 3\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF${end}`,
      'latin1',
    );
  };
  const embedded = (pdf: Uint8Array, created = 5): string =>
    Buffer.from(embedDigest(pdf, { digest: DIGEST, created })).toString('latin1');

  test.each([
    ['plain', '(A plain title)'],
    ['with what looks like the end', '(a endobj >> << trailer xref)'],
    ['with brackets and what looks like an entry', '(a \\(b\\) /Creator \\(c\\))'],
    ['in hexadecimal digits', '<FEFF0041>'],
  ])('is appended; a title %s stays, and no byte moves', (_, title) => {
    const pdf = pdfOf(title);
    const text = embedded(pdf);
    expect(text.startsWith(pdf.toString('latin1'))).toBe(true);
    const added = text.slice(pdf.length);
    const [object, rest = ''] = added.split('xref\n', 2);
    expect(object).toBe(
      `1 0 obj\n<</Title ${title}\n/Creator (lem)\n/Producer (Skia)\n/Keywords (lem content sha256-${DIGEST})>>\nendobj\n`,
    );
    expect(rest.split('\n')[1]).toBe(`${String(pdf.length).padStart(10, '0')} 00000 n `);
    const [, previous] = /\/Prev (\d+)/.exec(added) ?? [];
    expect(pdf.toString('latin1').slice(Number(previous), Number(previous) + 5)).toBe('xref\n');
    const [, last] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
    expect(text.slice(Number(last), Number(last) + 11)).toBe('xref\n1 1\n00');
  });

  test('a file without a last line break gets one', () => {
    expect(embedded(pdfOf('(a)', ''))).toContain('%%EOF\n1 0 obj');
  });

  test('the ID says which document it is, then which printing of it', () => {
    const idOf = (text: string): readonly string[] => [...text.matchAll(/<([0-9a-f]{32})>/g)].map(([, id]) => id ?? '');
    const [document, printing] = idOf(embedded(pdfOf('(a)')));
    expect(idOf(embedded(pdfOf('(a)')))).toEqual([document, printing]);
    const [same, other] = idOf(embedded(pdfOf('(b)')));
    expect([same === document, other === printing]).toEqual([true, false]);
    expect(idOf(embedded(pdfOf('(a)'), 6))[0]).not.toBe(document);
  });

  test('what is no such PDF is refused', () => {
    for (const pdf of ['', '%PDF-1.7\nstartxref\n9\n%%EOF', pdfOf('(a)').toString('latin1').replace('/Info', '/Other')])
      expect(() => embedded(Buffer.from(pdf, 'latin1'))).toThrow('form that lem does not know');
  });
});

test('a browser too old to number pages says so', () => {
  expect(nameWith('Chromium', 'HeadlessChrome/131.0.6778.0')).toBe('Chromium');
  expect(nameWith('Chromium', 'Chrome/130.0.1.2')).toMatch(/^Chromium 130; .*131/);
  expect(nameWith('Brave', 'something else')).toBe('Brave');
});

test('a long document may take longer than a short one', () => {
  expect(limitFor('', 30_000)).toBe(30_000);
  expect(limitFor('x'.repeat(2_000_000), 30_000)).toBeGreaterThan(60_000);
});

test('what does not come in time is late, and its failing later harms nobody', async () => {
  expect(await inTime(Promise.resolve(1), 1_000)).toBe(1);
  let fail: (error: Error) => void = () => undefined;
  const never = new Promise((_, reject) => {
    fail = reject;
  });
  expect(await inTime(never, 1)).toBe('late');
  fail(new Error('later'));
  await new Promise((resolve) => setImmediate(resolve));
});

describe('a pool', () => {
  const counted = (most: number) => {
    let made = 1;
    return { of: pool(1, async () => ++made, most), made: () => made };
  };
  const held = () => {
    let letGo: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    return { until, letGo };
  };

  test('makes no more than one for jobs that come one by one', async () => {
    const { of, made } = counted(2);
    for (let job = 0; job < 5; job++) expect(await of.use(async (one) => one)).toBe(1);
    expect(made()).toBe(1);
  });

  test('makes another for jobs at once, then has them wait in order', async () => {
    const { of, made } = counted(2);
    const holds = [held(), held()];
    const order: number[] = [];
    const jobs = [0, 1, 2, 3].map((job) =>
      of.use(async () => {
        await holds[job]?.until;
        order.push(job);
      }),
    );
    holds[1]?.letGo();
    await jobs[3];
    expect(order).toEqual([1, 2, 3]);
    holds[0]?.letGo();
    await Promise.all(jobs);
    expect(made()).toBe(2);
  });

  test('goes on after a job that fails, and after one that could not be made', async () => {
    const of = pool(1, () => Promise.reject(new Error('no more')), 2);
    const hold = held();
    const first = of.use(() => hold.until);
    await expect(of.use(async (one) => one)).rejects.toThrow('no more');
    hold.letGo();
    await first;
    await expect(of.use(() => Promise.reject(new Error('fails')))).rejects.toThrow('fails');
    expect(await of.use(async (one) => one)).toBe(1);
  });
});
