import { filled } from '../../facts/requirements/requirement.ts';
import type { Programme } from '../../model/programme.ts';
import type { Prompts } from '../../world.ts';
import type { Put } from './held.ts';
import { MOVES, moveKeys, ratingKeys } from './keys.ts';
import type { Move } from './walk.ts';

/** What comes after a question: the next one, the same again, the rating again, or another stop. */
export type Came = Put | 'rating' | Move;

/** Asks the questions of a stop, of which the first is the rating. @param from which to begin with */
export async function inTurn(questions: readonly (() => Promise<Came>)[], from: number): Promise<Move> {
  for (let asking = from; ; ) {
    const question = questions[asking];
    const came = question === undefined ? 'next' : await question();
    if (came === 'on') asking += 1;
    else if (came === 'rating') asking = 0;
    else if (came !== 'again') return came;
  }
}

/** Asks for the rating of a stop, or where to go instead. @param usual what Enter alone answers */
export async function askRating(
  prompts: Prompts,
  programme: Programme,
  { usual, isFirst }: { readonly usual: string | null; readonly isFirst: boolean },
  put: (rating: string) => Promise<Put>,
): Promise<Came> {
  const [keys, moves] = [ratingKeys(programme), moveKeys(!isFirst)];
  const answer = await prompts.key({ message: 'Rating:', keys, moves, ...(usual === null ? {} : { default: usual }) });
  if (answer === null || answer === MOVES.stop) return 'stop';
  if (answer === MOVES.back) return 'back';
  return answer === MOVES.skip ? 'next' : put(answer);
}

/**
 * Asks for the reason of a judgement. What was typed is not lost where it has to be asked again.
 * @param why asks for a reason that the rating can't do without, or null; without an answer the rating is asked again
 * @param put saves the reason, null for none
 */
export async function askReason(
  prompts: Prompts,
  { why, usual, because }: { readonly why: string | null; readonly usual: string; readonly because: string | null },
  put: (reason: string | null) => Promise<Put>,
): Promise<Came> {
  const message = why === null ? usual : `${why} (Enter to go back)`;
  for (let initial = because ?? ''; ; ) {
    const answer = await prompts.text({ message, initial });
    if (answer === null) return 'stop';
    if (!filled(answer) && why !== null) return 'rating';
    if (answer === (because ?? '')) return 'on';
    const came = await put(filled(answer) ? answer.trim() : null);
    if (came !== 'again') return came;
    initial = answer;
  }
}

/** Asks whether people agree on what is there, once nothing is open. @param put saves what they say */
export async function askAgreed(
  prompts: Prompts,
  message: string,
  put: (isAgreed: boolean) => Promise<Put>,
): Promise<Move> {
  await prompts.show('');
  for (;;) {
    const isAgreed = await prompts.confirm({ message, default: false });
    if (isAgreed === null) return 'stop';
    const came = await put(isAgreed);
    if (came !== 'again') return came === 'on' ? 'next' : came;
  }
}
