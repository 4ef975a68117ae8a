import type { IsoDate } from '../../model/calendar.ts';
import { didYouMean } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { argument, type Input, text } from '../command.ts';
import { dateNamed } from '../named.ts';
import { WAYS, type Way } from './points.ts';

/** What of the history is asked for. */
export interface HistoryRequest {
  readonly by: Way;
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
  /** How many commits of the branch are looked at. */
  readonly limit: number;
  /** A strand, as the user wrote it. */
  readonly strand: string | null;
}

const USUAL_LIMIT = 2000;
const LARGEST_LIMIT = 100_000;

/** Reads the options, or refuses them. */
export function readRequest(input: Input): HistoryRequest | { readonly refusal: Outcome } {
  const word = text(input, 'by') ?? 'month';
  const by = WAYS.find((way) => way === word);
  if (by === undefined)
    return { refusal: unusable(`--by ${word} is not a way to show a history.`, didYouMean(word, WAYS)) };
  const since = dateOf(input, 'since');
  if (since !== null && 'refusal' in since) return since;
  const until = dateOf(input, 'until');
  if (until !== null && 'refusal' in until) return until;
  if (since !== null && until !== null && since.date > until.date)
    return {
      refusal: unusable(`--since ${since.date} is after --until ${until.date}.`, 'Give the earlier one first.'),
    };
  const given = text(input, 'limit') ?? String(USUAL_LIMIT);
  const limit = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > LARGEST_LIMIT)
    return {
      refusal: unusable(`--limit ${given} is not a number of commits.`, `Write one from 1 to ${LARGEST_LIMIT}.`),
    };
  return { by, since: since?.date ?? null, until: until?.date ?? null, limit, strand: argument(input, 0) ?? null };
}

function dateOf(input: Input, option: string): ReturnType<typeof dateNamed> | null {
  const word = text(input, option);
  return word === undefined ? null : dateNamed(`--${option}`, word);
}
