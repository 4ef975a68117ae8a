import type { Block } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { Diagnostic, Level, Severity } from '../../model/diagnostic.ts';
import type { Source } from '../../source/source.ts';

/** What a check came to, for the formats to phrase. */
export interface CheckReport {
  readonly level: Level;
  /** The day that was judged by. */
  readonly on: IsoDate;
  /** From which severity on the check fails. */
  readonly failOn: Severity;
  /** That of lem. */
  readonly version: string;
  /** How many files were checked. */
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that comments in the files accept. */
  readonly suppressed: readonly Diagnostic[];
  /** How many findings the baseline accepts, and how many of it are gone; null without one. */
  readonly baseline: { readonly accepted: number; readonly gone: number } | null;
  readonly sources: ReadonlyMap<string, Source>;
  /**
   * What leads to the workspace's files from the folder that lem was called in, such as `school/`: formats for programs
   * that open the files put it before their paths.
   */
  readonly prefix: string;
  /** The terminal's width in columns. */
  readonly width: number;
}

/** A format of the findings: one file beside this one, registered in `index`. */
export type Format = (report: CheckReport) => readonly Block[];

/** How many findings there are of each severity. */
export function counts(diagnostics: readonly Diagnostic[]): { readonly [severity in Severity]: number } {
  const of = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

/** What is wrong and what to do next, in one line. */
export function sentence({ message, hint }: Diagnostic): string {
  return hint === null ? message : `${message} ${hint}`;
}
