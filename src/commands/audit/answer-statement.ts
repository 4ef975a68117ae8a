import type { StatementProgress } from '../../facts/audit-progress.ts';
import { filled } from '../../facts/requirements/requirement.ts';
import type { Judgement, Strand } from '../../model/files.generated.ts';
import type { Programme } from '../../model/programme.ts';
import type { Part } from '../../source/edit.ts';
import type { Choice, Prompts } from '../../world.ts';
import type { Put } from '../interview/held.ts';
import { ratingKeys } from '../interview/keys.ts';
import { askRating, askReason, type Came, inTurn } from '../interview/questions.ts';
import type { Move } from '../interview/walk.ts';
import { askDissent } from './answer-dissent.ts';
import { askEvidence } from './answer-evidence.ts';

/** The statement that an interview is at. */
export interface AtStatement {
  readonly prompts: Prompts;
  readonly programme: Programme;
  /** Those that the statement concerns. */
  readonly strands: readonly Strand[];
  /** The workspace's evidence items, to choose from. */
  readonly evidence: readonly Choice[];
  readonly isFirst: boolean;
  /** The judgement as it stands. */
  readonly now: () => Judgement;
  /** Saves parts of the judgement; those of a function are made from the judgement as it then stands. */
  readonly put: (parts: readonly Part[] | ((judgement: Judgement) => readonly Part[])) => Promise<Put>;
}

/** Asks for a judgement; each answer is saved before the next question. @param from the question to begin with */
export function askStatement(at: AtStatement, from: 'rating' | 'because'): Promise<Move> {
  const questions = [askOwnRating, askStrands, askBecause, askEvidence, askDissent];
  const first = from === 'rating' ? 0 : questions.indexOf(askBecause);
  return inTurn(
    questions.map((question) => () => question(at)),
    first,
  );
}

/** What is missing of a judgement: its rating, for a strand at least, or its reason; null for nothing. */
export function missing({ ratings, judgement }: StatementProgress): 'rating' | 'because' | null {
  if (ratings.some(({ rating }) => rating === null)) return 'rating';
  return filled(judgement?.because) ? null : 'because';
}

function askOwnRating({ prompts, programme, isFirst, now, put }: AtStatement): Promise<Came> {
  const usual = now().rating ?? null;
  return askRating(prompts, programme, { usual, isFirst }, (value) => put([{ path: ['rating'], value }]));
}

/** For which strands the rating is another, and which. */
async function askStrands({ prompts, programme, strands, now, put }: AtStatement): Promise<Came> {
  if (strands.length < 2) return 'on';
  const { strands: before = {} } = now();
  const chosen = await prompts.many({
    message: 'Strands for which it differs:',
    choices: strands.map(({ id, title }) => ({ value: id, name: title })),
    chosen: Object.keys(before),
  });
  if (chosen === null) return 'stop';
  const isOut = (strand: string): boolean => strands.some(({ id }) => id === strand) && !chosen.includes(strand);
  const came = await put(takenOut(now(), isOut));
  if (came !== 'on') return came;
  const keys = ratingKeys(programme);
  for (const { id, title } of strands.filter((each) => chosen.includes(each.id))) {
    const usual = now().strands?.[id];
    const own = await prompts.key({ message: `${title}:`, keys, ...(usual === undefined ? {} : { default: usual }) });
    if (own === null) return 'stop';
    const isSame = own === now().rating;
    const set = await put(isSame ? takenOut(now(), (each) => each === id) : [{ path: ['strands', id], value: own }]);
    if (set !== 'on') return set;
  }
  return 'on';
}

/** What takes strands out of a judgement. */
function takenOut({ strands = {} }: Judgement, isOut: (strand: string) => boolean): readonly Part[] {
  const ids = Object.keys(strands);
  return ids.length > 0 && ids.every(isOut)
    ? [{ path: ['strands'] }]
    : ids.filter(isOut).map((id) => ({ path: ['strands', id] }));
}

/** The reason, which not applicable can't do without (audit/not-applicable-without-reason). */
function askBecause({ prompts, programme, now, put }: AtStatement): Promise<Came> {
  const { rating, strands = {}, because = null } = now();
  const isNeeded = [rating, ...Object.values(strands)].includes(programme.file.notApplicable.id);
  const why = isNeeded ? 'Why does it not apply?' : null;
  const path = ['because'];
  return askReason(prompts, { why, usual: 'Because (what was seen, heard or read):', because }, (reason) =>
    put([reason === null ? { path } : { path, value: reason }]),
  );
}
