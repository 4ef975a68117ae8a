import { type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: { readonly [name: string]: string };
}

/** Asks a server for a path, as it is written: nothing is made plain on the way. */
export function ask(address: string, path: string, { method = 'GET', headers = {} }: Asking = {}): Promise<Answered> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

/** Listens to a stream that does not end, and gives what it has said. */
export async function listen(
  address: string,
  path: string,
): Promise<{
  readonly said: () => string;
  readonly until: (pattern: RegExp) => Promise<void>;
  readonly end: () => void;
}> {
  const { hostname, port } = new URL(address);
  let said = '';
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, agent: false }, (response) => {
      response.setEncoding('utf8').on('data', (part) => (said += part));
      response.on('error', () => undefined);
      resolve({
        said: () => said,
        until: async (pattern) => {
          for (const end = performance.now() + 20_000; !pattern.test(said); await pause(5))
            if (performance.now() > end) throw new Error(`Nothing like ${pattern} in: ${said}`);
        },
        end: () => asked.destroy(),
      });
    });
    asked.on('error', reject).end();
  });
}
