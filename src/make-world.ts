import { cwd, env, stderr, stdin, stdout } from 'node:process';
import { timeOfDay, today } from './shell/clock.ts';
import { files } from './shell/files.ts';
import { fonts } from './shell/fonts.ts';
import { progressOn } from './shell/progress.ts';
import type { World } from './world.ts';

/**
 * The world as it is: files, clock, terminal, and what is loaded only when a command asks for it.
 * @param width the terminal's, in columns
 */
export function makeWorld(width: number): World {
  return {
    cwd: cwd(),
    today: today(),
    time: () => timeOfDay(),
    files,
    terminal: {
      width,
      interactive: stdin.isTTY === true && stdout.isTTY === true && !env.CI,
      progress: progressOn(stderr),
    },
    fonts,
    openBrowser: async () => (await import('./shell/browser.ts')).openBrowser(env),
    prompts: async () => (await import('./shell/prompts.ts')).prompts,
    sheets: async () => (await import('./shell/sheets.ts')).sheets,
    photos: async () => (await import('./shell/photos.ts')).openPhotos(),
    word: async () => (await import('./shell/word.ts')).wordWriter(env),
    inParallel: async (task, jobs, each) => (await import('./shell/workers.ts')).inParallel(task, jobs, each),
    bundles: async () => (await import('./shell/bundle.ts')).bundles,
    sshKeys: async () => (await import('./shell/ssh-keys.ts')).sshKeys,
    commitOf: async (folder) => (await import('./shell/git.ts')).commitOf(folder),
    changedFiles: async (folder, base) => (await import('./shell/git.ts')).changedFiles(folder, base),
    history: async (folder, most) => (await import('./shell/git/history.ts')).openHistory(folder, most),
    save: async (changes) => (await import('./shell/save.ts')).save(changes),
    serve: async (serving) => (await import('./shell/preview.ts')).serve(serving),
    remembered: async () => (await import('./shell/cache.ts')).remembered(env),
  };
}
