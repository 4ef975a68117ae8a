import type { Block } from '../../model/block.ts';
import type { Diagnostic, Level, Severity } from '../../model/diagnostic.ts';
import type { Source } from '../../source/source.ts';

/** What a check came to, for the formats to phrase. */
export interface CheckReport {
  readonly level: Level;
  /** How many files were checked. */
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, Source>;
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
