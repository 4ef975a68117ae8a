import type { Place } from './place.ts';

/** What a file can hold at a place. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * A change to one node of a file. `was` is what the node must hold for the change to be made: what it was meant for.
 */
export type Edit =
  | { readonly kind: 'set'; readonly place: Place; readonly value: Plain; readonly was: Plain }
  | { readonly kind: 'rename'; readonly place: Place; readonly key: string }
  | { readonly kind: 'remove'; readonly place: Place; readonly was: Plain };

/** How a finding is mended without a person's judgement: edits that all are for the same file. */
export interface Fix {
  readonly edits: readonly Edit[];
  /** What is done, in a few words: `written as disability`. */
  readonly does: string;
}
