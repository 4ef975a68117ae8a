import { cwd, env, stderr, stdin, stdout } from 'node:process';
import type { World } from './world.ts';

/** The world as it is: files, clock, terminal, and what is loaded only when a command asks for it. */
export async function makeWorld(): Promise<World> {
  const [{ files }, { timeOfDay, today }, { progressOn }] = await Promise.all([
    import('./shell/files.ts'),
    import('./shell/clock.ts'),
    import('./shell/progress.ts'),
  ]);
  return {
    cwd: cwd(),
    today: today(),
    time: () => timeOfDay(),
    files,
    terminal: {
      width: width(),
      interactive: stdin.isTTY === true && stdout.isTTY === true && !env.CI,
      progress: progressOn(stderr),
    },
    openBrowser: async () => (await import('./shell/browser.ts')).openBrowser(env),
    prompts: async () => (await import('./shell/prompts.ts')).prompts,
    inParallel: async (task, jobs, each) => (await import('./shell/workers.ts')).inParallel(task, jobs, each),
    changedFiles: async (folder, base) => (await import('./shell/git.ts')).changedFiles(folder, base),
    remembered: async () => (await import('./shell/cache.ts')).remembered(env),
  };
}

/** The terminal's width in columns; 80 where there is none. */
export function width(): number {
  return Math.max(40, stdout.columns ?? 80);
}
