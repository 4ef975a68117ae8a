import { request } from 'node:http';
import type { Outcome } from '../src/model/outcome.ts';
import { openerOf } from '../src/shell/preview/show.ts';
import { outcomeIn, printed, worldIn } from './support/in-process.ts';
import { sampleSchool } from './support/school.ts';

const school = sampleSchool();
let open: Outcome | null = null;
afterEach(async () => {
  await open?.watch?.end?.();
  open = null;
});

interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly body: string;
}

interface Preview {
  /** The address that is printed first. */
  readonly address: string;
  readonly ask: (path: string, options?: { method?: string; headers?: { [name: string]: string } }) => Promise<Answer>;
  /** What a save comes to. */
  readonly saved: () => Promise<string>;
}

async function preview(...words: readonly string[]): Promise<Preview> {
  const world = worldIn(school.path('.'), { today: '2026-06-08' });
  const outcome = await outcomeIn(world, ['preview', '--port', '0', ...words]);
  open = outcome;
  const [address = ''] = (await printed(outcome.report)).split('\n');
  return {
    address,
    ask: (path, { method = 'GET', headers = {} } = {}) =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(address);
        request({ hostname, port, path, method, headers }, (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => {
            body += chunk.toString();
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        })
          .on('error', reject)
          .end();
      }),
    saved: async () => printed((await outcome.watch?.again())?.report ?? []),
  };
}

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

test.each([
  ['another name for this machine', {}, { host: 'school.example' }, 403],
  ['this machine by name, on another port', {}, { host: 'localhost:1' }, 403],
  ['another site’s fetch', {}, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
  [
    'another site’s frame',
    {},
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    403,
  ],
  [
    'a link from another site',
    {},
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    200,
  ],
  ['a POST', { method: 'POST' }, {}, 405],
  ['a HEAD', { method: 'HEAD' }, {}, 200],
])('%s is answered as it should be', async (_what, options, headers, status) => {
  const { ask } = await preview();
  const answer = await ask('/report', { ...options, headers });
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('the only script that may run is lem’s own, by a word that is another each time', async () => {
  const { ask } = await preview();
  const [one, two] = [await ask('/report'), await ask('/report')];
  const nonce = ({ headers }: Answer) =>
    /script-src 'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
  expect(nonce(one)).toMatch(/^[\w+/]{20,}$/);
  expect(nonce(one)).not.toBe(nonce(two));
  expect(one.body.match(/<script\b/g)).toHaveLength(1);
  expect(one.body).toContain(`nonce="${nonce(one)}"`);
});

test('a save tells the pages that are open, and only those that it changes', async () => {
  const { address, ask, saved } = await preview('race');
  expect(address).toMatch(/\/summary\/2025-26\/race$/);
  const path = '/summary/2025-26/race';
  const { body } = await ask(path);
  const mark = /data-mark="([0-9a-f]{16})"/.exec(body)?.[1] ?? '';
  const events = `/events?${new URLSearchParams({ page: path, mark })}`;
  let isTold = false;
  const told = ask(events).then((answer) => {
    isTold = true;
    return answer.body;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  school.put('README.md', 'Nothing of it.\n');
  expect(await saved()).toBe('');
  expect(isTold).toBe(false);
  const file = 'accreditation/2025-26/race.yaml';
  const text = school.read(file) ?? '';
  const changed = text.replace('Two things troubled us', 'Seen at once. Two things troubled us');
  expect(changed).not.toBe(text);
  school.put(file, changed);
  expect(await saved()).toContain(path);
  expect(await told).toContain('event: reload');
  expect((await ask(path)).body).toContain('Seen at once.');
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

test('the user’s browser is opened by no shell', () => {
  const address = 'http://127.0.0.1:4650/?a&b%20c';
  expect(openerOf('darwin', {}, address)).toEqual(['open', address]);
  expect(openerOf('linux', {}, address)).toEqual(['xdg-open', address]);
  expect(openerOf('win32', {}, address)[0]).toMatch(/rundll32\.exe$/);
});
