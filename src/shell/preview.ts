import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { platform } from 'node:os';
import process from 'node:process';
import type { Served, Serving } from '../world.ts';
import { refusalOf } from './preview/guard.ts';
import { EVENTS, listeners } from './preview/listeners.ts';
import { portFor } from './preview/port.ts';
import { shownInBrowser } from './preview/show.ts';

/** The one address that is listened on: other machines can't reach it. */
const HOST = '127.0.0.1';

/**
 * What goes with every answer. No other site may have a part of it in one of its own pages, be it as a picture, a script
 * or a frame; none is kept; and none is taken for something else than it is.
 */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
/** For what is no page. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/**
 * Serves pages to the browsers of this machine until it is closed. What can be asked for are the pages that `serving` has
 * and the stream that tells them to load anew: nothing can be changed, and no path leads to the file system.
 */
export async function serve(serving: Serving): Promise<Served> {
  const listening = listeners(serving.isOld, HEADERS);
  const server = createServer((request, response) => {
    const answer = answerer(request, response);
    const refusal = refusalOf(request, portOf());
    if (refusal !== null) {
      if (refusal === 405) response.setHeader('Allow', 'GET, HEAD');
      return answer(refusal, refusal === 405 ? 'Pages can only be read here.' : 'This is for lem’s own pages only.');
    }
    const { path, query } = readTarget(request.url ?? '');
    if (path === EVENTS) return listening.add(request, response, query);
    const nonce = randomBytes(18).toString('base64');
    const page = path === null ? null : serving.page(path, nonce);
    if (page === null) return answer(404, 'There is no such page. / lists those that there are.');
    answer(200, page.html, { type: 'text/html', policy: page.policy });
  });
  const portOf = (): number => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  };
  const refused = await portFor(server, HOST, serving.port);
  if (refused !== null) return { state: 'none', ...refused };
  const address = `http://${HOST}:${portOf()}`;
  return {
    state: 'serving',
    address,
    refresh: listening.refresh,
    show: (path) => shownInBrowser(platform(), process.env, `${address}${path}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Writes a whole answer, of which HEAD gets only what it is. */
function answerer({ method }: IncomingMessage, response: ServerResponse) {
  return (status: number, text: string, { type = 'text/plain', policy = NOTHING } = {}): void => {
    const body = Buffer.from(type === 'text/plain' ? `${text}\n` : text);
    response.writeHead(status, {
      ...HEADERS,
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy,
      'Content-Length': body.length,
    });
    response.end(method === 'HEAD' ? undefined : body);
  };
}

/** What is asked for: a path in plain characters, null where it has none; and what stands after it. */
function readTarget(target: string): { readonly path: string | null; readonly query: URLSearchParams } {
  const [path = '', query = ''] = target.split('?');
  try {
    return { path: decodeURIComponent(path), query: new URLSearchParams(query) };
  } catch {
    return { path: null, query: new URLSearchParams() };
  }
}
