import type { Fix } from '../model/edit.ts';
import type { EntryFault } from '../model/listing.ts';
import type { Place } from '../model/place.ts';

/** What can be wrong with a file before its meaning is looked at. Each code is a rule of its own. */
export type ProblemCode =
  | EntryFault
  | 'workspace/unknown-programme'
  | 'workspace/same-thing-twice'
  | 'programme/unsound'
  | 'programme/mapping-unsound'
  | 'programme/digest-differs'
  | 'yaml/syntax'
  | 'yaml/conflict'
  | 'yaml/duplicate-key'
  | 'yaml/empty'
  | 'yaml/tab'
  | 'yaml/merge-key'
  | 'yaml/octal-number'
  | 'schema/unknown-key'
  | 'schema/missing-key'
  | 'schema/wrong-type'
  | 'schema/wrong-value'
  | 'schema/bad-date';

/** A problem of a file: at a node, or at an offset of its text where there is no node. */
export interface Problem {
  readonly code: ProblemCode;
  readonly where: Place | { readonly file: string; readonly from: number; readonly to: number };
  readonly message: string;
  readonly hint?: string;
  /** How it is mended, where that takes no judgement. */
  readonly fix?: Fix;
}

/** A file's text and the data in it. `data` is undefined where the text is not sound YAML. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  readonly problems: readonly Problem[];
}
