import { type Outcome, unusable } from '../../model/outcome.ts';

/** What to do where there is nobody to interview. @param file the one that the answers would go to */
export function noTerminal(file: string): Outcome {
  return unusable(
    'This is an interview, and there is no terminal to ask in.',
    `Run it in a terminal, or fill in ${file} in an editor: lem check --level ready says what is missing.`,
  );
}
