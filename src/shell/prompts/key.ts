import { createPrompt, isEnterKey, makeTheme, useKeypress, usePrefix, useState } from '@inquirer/core';
import type { KeyChoice } from '../../world.ts';

interface Question {
  readonly message: string;
  readonly keys: readonly KeyChoice[];
  readonly default?: string;
}

/** A question that a single key answers, without Enter: inquirer has none of its own. */
export const keyPrompt = createPrompt<string, Question>(({ message, keys, default: usual }, done) => {
  const theme = makeTheme({});
  const [answered, setAnswered] = useState<KeyChoice | null>(null);
  const prefix = usePrefix({ status: answered === null ? 'idle' : 'done', theme });
  useKeypress((key, line) => {
    line.clearLine(0);
    const pressed = isEnterKey(key)
      ? keys.find(({ value }) => value === usual)
      : keys.find((each) => each.key === key.name);
    if (pressed === undefined) return;
    setAnswered(pressed);
    done(pressed.value);
  });
  const title = theme.style.message(message, answered === null ? 'idle' : 'done');
  if (answered !== null) return `${prefix} ${title} ${theme.style.answer(answered.name)}`;
  const offered = keys.map(
    ({ key, name, value }) => `${theme.style.key(key)} ${name}${value === usual ? ' (Enter)' : ''}`,
  );
  return `${prefix} ${title}\n  ${offered.join('   ')}`;
});
