import { env, stderr, stdin, stdout } from 'node:process';
import inquirer from 'inquirer';
import { type Block, out } from '../model/block.ts';
import { visible } from '../model/visible.ts';
import { cut, widthOf, wrap } from '../model/width.ts';
import type { Choice, Prompts } from '../world.ts';
import { keyPrompt } from './prompts/key.ts';
import { linePrompt } from './prompts/line.ts';
import { printer } from './terminal.ts';

/** The questions of an interview at the terminal. Each answers null where the user breaks off, as with Ctrl-C. */
export const prompts: Prompts = {
  show: async (...lines) => {
    printing ??= printer(stdout, stderr, env);
    (await printing)(out(...lines));
  },
  text: ({ message, check, ...rest }) =>
    answerTo((signal) =>
      linePrompt(
        {
          ...rest,
          message: fitted(message),
          width: columns(),
          check: (answer) => {
            const wrong = check?.(answer) ?? null;
            return wrong === null ? null : fitted(wrong, 3);
          },
        },
        { signal },
      ),
    ),
  key: ({ message, keys, moves = [], ...rest }) =>
    answerTo((signal) => {
      const named = keys.map((each) => ({ ...each, name: visible(each.name) }));
      return keyPrompt({ ...rest, keys: named, moves, message: fitted(message), width: columns() }, { signal });
    }),
  choose: ({ message, choices, ...rest }) =>
    answerTo(async (signal) => {
      const ask = inquirer.createPromptModule({ signal });
      const question = { ...rest, message: fitted(message), choices: shown(message, choices) };
      return (await ask({ type: 'select', name: 'answer', loop: false, pageSize: 12, ...question })).answer as string;
    }),
  confirm: ({ message, ...rest }) =>
    answerTo(async (signal) => {
      const ask = inquirer.createPromptModule({ signal });
      return (await ask({ type: 'confirm', name: 'answer', message: fitted(message), ...rest })).answer as boolean;
    }),
  search: ({ message, choices }) =>
    answerTo(async (signal) => {
      const ask = inquirer.createPromptModule({ signal });
      const source = (term: string | undefined) => shown(message, matching(choices, term ?? ''));
      const question = { message: fitted(message), source };
      return (await ask({ type: 'search', name: 'answer', pageSize: 10, ...question })).answer as string;
    }),
  many: ({ message, choices, chosen = [] }) =>
    answerTo(async (signal) => {
      const ask = inquirer.createPromptModule({ signal });
      const question = {
        message: fitted(message),
        choices: shown(message, choices).map((choice) => ({ ...choice, checked: chosen.includes(choice.value) })),
        theme: { style: { renderSelectedChoices: listed } },
      };
      return (await ask({ type: 'checkbox', name: 'answer', loop: false, pageSize: 12, ...question }))
        .answer as readonly string[];
    }),
};

let printing: Promise<(block: Block) => void> | undefined;

/** The terminal's width: it can change in the middle of an interview. */
function columns(): number {
  return Math.max(40, stdout.columns ?? 80);
}

/**
 * A text broken between words; its own line breaks stay.
 * @param spare the columns that a question takes beside it
 */
function fitted(text: string, spare = 10): string {
  return text
    .split('\n')
    .flatMap((line) => wrap(visible(line), columns() - spare))
    .join('\n  ');
}

/** Choices each of which has room in a line, and once chosen has room beside the question or in a line below it. */
function shown(message: string, choices: readonly Choice[]): Choice[] {
  const beside = columns() - widthOf(fitted(message).split('\n').at(-1) ?? '') - 5;
  const chosen = (name: string): string => (widthOf(name) <= beside ? name : `\n  ${cut(name, columns() - 4)}`);
  return choices.map(({ value, name, short = name, description }) => ({
    value,
    name: cut(visible(name), columns() - 8),
    short: chosen(visible(short)),
    ...(description === undefined ? {} : { description: fitted(description, 3) }),
  }));
}

/** What was chosen of a list; in lines of its own where it is much. */
function listed(choices: readonly { readonly short: string }[]): string {
  const [first = '', ...rest] = wrap(choices.map(({ short }) => short).join(', ') || 'none', columns() - 4);
  return rest.length === 0 && widthOf(first) < columns() / 2 ? first : ['', first, ...rest].join('\n  ');
}

/** The choices that hold every word of what was typed. */
function matching(choices: readonly Choice[], term: string): readonly Choice[] {
  const words = term.toLowerCase().split(/\s+/);
  return choices.filter(({ value, name }) => words.every((word) => `${value} ${name}`.toLowerCase().includes(word)));
}

/** An answer, or null where there won't be one. */
async function answerTo<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const broken = new AbortController();
  // At the end of input (Ctrl-D) and once it was put aside (Ctrl-Z), a question would wait for ever. Input pauses after
  // an answer too; by the time of the abort that has come.
  const end = (): void => void setImmediate(() => broken.abort());
  stdin.once('pause', end);
  try {
    return await ask(broken.signal);
  } catch (error) {
    if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) return null;
    throw error;
  } finally {
    stdin.off('pause', end);
  }
}
