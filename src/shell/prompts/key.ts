import { createPrompt, isEnterKey, makeTheme, useKeypress, usePrefix, useState } from '@inquirer/core';
import { inLines } from '../../model/width.ts';
import type { KeyChoice } from '../../world.ts';

interface Question {
  readonly message: string;
  readonly keys: readonly KeyChoice[];
  readonly moves: readonly KeyChoice[];
  readonly default?: string;
  /** The terminal's, in columns. */
  readonly width: number;
}

/** A question that a single key answers, without Enter: inquirer has none of its own. */
export const keyPrompt = createPrompt<string, Question>(({ message, keys, moves, default: usual, width }, done) => {
  const theme = makeTheme({});
  const [answered, setAnswered] = useState<KeyChoice | null>(null);
  const [isWrong, setWrong] = useState(false);
  const prefix = usePrefix({ status: answered === null ? 'idle' : 'done', theme });
  useKeypress((event, line) => {
    const typed = line.line.trim().toLowerCase();
    line.clearLine(0);
    const pressed = [...keys, ...moves].find(({ key, value }) => (isEnterKey(event) ? value === usual : key === typed));
    if (pressed === undefined) return setWrong(true);
    setAnswered(pressed);
    done(pressed.value);
  });
  const title = `${prefix} ${theme.style.message(message, answered === null ? 'idle' : 'done')}`;
  if (answered !== null) return `${title} ${theme.style.answer(answered.name)}`;
  const offered = (choices: readonly KeyChoice[]): readonly string[] => {
    const named = choices.map(
      ({ key, name, value }) => `${theme.style.key(key)} ${name}${value === usual ? ' (Enter)' : ''}`,
    );
    return inLines(named, '   ', width - 4).map((line) => `  ${line}`);
  };
  const hint = isWrong ? [theme.style.error('Press one of these keys.')] : [];
  return [`${title} `, [...offered(keys), ...offered(moves), ...hint].join('\n')];
});
