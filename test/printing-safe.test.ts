import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openBrowser } from '../src/shell/browser.ts';
import type { BrowserOpened } from '../src/world.ts';
import { DIGEST } from './support/pages.ts';

// What a template of the workspace's own might hold, by mischief or by mistake. The page's own policy is left out here, so
// that the browser alone has to hold. These tests need a browser.
const LONG = 120_000;

type Open = Extract<BrowserOpened, { state: 'open' }>;

/** What stands in a file beside, and must not come into any document. */
const CANARY = 'canary-7f3a';
/** What the document itself says: that it was printed is no less of a promise. */
const OWN = 'what is ours';

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

let browser: Open;
let server: Server;
let place: string;
let at: string;
let file: string;
const reached: string[] = [];

beforeAll(async () => {
  // Any connection counts, whatever is said on it.
  server = createServer((socket: Socket) => {
    reached.push('a connection');
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      reached.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n${CANARY}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at = `127.0.0.1:${(server.address() as { port: number }).port}`;
  place = mkdtempSync(join(tmpdir(), 'lem-canary-'));
  writeFileSync(join(place, 'canary.html'), `<p>${CANARY}</p>`);
  writeFileSync(join(place, 'canary.css'), `p::after { content: '${CANARY}' }`);
  writeFileSync(
    join(place, 'canary.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg"><text id="t" y="20">${CANARY}</text></svg>`,
  );
  file = pathToFileURL(join(place, 'canary')).href;
  const opened = await openBrowser(process.env);
  if (opened.state === 'none') throw new Error(opened.message);
  browser = opened;
}, LONG);

afterAll(async () => {
  await browser?.close();
  server?.close();
  if (place !== undefined) rmSync(place, { recursive: true });
});

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return texts.join(' ');
}

const printed = (html: string) =>
  browser.print({
    html: html.includes('<html') ? html : `<!doctype html><html lang="en"><head><title>x</title></head><body>${html}`,
    digest: DIGEST,
    created: '2027-06-01',
  });

/** One way out each; AT is the server, FILE the canary without its ending. */
const WAYS: readonly string[] = [
  '<script>document.body.append("CANARY")</script>',
  '<img src="x" onerror="document.body.append(\'CANARY\')"><body onload="document.body.append(\'CANARY\')">',
  '<svg onload="document.body.append(\'CANARY\')"><script>document.body.append("CANARY")</script></svg>',
  '<script type="module" src="http://AT/module"></script><script src="FILE.js"></script>',
  '<script>new WebSocket("ws://AT/ws"); fetch("http://AT/fetch"); navigator.sendBeacon("http://AT/beacon")</script>',
  '<img src="http://AT/img"><img srcset="http://AT/set 2x"><picture><source srcset="http://AT/source"><img></picture>',
  '<img src="//AT/no-scheme"><img src="ws://AT/ws"><img src="ftp://AT/ftp"><img src="FILE.svg">',
  '<video src="http://AT/video" poster="http://AT/poster" autoplay></video><audio src="http://AT/audio" autoplay></audio>',
  '<video><source src="http://AT/v"><track default src="http://AT/track"></video>',
  '<input type="image" src="http://AT/input"><table background="http://AT/table"></table>',
  '<link rel="stylesheet" href="http://AT/css"><link rel="stylesheet" href="FILE.css">',
  '<link rel="prefetch" href="http://AT/prefetch"><link rel="preload" as="image" href="http://AT/preload">',
  '<link rel="preconnect" href="http://AT"><link rel="dns-prefetch" href="http://AT"><link rel="modulepreload" href="http://AT/m">',
  '<link rel="prerender" href="http://AT/prerender"><link rel="icon" href="http://AT/icon"><link rel="manifest" href="http://AT/manifest">',
  '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://AT/speculated"]}]}</script>',
  '<style>@import url("http://AT/import"); @import "FILE.css";</style>',
  '<style>@font-face { font-family: f; src: url("http://AT/font"), url("FILE.woff2") } p { font-family: f }</style>',
  '<style>p { background: url("http://AT/bg"), url("FILE.svg"); cursor: url("http://AT/cur"), auto }</style>',
  '<style>p::before { content: url("FILE.svg") } li { list-style: url("http://AT/li") }</style><li>',
  '<style>@media print { p { background: url("http://AT/print") } } @page { background: url("http://AT/page") }</style>',
  '<style>@page { @top-left { content: url("http://AT/margin") } }</style>',
  '<p style="filter: url(http://AT/filter#f); mask: url(FILE.svg#t); clip-path: url(http://AT/clip#c)">a</p>',
  '<style>@namespace url("http://AT/ns"); p { background: image-set("http://AT/set" 1x) }</style>',
  '<svg><use href="FILE.svg#t"/><use xlink:href="http://AT/use#t"/><image href="FILE.svg" width="99" height="99"/></svg>',
  '<svg><foreignObject width="99" height="99"><iframe src="FILE.html"></iframe></foreignObject><a href="FILE.html">x</a></svg>',
  '<svg><feImage href="http://AT/fe"/><filter id="f"><feImage href="FILE.svg"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>',
  '<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3Cimage href=%22http://AT/nested%22/%3E%3C/svg%3E">',
  '<iframe src="http://AT/frame"></iframe><iframe src="FILE.html"></iframe>',
  '<iframe srcdoc="<img src=http://AT/srcdoc><script>parent.document.body.append(\'CANARY\')</script><iframe src=FILE.html></iframe>"></iframe>',
  '<iframe src="javascript:\'CANARY\'"></iframe><iframe src="data:text/html,<img src=http://AT/data>"></iframe>',
  '<object data="http://AT/object"></object><object data="FILE.html"></object><embed src="FILE.html"><embed src="http://AT/embed">',
  '<object data="FILE.svg" type="image/svg+xml"></object><object data="javascript:\'CANARY\'"></object>',
  '<meta http-equiv="refresh" content="0;url=http://AT/refresh">',
  '<meta http-equiv="refresh" content="0;url=FILE.html">',
  '<meta http-equiv="refresh" content="0;url=data:text/html,CANARY">',
  '<meta http-equiv="refresh" content="0;url=javascript:document.body.append(\'CANARY\')">',
  '<meta http-equiv="Content-Security-Policy" content="default-src *; report-uri http://AT/report"><img src="http://AT/img">',
  '<base href="http://AT/"><img src="relative"><a ping="http://AT/ping" href="relative">x</a>',
  '<base href="FILE"><iframe src="canary.html"></iframe>',
  '<form action="http://AT/form" method="post"><input name="a" autofocus><button>go</button></form>',
  '<a href="javascript:document.body.append(\'CANARY\')" autofocus accesskey="a">x</a>',
  '<portal src="http://AT/portal"></portal><fencedframe src="http://AT/fenced"></fencedframe>',
  '<?xml-stylesheet href="http://AT/xsl" type="text/xsl"?><math><mtext><img src="http://AT/math"></mtext></math>',
];

describe('what a document holds brings nothing in and reaches nothing', () => {
  test.each(WAYS)(
    '%s',
    async (way) => {
      const html = way.replaceAll('AT/', `${at}/`).replaceAll('"http://AT"', `"http://${at}"`);
      const result = await printed(`<p>${OWN}</p>${html.replaceAll('FILE', file).replaceAll('CANARY', CANARY)}`);
      // One that leads elsewhere by itself may be refused; then the next one needs a page that has not been led astray.
      if (result.state === 'failed') expect(result.message).toContain('leads to another');
      else {
        const text = await textOf(result.pdf);
        expect(text).toContain(OWN);
        expect(text).not.toContain(CANARY);
        expect(Buffer.from(result.pdf).toString('latin1')).not.toMatch(
          /\/JavaScript|\/S ?\/JS|\/Launch|\/EmbeddedFile/,
        );
      }
      const next = await printed(`<p>${OWN}</p>`);
      expect(next.state === 'printed' && (await textOf(next.pdf))).toContain(OWN);
      expect(reached).toEqual([]);
    },
    LONG,
  );

  test(
    'not even later, when the browser has had time',
    async () => {
      await printed(`<p>${OWN}</p>${WAYS.join('\n').replaceAll('AT/', `${at}/`).replaceAll('FILE', file)}`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(reached).toEqual([]);
      // That the server would have heard of it.
      await fetch(`http://${at}/heard`).then((response) => response.text());
      expect(reached).toContain('GET /heard HTTP/1.1');
    },
    LONG,
  );
});

// puppeteer itself runs such a file where it finds one, above the folder that it is started in too.
test.each(['.puppeteerrc.cjs', '.puppeteerrc.js', 'puppeteer.config.cjs', 'puppeteer.config.js'])(
  'a program that calls itself settings, %s, is not run',
  (name) => {
    const school = mkdtempSync(join(place, 'school-'));
    const root = fileURLToPath(new URL('../', import.meta.url));
    cpSync(join(root, 'examples/ribble-bank'), school, { recursive: true });
    const ran = join(school, 'ran');
    writeFileSync(join(school, name), `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '');`);
    const args = [join(root, 'bin/lem.js'), 'summary', 'render', 'race', '--format', 'pdf', '--on', '2026-06-08'];
    expect(spawnSync(process.execPath, args, { cwd: school }).status).toBe(0);
    expect(existsSync(ran)).toBe(false);
  },
  LONG,
);
