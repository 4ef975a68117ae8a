import type { Server } from 'node:http';

/** The usual port, so that an address can be kept; how many after it are tried; and then any that is free. */
const USUAL = 4650;
const TRIED = 20;
const ANY = 0;

/**
 * Has a server listen at an address.
 * @param port the port it must be; null for the usual one, or the next that is free
 * @returns why it can't, or null
 */
export async function portFor(
  server: Server,
  host: string,
  port: number | null,
): Promise<{ readonly message: string; readonly remedy: string } | null> {
  const ports = port === null ? [...Array.from({ length: TRIED }, (_, index) => USUAL + index), ANY] : [port];
  for (const each of ports) {
    const code = await listen(server, host, each);
    if (code === null) return null;
    if (code !== 'EADDRINUSE' && code !== 'EACCES')
      return { message: `Nothing can be served at ${host} (${code}).`, remedy: 'Is this machine’s network at work?' };
    if (port !== null)
      return {
        message: code === 'EACCES' ? `Port ${port} is not for users.` : `Port ${port} is taken by another program.`,
        remedy: 'Give another, or leave --port out to have a free one found.',
      };
  }
  return { message: `No port of ${host} is free.`, remedy: 'Close a program, and try again.' };
}

/** @returns the code of the system’s refusal, or null */
function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      resolve(error.code ?? error.message);
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve(null);
    };
    server.once('error', failed).once('listening', listening).listen({ host, port, exclusive: true });
  });
}
