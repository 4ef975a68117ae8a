import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Serving } from '../../world.ts';

/** Where open pages listen: `/events?page=/report&mark=…`. */
export const EVENTS = '/events';

/** A page that is open in a browser. */
interface Listener {
  readonly page: string;
  readonly mark: string;
  readonly response: ServerResponse;
}

/**
 * The pages that are open, each with a stream that is told once when it is old (server-sent events).
 * @param headers what goes with every answer
 */
export function listeners(
  isOld: Serving['isOld'],
  headers: { readonly [name: string]: string },
): {
  readonly add: (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => void;
  /** Tells the old ones, and gives their paths. */
  readonly refresh: () => readonly string[];
} {
  const open = new Set<Listener>();
  const told = (listener: Listener): boolean => {
    if (!isOld(listener.page, listener.mark)) return false;
    open.delete(listener);
    listener.response.end('event: reload\ndata: \n\n');
    return true;
  };
  return {
    add: ({ method }, response, query) => {
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'text/event-stream; charset=utf-8',
      });
      if (method === 'HEAD') return void response.end();
      // After how many milliseconds a browser comes back whose stream broke off.
      response.write('retry: 1000\n\n');
      const listener = { page: query.get('page') ?? '', mark: query.get('mark') ?? '', response };
      open.add(listener);
      response.on('close', () => open.delete(listener));
      // It may have grown old since it was loaded.
      told(listener);
    },
    refresh: () => [...new Set([...open].filter(told).map(({ page }) => page))],
  };
}
