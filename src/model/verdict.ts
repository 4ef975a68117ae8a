import type { Place } from './place.ts';

/** What was found of one requirement for one badge, and what decides it. */
export interface Verdict {
  readonly requirement: string;
  readonly outcome: 'met' | 'unmet' | 'unknown';
  /** Whether a claim needs it. */
  readonly required: boolean;
  /** Why, in a sentence. */
  readonly message: string;
  /** The nodes that decide it, the first one first. */
  readonly because: readonly Place[];
  /** The command that helps, where it is not met. */
  readonly fix: string | null;
}
