import inquirer from 'inquirer';
import type { Choice, Prompts } from '../world.ts';
import { keyPrompt } from './prompts/key.ts';

/** The questions of an interview at the terminal. Each answers null where the user breaks off with Ctrl-C. */
export const prompts: Prompts = {
  text: (question) => {
    const { check, ...rest } = question;
    return answerTo<string>(
      inquirer.prompt([
        { type: 'input', name: 'answer', ...rest, validate: (answer: string) => check?.(answer) ?? true },
      ]),
    );
  },
  choose: (question) =>
    answerTo<string>(inquirer.prompt([{ type: 'select', name: 'answer', loop: false, pageSize: 12, ...question }])),
  confirm: (question) => answerTo<boolean>(inquirer.prompt([{ type: 'confirm', name: 'answer', ...question }])),
  key: (question) => answerTo(keyPrompt(question).then((answer) => ({ answer }))),
  search: ({ message, choices }) =>
    answerTo<string>(
      inquirer.prompt([
        {
          type: 'search',
          name: 'answer',
          message,
          pageSize: 10,
          source: (term) => matching(choices, term ?? '').map((choice) => ({ ...choice })),
        },
      ]),
    ),
  many: ({ message, choices, chosen = [] }) =>
    answerTo<readonly string[]>(
      inquirer.prompt([
        {
          type: 'checkbox',
          name: 'answer',
          message,
          loop: false,
          pageSize: 12,
          choices: choices.map((choice) => ({ ...choice, checked: chosen.includes(choice.value) })),
        },
      ]),
    ),
};

/** The choices that hold every word of what was typed. */
function matching(choices: readonly Choice[], term: string): readonly Choice[] {
  const words = term.toLowerCase().split(/\s+/);
  return choices.filter(({ value, name }) => words.every((word) => `${value} ${name}`.toLowerCase().includes(word)));
}

async function answerTo<T>(asked: Promise<{ readonly answer: T }>): Promise<T | null> {
  try {
    return (await asked).answer;
  } catch (error) {
    if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) return null;
    throw error;
  }
}
