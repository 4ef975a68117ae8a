import inquirer from 'inquirer';

/** The questions of an interview at the terminal. Each answers null where the user breaks off with Ctrl-C. */
export const prompts = {
  text: (question: {
    readonly message: string;
    readonly default?: string;
    readonly check?: (answer: string) => string | null;
  }): Promise<string | null> => {
    const { check, ...rest } = question;
    return answerTo<string>(
      inquirer.prompt([
        { type: 'input', name: 'answer', ...rest, validate: (answer: string) => check?.(answer) ?? true },
      ]),
    );
  },
  choose: (question: {
    readonly message: string;
    readonly choices: readonly { readonly value: string; readonly name: string; readonly description?: string }[];
    readonly default?: string;
  }): Promise<string | null> =>
    answerTo<string>(inquirer.prompt([{ type: 'select', name: 'answer', loop: false, pageSize: 12, ...question }])),
  confirm: (question: { readonly message: string; readonly default: boolean }): Promise<boolean | null> =>
    answerTo<boolean>(inquirer.prompt([{ type: 'confirm', name: 'answer', ...question }])),
};

async function answerTo<T>(asked: Promise<{ readonly answer: T }>): Promise<T | null> {
  try {
    return (await asked).answer;
  } catch (error) {
    if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) return null;
    throw error;
  }
}
