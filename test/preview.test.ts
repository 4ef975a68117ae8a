import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../src/model/outcome.ts';
import { files } from '../src/shell/files.ts';
import { pageServer } from '../src/views/html/served-page.ts';
import { type Answered, ask as askAt, listen } from './support/asking.ts';
import { outcomeIn, printed, worldIn } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
let open: Outcome | null = null;
afterEach(async () => {
  await open?.watch?.end?.();
  open = null;
});

interface Preview {
  /** The address that is printed first. */
  readonly address: string;
  /** What is printed at first. */
  readonly text: string;
  readonly ask: (path: string) => Promise<Answered>;
  /** What a save comes to. */
  readonly saved: () => Promise<string>;
  /** The folders that are watched at the moment. */
  readonly folders: () => readonly string[];
}

async function previewIn(folder: string, words: readonly string[], today: string): Promise<Preview> {
  const outcome = await outcomeIn(worldIn(folder, { today }), ['preview', '--port', '0', ...words]);
  open = outcome;
  const text = await printed(outcome.report);
  const [address = ''] = text.split('\n');
  return {
    address,
    text,
    ask: (path) => askAt(address, path),
    saved: async () => printed((await outcome.watch?.again())?.report ?? []),
    folders: () => outcome.watch?.folders() ?? [],
  };
}

const preview = (...words: readonly string[]): Promise<Preview> => previewIn(school.path('.'), words, '2026-06-08');

const RACE = '/summary/2025-26/race';
const FILE = 'accreditation/2025-26/race.yaml';

