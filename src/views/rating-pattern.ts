import { inkOn } from '../model/ink.ts';
import { PATTERNS, type Pattern } from '../model/pattern.ts';
import type { RatingShown } from './summary/grid.ts';

/**
 * The pattern that tells a rating from the others where its colour does not: in greyscale, or to someone who sees colours
 * otherwise. From the top of a scale downwards there is more to see; neighbours never share one, however long it is.
 */
export function patternOf({ rank, steps }: Pick<RatingShown, 'rank' | 'steps'>): Pattern {
  return rank === null ? 'none' : (PATTERNS[(steps - 1 - rank) % PATTERNS.length] ?? 'plain');
}

/** The classes by which `base.css` draws that pattern; `pale` is for dark colours. */
export function patternClasses(rating: Pick<RatingShown, 'rank' | 'steps' | 'colour'>): string {
  return `fill fill-${patternOf(rating)}${inkOn(rating.colour) === '#ffffff' ? ' pale' : ''}`;
}
