import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openerOf, shownInBrowser } from '../../src/shell/preview/show.ts';
import { serve } from '../../src/shell/preview.ts';
import type { Served, Serving } from '../../src/world.ts';
import { ask, listen } from '../support/asking.ts';

type Open = Extract<Served, { state: 'serving' }>;

/** Which paths were asked of the pages, and which of them are old. */
const asked: string[] = [];
const old = new Set<string>();
const pages: Omit<Serving, 'port'> = {
  page: (path, nonce) => {
    asked.push(path);
    return path === '/' || path === '/summary/2026-27/équité à tous'
      ? { html: `<p>page ${nonce}</p>`, policy: `script-src 'nonce-${nonce}'` }
      : null;
  },
  isOld: (path, mark) => mark === 'old' || old.has(path),
};

let server: Open;
async function open(port: number | null = 0): Promise<Open> {
  const served = await serve({ port, ...pages });
  if (served.state !== 'serving') throw new Error(served.message);
  return served;
}
beforeEach(async () => {
  asked.length = 0;
  old.clear();
  server = await open();
});
afterEach(() => server.close());

test('a page comes with its policy and with what keeps it from other sites, and is never kept', async () => {
  const { status, headers, body } = await ask(server.address, '/');
  expect(status).toBe(200);
  const nonce = /page (.+)<\/p>/.exec(body)?.[1] ?? '';
  expect(nonce).toMatch(/^[\w+/]{24}$/);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': `script-src 'nonce-${nonce}'`,
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(Object.keys(headers).filter((name) => /^access-control-|^set-cookie$|^server$|^x-powered/.test(name))).toEqual(
    [],
  );
  expect((await ask(server.address, '/')).body).not.toBe(body);
  const head = await ask(server.address, '/', { method: 'HEAD' });
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', String(body.length)]);
});

test('only what is there is served, by its path in plain characters; no path leads anywhere else', async () => {
  expect((await ask(server.address, '/summary/2026-27/%C3%A9quit%C3%A9%20%C3%A0%20tous')).status).toBe(200);
  for (const path of [
    '/nowhere',
    '/..%2f..%2fetc/passwd',
    '/../../../../etc/passwd',
    '//etc/passwd',
    '/%',
    '/%00',
    '/lem.yaml',
    'http://127.0.0.1/etc/passwd',
    '*',
  ]) {
    const { status, headers, body } = await ask(server.address, path);
    expect([path, status, headers['content-type']]).toEqual([path, 404, 'text/plain; charset=utf-8']);
    expect(body).toBe('There is no such page. / lists those that there are.\n');
  }
});

