import type { ProgrammeFile } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';

/** Several ratings in one. */
export interface RollUp {
  /** The rating of them all; null while one is missing. The word for not applicable where every one is that. */
  readonly rating: string | null;
  readonly complete: boolean;
  /** The rating of those there are, while others are missing; null when complete or where none is there. */
  readonly provisional: string | null;
  /** How many there are of each: the scale in order, then not applicable, then `missing`. */
  readonly counts: { readonly [word: string]: number };
}

/**
 * Rolls ratings up by the programme's policy. Not yet judged (null, or a word the scale lacks) is never taken for a
 * rating: while one is missing there is only a provisional value. Not applicable is left out and counted.
 *
 * median: the middle one, an even split takes the worse. worst: the worst. majority: the one held most often, ties
 * take the worse. Raising one rating never lowers a median or a worst; a majority can move either way, as votes do.
 */
export function rollUp(ratings: readonly (string | null)[], programme: Programme): RollUp {
  const none = programme.file.notApplicable.id;
  const counts: { [word: string]: number } = {};
  for (const word of [...programme.ranks.keys(), none, 'missing']) counts[word] = 0;
  for (const rating of ratings) {
    const word = rating !== null && (rating === none || programme.ranks.has(rating)) ? rating : 'missing';
    counts[word] = (counts[word] ?? 0) + 1;
  }
  const rated = programme.file.scale.map(({ id }) => counts[id] ?? 0);
  const total = rated.reduce((sum, count) => sum + count, 0);
  const rank = total === 0 ? null : POLICIES[programme.file.rollUp](rated, total);
  const value = rank === null ? (counts[none] ? none : null) : (programme.file.scale[rank]?.id ?? null);
  const complete = counts.missing === 0 && ratings.length > 0;
  return {
    rating: complete ? value : null,
    complete,
    provisional: complete ? null : value,
    counts,
  };
}

/** The rank that stands for counts by rank, worst first; `total` is their sum and above 0. */
type Policy = (counts: readonly number[], total: number) => number;

const POLICIES: { readonly [policy in ProgrammeFile['rollUp']]: Policy } = {
  median: (counts, total) => {
    let seen = 0;
    return counts.findIndex((count) => {
      seen += count;
      return seen * 2 >= total;
    });
  },
  worst: (counts) => counts.findIndex((count) => count > 0),
  majority: (counts) => counts.indexOf(Math.max(...counts)),
};
