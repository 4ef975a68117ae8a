import type { Place } from './place.ts';

/** What was found of a fact or a requirement; `unknown` is where a file can't be read. */
export type Found = 'met' | 'unmet' | 'unknown';

/**
 * What was found, and what it rests on, down to the single facts: a badge's eligibility explains itself from the very
 * tree it was worked out by. A proof without parts is a fact, told by one node of one file.
 */
export interface Proof {
  readonly outcome: Found;
  /** Why, in a sentence; where it is not met, that of the first fact that decides it. */
  readonly message: string;
  /** The node that decides it. */
  readonly place: Place;
  /** The command that helps, where it is not met. */
  readonly fix: string | null;
  readonly parts: readonly Proof[];
  /** How many of the parts it needs: all of them, or any so many. */
  readonly needed: number;
}

/** What was found of one requirement for one badge. */
export interface Verdict extends Proof {
  readonly requirement: string;
  /** Whether a claim needs it. */
  readonly required: boolean;
}
