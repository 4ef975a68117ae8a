import type { Fix } from './edit.ts';
import type { Place, Span } from './place.ts';

/** How far on a workspace should be: being written, ready to be claimed, or being sent in. */
export type Level = 'draft' | 'ready' | 'submission';
export const LEVELS: readonly Level[] = ['draft', 'ready', 'submission'];

export type Severity = 'error' | 'warning' | 'info';
/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What a rule says of a place. */
export interface Finding {
  readonly place: Place;
  /** What is wrong. */
  readonly message: string;
  /** What to do next. */
  readonly hint?: string;
  /** How it is mended, where that takes no judgement. */
  readonly fix?: Fix;
}

/** A finding with the rule it comes from, how bad it is at the level checked, and where it stands in the text. */
export interface Diagnostic extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly pointer: string;
  readonly hint: string | null;
  /** For `lem check --fix`; no format shows it. */
  readonly fix?: Fix;
}
