import { inkOn } from '../../model/ink.ts';
import type { RatingShown } from '../summary/grid.ts';

/** From the top of a scale downwards: the further below, the more there is to see. `base.css` draws each as `.fill-<name>`. */
const PATTERNS = ['plain', 'dots', 'diagonal', 'lines', 'crossed', 'grid'] as const;

/**
 * The classes of the pattern that tells a rating from the others where its colour does not: in greyscale, or to someone
 * who sees colours otherwise. Neighbours on a scale never share one, however long it is. `pale` is for dark colours.
 */
export function patternOf({ rank, steps, colour }: Pick<RatingShown, 'rank' | 'steps' | 'colour'>): string {
  const name = rank === null ? 'none' : PATTERNS[(steps - 1 - rank) % PATTERNS.length];
  return `fill fill-${name}${inkOn(colour) === '#ffffff' ? ' pale' : ''}`;
}
