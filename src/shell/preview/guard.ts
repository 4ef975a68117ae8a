import type { IncomingMessage } from 'node:http';

/** The names that this machine has for itself. */
const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The status that refuses a request; null for one that may be answered. What a browser asks on behalf of another site is
 * refused: a site whose name was made to lead here gives itself away by that name, and what a site embeds or fetches by
 * what the browser says of it. A link from elsewhere may be followed, since it shows nothing to where it stands.
 * @param port the server's own
 */
export function refusalOf({ method, headers }: IncomingMessage, port: number): 403 | 405 | null {
  const host = headers.host?.toLowerCase();
  // A browser leaves the port of the web out.
  if (!HERE.some((name) => host === `${name}:${port}` || (port === 80 && host === name))) return 403;
  const { 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode, 'sec-fetch-dest': into } = headers;
  const isLink = mode === 'navigate' && into === 'document';
  if (site !== 'none' && site !== 'same-origin' && !isLink) return 403;
  return method === 'GET' || method === 'HEAD' ? null : 405;
}