test('every document is served, on this machine alone, and nothing is written', async () => {
  const { address, ask } = await preview();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const { body } = await ask('/');
  const paths = [...body.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(paths).toEqual(
    expect.arrayContaining(['/summary/2025-26/race', '/report', '/report/governors', '/report/team', '/report/public']),
  );
  for (const path of paths.filter((each) => each.startsWith('/')))
    expect([path, (await ask(path)).status]).toEqual([path, 200]);
  expect(school.read('build')).toBeNull();
}, 60_000);

test('what is not a page is none: no path reaches the file system', async () => {
  const { ask } = await preview();
  for (const path of [
    '/lem.yaml',
    '/../lem.yaml',
    '/%2e%2e/lem.yaml',
    '/report/',
    '/summary/2025-26/race/..',
    '/%',
    '//x',
    '/summary/2025-26/__proto__',
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
});

test('the only script that may run is lem’s own, by a word that is another each time', async () => {
  const { ask } = await preview();
  const [one, two] = [await ask('/report'), await ask('/report')];
  const nonce = ({ headers }: Answered) =>
    /script-src 'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
  expect(nonce(one)).toMatch(/^[\w+/]{20,}$/);
  expect(nonce(one)).not.toBe(nonce(two));
  expect(one.body.match(/<script\b/g)).toHaveLength(1);
  expect(one.body).toContain(`nonce="${nonce(one)}"`);
});

test('a save tells the pages that are open, and only those that it changes', async () => {
  const { address, ask, saved } = await preview('race');
  expect(address).toMatch(/\/summary\/2025-26\/race$/);
  const markOf = async (path: string) => /data-mark="([0-9a-f]{16})"/.exec((await ask(path)).body)?.[1] ?? '';
  const listening = async (path: string) =>
    listen(address, `/events?${new URLSearchParams({ page: path, mark: await markOf(path) })}`);
  const [summary, other] = [await listening(RACE), await listening('/summary/2024-25/disability')];
  school.put('README.md', 'Nothing of it.\n');
  expect(await saved()).toBe('');
  expect(summary.said()).not.toContain('event:');
  const text = school.read(FILE) ?? '';
  const changed = text.replace('Two things troubled us', 'Seen at once. Two things troubled us');
  expect(changed).not.toBe(text);
  school.put(FILE, changed);
  expect(await saved()).toBe(`12:00:00 ${RACE}\n`);
  await summary.until(/event: reload/);
  expect(other.said()).not.toContain('event:');
  expect((await ask(RACE)).body).toContain('Seen at once.');
  other.end();
});

test('a page that is asked for is of the files as they are, also where no change is told of', async () => {
  const { ask } = await preview();
  await ask(RACE);
  school.put(
    FILE,
    (school.read(FILE) ?? '').replace('Two things troubled us', 'On a network drive, two things troubled us'),
  );
  expect((await ask(RACE)).body).toContain('On a network drive');
});

test('while a file can’t be read, the last good page stays and says where', async () => {
  const { ask, saved } = await preview('race');
  const path = '/summary/2025-26/race';
  const file = 'accreditation/2025-26/race.yaml';
  const before = (await ask(path)).body;
  const heading = /<h1[\s\S]*?<\/h1>/.exec(before)?.[0] ?? 'none';
  const sound = school.read(file) ?? '';
  school.put(file, `${sound}goals: [\n`);
  await saved();
  const { body } = await ask(path);
  expect(body).toContain(heading);
  expect(body).toMatch(/accreditation\/2025-26\/race\.yaml:\d+/);
  school.put(file, sound);
  await saved();
  expect((await ask(path)).body).not.toMatch(/race\.yaml:\d+/);
});

test('so it is with a template of the school’s own', async () => {
  const { ask, saved } = await preview('race');
  await ask('/summary/2025-26/race');
  school.put('templates/reports/summary.hbs', '<p>\n{{gaols}}');
  await saved();
  expect((await ask('/summary/2025-26/race')).body).toContain('templates/reports/summary.hbs:2');
  school.put('templates/reports/summary.hbs', '<h1>Ours: {{strand}}</h1>');
  await saved();
  expect((await ask('/summary/2025-26/race')).body).toContain('<h1>Ours: Race</h1>');
});

test('a port that is taken, or is none, and a document that there is not, are said', async () => {
  const { address } = await preview();
  const port = new URL(address).port;
  const lem = (...words: readonly string[]) => school.lem(['preview', ...words]);
  expect(await lem('--port', port)).toMatchObject({ exit: 2, text: expect.stringContaining(`Port ${port} is taken`) });
  expect(await lem('--port', '99999')).toMatchObject({ exit: 2, text: expect.stringContaining('is not a port') });
  expect(await lem('governers')).toMatchObject({ exit: 2, text: expect.stringContaining('Did you mean governors?') });
});

/** What the bar of a page says; null where it has none. */
function barOf({ body }: Answered): string | null {
  const [, bar] = /<aside class="lem-bar"[^>]*>([\s\S]*?)<\/aside>/.exec(body) ?? [];
  return bar === undefined
    ? null
    : bar
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
}

describe('what is wrong', () => {
  test('is said of a page that could be made all the same, which shows the files as they are', async () => {
    const { ask, saved } = await preview();
    await ask('/report');
    school.put('plan/new.yaml', 'title: Brand new\nstrands: [rcae]\nstatus: planned\n');
    expect(await saved()).toContain('✗ plan/new.yaml:2 There is no strand rcae');
    expect(barOf(await ask('/report'))).toBe(
      'There is something to mend. plan/new.yaml:2 There is no strand rcae in lem-5. Did you mean race?',
    );
  });

  test('in one file keeps back every page: what that file says must not be missing from any', async () => {
    const { ask, saved } = await preview();
    const title = 'Books in every class that show our families';
    const file = 'plan/books-that-show-our-families.yaml';
    expect((await ask(RACE)).body).toContain(title);
    school.put(file, (school.read(file) ?? '').replace('strands:', 'strands: ['));
    await saved();
    const page = await ask(RACE);
    expect(page.body).toContain(title);
    expect(barOf(page)).toMatch(
      / Until then, this page stays as it was\. plan\/books-that-show-our-families\.yaml:\d+ /,
    );
  });

  test('is said alone where no page was good yet', async () => {
    school.put(FILE, 'strand: [\n');
    const { text, ask } = await preview('race');
    expect(text).toContain(`✗ ${FILE}:1 `);
    const page = await ask(RACE);
    expect(page.body).toContain('Nothing to show yet');
    expect(barOf(page)).toMatch(/^There is something to mend\. accreditation\/2025-26\/race\.yaml:1 /);
    // What can be made without that file is made.
    expect((await ask('/report/governors')).body).not.toContain('Nothing to show yet');
  });

  test('can be lem.yaml itself: every page stays', async () => {
    const { ask, saved } = await preview();
    const { body } = await ask('/report/governors');
    const sound = school.read('lem.yaml') ?? '';
    school.put('lem.yaml', `${sound}\nprogramme: [\n`);
    await saved();
    const page = await ask('/report/governors');
    expect(barOf(page)).toMatch(
      /^There (is something|are \d+ things) to mend\. Until then, this page stays as it was\. lem\.yaml:\d+ /,
    );
    expect(page.body).toContain(/<h1[\s\S]*?<\/h1>/.exec(body)?.[0]);
    rmSync(school.path('lem.yaml'));
    await saved();
    expect(barOf(await ask('/report/governors'))).toContain('This is not a workspace');
    school.put('lem.yaml', sound);
    expect(await saved()).toContain('✓ Nothing is left to mend.');
    expect(barOf(await ask('/report/governors'))).toBeNull();
  });

  test('can be that a document is gone: its page stays, and is none any more for whoever comes anew', async () => {
    const { ask, saved } = await preview('race');
    await ask(RACE);
    rmSync(school.path(FILE));
    await saved();
    expect(barOf(await ask(RACE))).toContain('This document is no longer there.');
    await open?.watch?.end?.();
    expect((await (await preview()).ask(RACE)).status).toBe(404);
  });

  test('is at most three things; how many more there are is said', async () => {
    const { ask } = await preview();
    for (const name of ['a', 'b', 'c', 'd', 'e']) school.put(`plan/${name}.yaml`, 'title: [\n');
    const bar = barOf(await ask('/')) ?? '';
    expect(bar).toMatch(/^There are \d+ things to mend\./);
    expect(bar.match(/plan\/.\.yaml:1/g)).toHaveLength(3);
    expect(bar).toMatch(/And \d+ more: lem check lists them all\.$/);
  });

  test('is text and nothing more, whatever a message holds', () => {
    const hostile = '</aside></script><img src=x onerror="alert(1)">$&';
    const additions = ['bar.hbs', 'bar.css', 'reload.js'].map((name) => files.shipped(`templates/preview/${name}`));
    const [bar = '', css = '', script = ''] = additions;
    const html = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body>$&</body>`;
    const page = {
      html,
      complaints: [{ where: hostile, message: hostile, hint: hostile }],
      isEarlier: true,
      mark: 'a',
    };
    const { html: served, policy } = pageServer({ bar, css, script })(page, 'word');
    expect(served).not.toContain('<img');
    expect(served.match(/&lt;img src&#x3D;x/g)).toHaveLength(3);
    expect(served.match(/<\/aside>|<\/script>/g)).toEqual(['</aside>', '</script>']);
    expect(served).toContain('<body>$&');
    expect(policy).toBe("default-src 'none'; script-src 'nonce-word'; connect-src 'self'; frame-ancestors 'none'");
  });
});

test('the logo’s own folder is watched, and nothing outside the workspace', async () => {
  const { ask, folders, saved } = await preview();
  const name = (path: string): void =>
    school.put(
      'lem.yaml',
      (school.read('lem.yaml') ?? '').replace(/school: \{(?: logo: [^,]*,)?/, `school: { logo: ${path},`),
    );
  name('pictures/logo.png');
  expect(folders()).toContain('pictures');
  await saved();
  expect(barOf(await ask('/report/governors'))).toContain(
    'The logo that lem.yaml names, pictures/logo.png, is not there.',
  );
  for (const path of ['../logo.png', '/etc/logo.png', 'logo.png']) {
    name(path);
    expect(
      folders().filter((folder) => !/^(audit|grid|plan|evidence|accreditation|editions|templates)$/.test(folder)),
    ).toEqual([]);
  }
});

describe('other schools', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const copyOf = (path: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'lem autre école '));
    folders.push(folder);
    cpSync(fileURLToPath(new URL(path, import.meta.url)), folder, { recursive: true });
    return folder;
  };

  test('one that has only begun has its list of documents, and every report', async () => {
    const { ask } = await previewIn(copyOf('../examples/first-day'), [], '2026-09-01');
    expect((await ask('/')).body).toContain('not begun');
    for (const path of ['/', '/report', '/report/governors', '/report/team', '/report/public'])
      expect([path, (await ask(path)).status, barOf(await ask(path))]).toEqual([path, 200, null]);
  });

  test('one of another award is shown with its own strands, whatever they are called', async () => {
    const folder = copyOf('programmes/reading-award');
    const put = (file: string, text: string): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    put('lem.yaml', 'format: 1\nprogramme: reading-award\nschool: { name: Elsewhere }\n');
    const { ask } = await previewIn(folder, [], '2027-06-01');
    const { body } = await ask('/');
    const [, strand = ''] = /lem summary new ([a-z-]+)/.exec(body) ?? [];
    expect(strand).not.toBe('');
    put(`accreditation/2026-27/${strand}.yaml`, `strand: ${strand}\nstatus: draft\ngoals: To be read.\n`);
    expect((await ask('/')).body).toContain(`href="/summary/2026-27/${strand}"`);
    expect((await ask(`/summary/2026-27/${strand}`)).body).toContain('To be read.');
  });
});
