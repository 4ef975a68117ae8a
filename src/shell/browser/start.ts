import { join } from 'node:path';
import process from 'node:process';
import type { Browser } from 'puppeteer';
import { browserArguments } from './arguments.ts';
import { inTime } from './limit.ts';
import { type Scratch, scratch } from './scratch.ts';

/** A browser that runs, and how it is ended with all it started and left behind: at once, whatever it is at. */
export interface Running {
  readonly browser: Browser;
  readonly end: () => void;
}

export interface Start {
  /** Its program. */
  readonly path: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly isSandboxed: boolean;
  /** The folder for temporary files. */
  readonly temporary: string;
  /** How long it may take, in milliseconds. */
  readonly limit: number;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Starts a browser that does not outlive lem: it is killed when lem ends, by a signal too; and where lem is itself killed,
 * it ends when it finds nobody at the other end of the pipe it is led by.
 * @throws where it does not start, or not in time
 */
export async function startBrowser({ path, env, isSandboxed, temporary, limit }: Start): Promise<Running> {
  const { default: puppeteer } = await import('puppeteer');
  let left: Scratch | null = null;
  const killed = new AbortController();
  const onSignal = (signal: keyof typeof SIGNALS): void => {
    end();
    process.exit(SIGNALS[signal]);
  };
  const end = (): void => {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal);
    killed.abort();
    left?.remove();
  };
  // Before there is anything to leave behind.
  for (const signal of Object.keys(SIGNALS)) process.on(signal, onSignal);
  try {
    left = scratch(temporary);
    const launched = puppeteer.launch({
      executablePath: path,
      headless: 'shell',
      pipe: true,
      args: [...browserArguments(isSandboxed)],
      userDataDir: join(left.folder, 'profile'),
      // Neither clock nor language of the machine shows in what is printed.
      env: { ...env, TZ: 'UTC', LANG: 'C.UTF-8', LANGUAGE: 'en_GB', LC_ALL: 'C.UTF-8', TMPDIR: left.folder },
      signal: killed.signal,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Time is kept here and for each document.
      timeout: 0,
      protocolTimeout: 0,
      acceptInsecureCerts: false,
    });
    const browser = await inTime(launched, limit);
    if (browser === 'late') throw new Error(`it took longer than ${limit / 1000} s`);
    return { browser, end };
  } catch (error) {
    end();
    throw error;
  }
}
