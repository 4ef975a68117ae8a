import {
  createPrompt,
  isEnterKey,
  isTabKey,
  makeTheme,
  useEffect,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import { visible } from '../../model/visible.ts';
import { cut, widthOf, wrap } from '../../model/width.ts';

interface Question {
  readonly message: string;
  readonly default?: string;
  readonly initial?: string;
  readonly check?: (answer: string) => string | null;
  /** The terminal's, in columns. */
  readonly width: number;
}

/**
 * A question that a line of text answers. In inquirer's own, a text that is there to be changed can't be emptied, and a
 * long answer is broken in the middle of words.
 */
export const linePrompt = createPrompt<string, Question>(({ message, initial, check, width, ...rest }, done) => {
  const theme = makeTheme({});
  // A text of several lines would answer by itself if it were typed in for the user.
  const typed = initial === undefined || /\p{Cc}/u.test(initial) ? '' : initial;
  const usual = rest.default ?? (typed === '' ? initial : undefined) ?? '';
  const [value, setValue] = useState(typed);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const prefix = usePrefix({ status: isDone ? 'done' : 'idle', theme });
  useEffect((line) => line.write(typed), []);
  useKeypress((event, line) => {
    const put = (text: string): void => {
      line.clearLine(0);
      line.write(text);
      setValue(text);
    };
    if (isEnterKey(event)) {
      const answer = value === '' ? usual : value;
      const fault = check?.(answer) ?? null;
      setWrong(fault);
      if (fault !== null) return put(value);
      setValue(answer);
      setDone(true);
      done(answer);
    } else if (isTabKey(event)) put(value === '' && !/\p{Cc}/u.test(usual) ? usual : value);
    else {
      setValue(line.line);
      setWrong(null);
    }
  });
  const title = `${prefix} ${theme.style.message(message, isDone ? 'done' : 'idle')}`;
  if (isDone) return `${title}${answered(title, oneLine(value), width, theme.style.answer)}`;
  const hint = value === '' && usual !== '' ? ` ${theme.style.defaultAnswer(cut(oneLine(usual), width - 8))}` : '';
  return [`${title}${hint} ${value}`, wrong === null ? '' : theme.style.error(wrong)];
});

/** A text as it can be shown in a line. */
function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}

/** An answer beside its question, or where there is no room for it in lines of its own. */
function answered(title: string, answer: string, width: number, style: (text: string) => string): string {
  if (widthOf(title.split('\n').at(-1) ?? '') + 1 + widthOf(answer) < width) return ` ${style(answer)}`;
  return wrap(answer, width - 4)
    .map((line) => `\n  ${style(line)}`)
    .join('');
}
