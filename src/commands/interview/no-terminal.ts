import { type Outcome, unusable } from '../../model/outcome.ts';

/**
 * What to do where there is nobody to interview.
 * @param file the one that the answers would go to
 * @param otherwise another way there, which asks nothing
 */
export function noTerminal(file: string, otherwise: string): Outcome {
  return unusable(
    'This is an interview, and there is no terminal to ask in.',
    `Run it in a terminal, ${otherwise}, or edit ${file}.`,
  );
}
