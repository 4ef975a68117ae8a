import type { RollUp } from '../../../facts/rollup.ts';
import { type Programme, ratingWords } from '../../../model/programme.ts';
import { type RatingShown, ratingOf } from '../../summary/grid.ts';

/** A rating, a roll-up or the lack of one, as a cell shows it. */
export interface CellShown {
  /** Null where there is none, or none that can be told. */
  readonly rating: RatingShown | null;
  /** What stands in place of a letter. */
  readonly sign: string | null;
  /** Whether some of what it rolls up is not there yet. */
  readonly provisional: boolean;
  /** Whether the audit suggests another rating. */
  readonly differs: boolean;
  /** All of it in words, for who can't see it. */
  readonly words: string;
}

/** Stands for a rating that is not there yet, and for one that can’t be told. */
export const NOTHING = '·';
export const UNTOLD = '?';

/** One rating in a cell. @param isTold false where the file it would stand in can't be read */
export function ratingCell(programme: Programme, word: string | null, isTold: boolean, suggested?: string): CellShown {
  const rating = ratingOf(programme, word);
  const other = suggested === undefined ? null : (ratingOf(programme, suggested)?.title ?? suggested);
  const words =
    rating !== null
      ? `${rating.title}${other === null ? '' : `; the audit suggests ${other}`}`
      : word !== null
        ? `${word} is no rating`
        : isTold
          ? 'Not yet judged'
          : 'Can’t tell';
  const sign = rating !== null ? null : word === null && isTold ? NOTHING : UNTOLD;
  return { rating, sign, provisional: false, differs: other !== null, words };
}

/** A roll-up in a cell: while something is missing, only what there is so far. */
export function rollUpCell(programme: Programme, roll: RollUp, isTold: boolean): CellShown {
  if (roll.complete) return ratingCell(programme, roll.rating, isTold);
  const missing = roll.counts.missing ?? 0;
  const so = ratingOf(programme, roll.provisional);
  const why = isTold ? `${missing} not yet judged` : `${missing} can’t be told`;
  if (so === null) return ratingCell(programme, null, isTold);
  return { rating: so, sign: null, provisional: true, differs: false, words: `Provisional: ${so.title}; ${why}` };
}

/** How many there are of each rating, worst first, and how many have none. */
export interface SpreadShown {
  /** Every rating of the scale, also those that none has. */
  readonly ratings: readonly Counted[];
  readonly rated: readonly Counted[];
  readonly missing: number;
  readonly total: number;
}

export type Counted = RatingShown & { readonly count: number };

/** The spread behind a roll-up. */
export function spreadOf(programme: Programme, { counts }: RollUp): SpreadShown {
  const ratings = ratingWords(programme).flatMap((word) => {
    const rating = ratingOf(programme, word);
    return rating === null ? [] : [{ ...rating, count: counts[word] ?? 0 }];
  });
  const missing = counts.missing ?? 0;
  return {
    ratings,
    rated: ratings.filter(({ count }) => count > 0),
    missing,
    total: ratings.reduce((sum, { count }) => sum + count, missing),
  };
}

/** What ratings are that are not there. */
export function missingWord(isTold: boolean): string {
  return isTold ? 'not yet judged' : 'that can’t be told';
}
