import { run } from '../../src/cli.ts';
import { type Block, out } from '../../src/model/block.ts';
import type { Exit, Outcome } from '../../src/model/outcome.ts';
import { bundles } from '../../src/shell/bundle.ts';
import { files } from '../../src/shell/files.ts';
import { fonts } from '../../src/shell/fonts.ts';
import { commitOf } from '../../src/shell/git.ts';
import { openPhotos } from '../../src/shell/photos.ts';
import { save } from '../../src/shell/save.ts';
import { sshKeys } from '../../src/shell/ssh-keys.ts';
import { printer } from '../../src/shell/terminal.ts';
import type { Prompts, World } from '../../src/world.ts';

/** What a question of an interview is answered with; undefined presses Enter, null breaks off. */
export type Answer = string | readonly string[] | boolean | null | undefined;

/** An interview that answers each question by its message, and keeps the messages and what is said in order. */
export function answering(answer: (message: string) => Answer): {
  readonly prompts: Prompts;
  readonly asked: string[];
  readonly shown: string[];
} {
  const asked: string[] = [];
  const shown: string[] = [];
  const told = (message: string): Answer => {
    asked.push(message);
    return answer(message);
  };
  const one = async (
    { message, ...rest }: { readonly message: string; readonly default?: string; readonly initial?: string },
    check?: (answer: string) => string | null,
  ): Promise<string | null> => {
    const said = told(message);
    const given = said === undefined ? (rest.initial ?? rest.default ?? '') : said;
    if (given === null) return null;
    if (typeof given !== 'string') throw new Error(`${message} takes a text`);
    const wrong = check?.(given) ?? null;
    if (wrong !== null) throw new Error(`refused: ${wrong}`);
    return given;
  };
  const of = async (message: string, known: readonly { readonly value: string }[], usual?: string) => {
    const given = await one({ message, ...(usual === undefined ? {} : { default: usual }) });
    if (given !== null && !known.some(({ value }) => value === given))
      throw new Error(`${message} has no answer ${given}: ${known.map(({ value }) => value).join(', ')}`);
    return given;
  };
  return {
    asked,
    shown,
    prompts: {
      show: async (...lines) => {
        shown.push(await printed([out(...lines)]));
      },
      text: (question) => one(question, question.check),
      choose: ({ message, choices, default: usual }) => of(message, choices, usual),
      key: ({ message, keys, moves = [], default: usual }) => of(message, [...keys, ...moves], usual),
      search: ({ message, choices }) => of(message, choices),
      many: async ({ message, choices, chosen = [] }) => {
        const said = told(message);
        if (said === undefined) return chosen;
        if (said === null) return null;
        if (!Array.isArray(said)) throw new Error(`${message} takes a list`);
        return choices.map(({ value }) => value).filter((value) => said.includes(value));
      },
      confirm: async ({ message, default: usual }) => {
        const said = told(message);
        if (said === undefined) return usual;
        if (said === null || typeof said === 'boolean') return said;
        throw new Error(`${message} takes true or false`);
      },
    },
  };
}

/** The world of a folder, with a clock that stands still, and nobody at the terminal unless there are prompts. */
export function worldIn(
  folder: string,
  { prompts, today = '2026-11-24', width = 80 }: { prompts?: Prompts; today?: string; width?: number } = {},
): World {
  const none = (what: string) => () => Promise.reject(new Error(`no ${what} in this test`));
  return {
    cwd: folder,
    today,
    files,
    fonts,
    terminal: { width, interactive: prompts !== undefined, progress: () => undefined },
    openBrowser: none('browser'),
    sheets: async () => (await import('../../src/shell/sheets.ts')).sheets,
    photos: () => openPhotos(),
    word: async () => (await import('../../src/shell/word.ts')).wordWriter({}),
    inParallel: none('threads'),
    remembered: none('memory'),
    time: () => '12:00:00',
    bundles: async () => bundles,
    sshKeys: async () => sshKeys,
    commitOf,
    changedFiles: none('git'),
    history: async (folder, most) => (await import('../../src/shell/git/history.ts')).openHistory(folder, most),
    save: async (changes) => save(changes),
    serve: async (serving) => (await import('../../src/shell/preview.ts')).serve(serving),
    prompts: () =>
      prompts === undefined ? Promise.reject(new Error('asked without a terminal')) : Promise.resolve(prompts),
  };
}

/** Runs a command in this process, without writing what its outcome changes. */
export function outcomeIn(world: World, words: readonly string[]): Promise<Outcome> {
  return run(words, { width: world.terminal.width, version: '0.1.0', world: async () => world });
}

/** Runs a command in this process as `main` does: its files are written, and what it prints is told. */
export async function lemIn(
  world: World,
  words: readonly string[],
): Promise<{ readonly exit: Exit; readonly text: string }> {
  const outcome = await outcomeIn(world, words);
  if (outcome.changes !== undefined && outcome.changes.files.length > 0) {
    const saved = save(outcome.changes);
    if (saved.state === 'not-saved') return { exit: 2, text: saved.message };
  }
  return { exit: outcome.exit, text: await printed(outcome.report) };
}

/** What blocks come to on paper: no colour, what goes to stderr after the rest. */
export async function printed(report: readonly Block[]): Promise<string> {
  const texts = { out: '', err: '' };
  const stream = (to: 'out' | 'err') => ({
    write: (text: string) => {
      texts[to] += text;
    },
  });
  const print = await printer(stream('out'), stream('err'), { NO_COLOR: '1' });
  for (const block of report) print(block);
  return texts.out + texts.err;
}
