import type { IsoDate } from '../model/calendar.ts';
import type { Finding, Level, Severity } from '../model/diagnostic.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How bad a finding is at each level; `off` where the rule has nothing to say yet. */
export type Severities = { readonly [level in Level]: Severity | 'off' };

/** What a rule looks at. */
export interface Inquiry {
  readonly workspace: Workspace;
  readonly on: IsoDate;
  /** The school year whose audit and grid count on that day. */
  readonly year: SchoolYear;
}

/** Files of an example, by path; null for one that is not there. The rest is a small workspace that checks clean. */
export type ExampleFiles = { readonly [path: string]: string | null };

/** One thing that lem checks. Its examples are run by the tests: the wrong one gives this finding, the right one does not. */
export interface Rule {
  /** Group and name, `plan/unknown-strand`: permanent, and what `lem explain` takes. */
  readonly id: string;
  /** What must be so, in a line. */
  readonly title: string;
  /** Why it matters, with the step of the process it comes from. */
  readonly why: string;
  readonly severity: Severities;
  readonly wrong: ExampleFiles;
  readonly right: ExampleFiles;
  /** Its findings can't be accepted by a comment or a baseline. So it is for every rule of the group `privacy`. */
  readonly unsuppressible?: true;
  /** It finds that something is missing which a submission leaves out: so it is not asked of one. */
  readonly needsWhole?: true;
  /** Its findings; left out by a rule whose findings come from reading the files (a problem's code is the rule's id). */
  readonly check?: (inquiry: Inquiry) => Iterable<Finding>;
}

/** The same at every level: for wrong references, contradictions and advice. */
export function always(severity: Severity): Severities {
  return { draft: severity, ready: severity, submission: severity };
}

/** Silent in a draft; then as given: for what is not there yet. */
export function onceReady(ready: Severity, submission: Severity = ready): Severities {
  return { draft: 'off', ready, submission };
}

/** A warning in a draft; then as given: for what is called finished and is not. */
export function warningThen(ready: Severity, submission: Severity = ready): Severities {
  return { draft: 'warning', ready, submission };
}

/** Whether a rule's findings can be accepted: never those about people's privacy. */
export function isSuppressible({ id, unsuppressible }: Rule): boolean {
  return unsuppressible !== true && !id.startsWith('privacy/');
}
