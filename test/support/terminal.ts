import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { widthOf } from '../../src/model/width.ts';

const LEM = fileURLToPath(new URL('../../bin/lem.js', import.meta.url));
const [WIDTH, HEIGHT] = [80, 24];
/** How long to wait for what should come, in milliseconds: a busy machine is slow. */
const PATIENCE = 20_000;
/** What the screen says once lem has ended, with its exit code. */
const ENDED = 'lem ended:';
const ENDING = new RegExp(`^${ENDED} (\\d+)$`, 'm');

/** A real terminal of 80 by 24 in which lem runs, as a person sees it and types in it. */
export interface TestTerminal {
  /** Presses keys by their tmux names: `a`, `Enter`, `Up`, `C-c`. */
  readonly press: (...keys: readonly string[]) => void;
  readonly type: (text: string) => void;
  /** All that has been on the screen; in colour with the codes that colour it. */
  readonly screen: (colour?: 'colour') => string;
  /** Waits until something is on the screen. */
  readonly waitFor: (what: string | RegExp) => Promise<string>;
  /** Waits until a question is the one to answer. */
  readonly asks: (message: string) => Promise<string>;
  /** Waits until lem has ended. @returns its exit code */
  readonly end: () => Promise<number>;
}

const running: (() => void)[] = [];

/** Ends every terminal and whatever runs in it. */
export function killTerminals(): void {
  for (const kill of running.splice(0)) kill();
}

/** Holds that nothing is as wide as the screen: no text was broken but between its words. */
export function fits(screen: string): void {
  const wide = screen.split('\n').filter((line) => widthOf(line) >= WIDTH);
  expect(wide).toEqual([]);
}

/**
 * Runs lem in a terminal of its own, by tmux.
 * @param env over the environment of the tests, without CI, in which lem asks nothing
 */
export function terminal(
  folder: string,
  words: readonly string[],
  env: { readonly [name: string]: string } = { NO_COLOR: '1' },
): TestTerminal {
  const socket = join(tmpdir(), `lem-tmux-${process.pid}-${randomBytes(4).toString('hex')}`);
  const tmux = (...args: readonly string[]): string => {
    try {
      return execFileSync('tmux', ['-u', '-S', socket, '-f', '/dev/null', ...args], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
      throw new Error('These tests need tmux, which gives them a real terminal: apt-get install tmux.');
    }
  };
  const settings = [
    ['status', 'off'],
    ['escape-time', '0'],
    ['default-terminal', 'xterm-256color'],
  ];
  running.push(() => {
    try {
      tmux('kill-server');
    } catch {
      // It has ended already.
    } finally {
      rmSync(socket, { force: true });
    }
  });
  tmux(
    ...['start-server', ';'],
    ...settings.flatMap(([name = '', value = '']) => ['set', '-g', name, value, ';']),
    ...['new-session', '-d', '-x', String(WIDTH), '-y', String(HEIGHT), '-c', folder],
    ...['sh', '-c', `"$@"; echo "${ENDED} $?"; exec sleep 600`, 'sh'],
    ...['env', '-u', 'CI', '-u', 'NO_COLOR', '-u', 'FORCE_COLOR'],
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...[process.execPath, LEM, ...words],
  );
  const screen = (colour?: 'colour'): string =>
    tmux('capture-pane', '-p', '-S', '-', ...(colour === undefined ? [] : ['-e'])).trimEnd();
  const until = async <T>(what: string, look: () => T | null): Promise<T> => {
    for (const start = Date.now(); Date.now() - start < PATIENCE; await wait(40)) {
      const found = look();
      if (found !== null) return found;
    }
    throw new Error(`Waited in vain for ${what}. The screen:\n${screen()}`);
  };
  const waitFor = (what: string | RegExp): Promise<string> =>
    until(String(what), () => {
      const now = screen();
      return (typeof what === 'string' ? now.includes(what) : what.test(now)) ? now : null;
    });
  return {
    press: (...keys) => void tmux('send-keys', ...keys),
    type: (text) => void tmux('send-keys', '-l', text),
    screen,
    waitFor,
    asks: (message) => waitFor(new RegExp(`(^|\\n)\\? ${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^✔]*$`)),
    end: async () => Number(ENDING.exec(await waitFor(ENDING))?.[1]),
  };
}