test('what does not name this machine and this port is refused before anything is made', async () => {
  const { port } = new URL(server.address);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
    expect((await ask(server.address, '/', { headers: { host } })).status).toBe(200);
  asked.length = 0;
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost.:${port}`,
    `localhost:${port}.evil.example`,
    'localhost',
    '127.0.0.1:1',
    `0.0.0.0:${port}`,
  ]) {
    const refused = await ask(server.address, '/', { headers: { host } });
    expect([host, refused.status]).toEqual([host, 403]);
    expect(refused.body).toBe('This is for lem’s own pages only.\n');
    expect((await ask(server.address, '/events?page=/', { headers: { host } })).status).toBe(403);
  }
  expect(await raw(Number(port), 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
  expect(asked).toEqual([]);
});

/** What a server says to whoever speaks to it in words of their own. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    connect({ host: '127.0.0.1', port })
      .on('data', (data) => (said += String(data)))
      .on('end', () => resolve(said))
      .on('error', reject)
      .end(text);
  });
}

test('what a browser asks on behalf of another site is refused, a link that is followed is not', async () => {
  const from = (site: string, mode: string, dest: string) =>
    ask(server.address, '/', {
      headers: { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest },
    }).then(({ status }) => status);
  expect(await from('none', 'navigate', 'document')).toBe(200);
  expect(await from('same-origin', 'cors', 'empty')).toBe(200);
  expect(await from('cross-site', 'navigate', 'document')).toBe(200);
  asked.length = 0;
  expect(await from('cross-site', 'no-cors', 'script')).toBe(403);
  expect(await from('cross-site', 'cors', 'empty')).toBe(403);
  expect(await from('cross-site', 'navigate', 'iframe')).toBe(403);
  // Another program of this machine that serves pages is of the same site, and still another.
  expect(await from('same-site', 'no-cors', 'image')).toBe(403);
  expect(asked).toEqual([]);
});

test('nothing can be sent', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
    const { status, headers } = await ask(server.address, '/', { method });
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
  }
  expect(asked).toEqual([]);
});

test('an open page is told once that it is old', async () => {
  const index = await listen(server.address, '/events?page=%2F&mark=a');
  const other = await listen(server.address, '/events?page=%2Fother&mark=a');
  expect(server.refresh()).toEqual([]);
  old.add('/');
  expect(server.refresh()).toEqual(['/']);
  expect(server.refresh()).toEqual([]);
  await index.until(/event: reload\ndata: \n\n/);
  expect(other.said()).toBe('retry: 1000\n\n');
  other.end();
});

test('a page that grew old while nobody listened is told so at once', async () => {
  const page = await listen(server.address, '/events?page=/&mark=old');
  await page.until(/event: reload\n/);
});

test('a page that was closed is forgotten', async () => {
  const page = await listen(server.address, '/events?page=/&mark=a');
  page.end();
  await pause(100);
  old.add('/');
  expect(server.refresh()).toEqual([]);
});

test('closing it ends the pages that are open, and nobody answers any more', async () => {
  const other = await open();
  await listen(other.address, '/events?page=/&mark=a');
  await other.close();
  await expect(ask(other.address, '/')).rejects.toThrow('ECONNREFUSED');
});

test('other machines can’t reach it', async () => {
  const { port } = new URL(server.address);
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    const reached = await new Promise((resolve) => {
      const socket = connect({ host: address, port: Number(port) });
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    expect([address, reached]).toEqual([address, false]);
  }
  expect(new URL(server.address).hostname).toBe('127.0.0.1');
});

describe('the port', () => {
  let other: Server;
  let taken: number;
  beforeEach(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    taken = (other.address() as AddressInfo).port;
  });
  afterEach(() => other.close());

  test('that is asked for is taken, or it is said that another program has it', async () => {
    expect(await serve({ port: taken, ...pages })).toEqual({
      state: 'none',
      message: `Port ${taken} is taken by another program.`,
      remedy: 'Give another, or leave --port out to have a free one found.',
    });
    await new Promise((resolve) => other.close(resolve));
    const own = await open(taken);
    expect(own.address).toBe(`http://127.0.0.1:${taken}`);
    await own.close();
  });

  test('is otherwise the usual one, or the next that is free', async () => {
    const first = await open(null);
    const second = await open(null);
    const ports = [first, second].map(({ address }) => Number(new URL(address).port));
    expect(ports[1]).toBeGreaterThan(ports[0] ?? 0);
    expect(ports[0]).toBeGreaterThanOrEqual(4650);
    await Promise.all([first.close(), second.close()]);
  });
});

describe('the user’s browser', () => {
  test('is opened by the system’s own program, and by no shell', () => {
    const address = 'http://127.0.0.1:4650/summary/2026-27/a%20b%26calc';
    expect(openerOf('linux', {}, address)).toEqual(['xdg-open', address]);
    expect(openerOf('darwin', {}, address)).toEqual(['open', address]);
    const [program, ...args] = openerOf('win32', { SystemRoot: 'D:\\Windows' }, address);
    expect(program).toBe('D:\\Windows\\System32\\rundll32.exe');
    expect(args).toEqual(['url.dll,FileProtocolHandler', address]);
  });

  test('gets the address, or it is told that there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lem open '));
    const told = join(folder, 'told');
    const put = (last: string): void => {
      writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > '${told}'\n${last}\n`);
      chmodSync(join(folder, 'xdg-open'), 0o755);
    };
    try {
      put('exit 0');
      const env = { PATH: folder };
      expect(await shownInBrowser('linux', env, 'http://127.0.0.1:1/$(touch pwned)')).toBe(true);
      expect(readFileSync(told, 'utf8')).toBe('http://127.0.0.1:1/$(touch pwned)');
      expect(existsSync('pwned')).toBe(false);
      put('exit 3');
      expect(await shownInBrowser('linux', env, 'http://127.0.0.1:1/')).toBe(false);
      expect(await shownInBrowser('linux', { PATH: tmpdir() }, 'http://127.0.0.1:1/')).toBe(false);
      // One that goes on as the browser itself is taken for open.
      put('exec /bin/sleep 3');
      expect(await shownInBrowser('linux', env, 'http://127.0.0.1:1/')).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
