import { spawn } from 'node:child_process';

type Environment = { readonly [name: string]: string | undefined };

/** How long is waited for a program to say that it can't, in milliseconds. */
const LIMIT = 1_000;

/**
 * The program that opens an address in the user's browser, with its arguments. None is a shell, which could read more
 * into an address than there is.
 */
export function openerOf(
  platform: string,
  env: Environment,
  address: string,
): readonly [program: string, ...args: readonly string[]] {
  if (platform === 'darwin') return ['open', address];
  // `start` is a word of cmd, and to that % and & in an address mean something.
  if (platform === 'win32')
    return [`${env.SystemRoot ?? 'C:\\Windows'}\\System32\\rundll32.exe`, 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}

/** Opens an address in the user's browser. @returns whether a program took it */
export function shownInBrowser(platform: string, env: Environment, address: string): Promise<boolean> {
  const [program, ...args] = openerOf(platform, env, address);
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve(true), LIMIT);
    const settle = (isDone: boolean): void => {
      clearTimeout(timer);
      resolve(isDone);
    };
    child.on('error', () => settle(false));
    child.on('exit', (code) => settle(code === 0));
    // The browser goes on after lem.
    child.unref();
  });
}
