import { createHash } from 'node:crypto';
import { findBrowser, type Surroundings } from '../src/shell/browser/find.ts';
import { pagesOf, sameBytes } from '../src/shell/browser/same-bytes.ts';

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
