import type { Severity } from '../../model/diagnostic.ts';
import { type CheckReport, counts } from './report.ts';

/** The number of findings of a severity in words. */
export interface Count {
  readonly severity: Severity;
  readonly words: string;
}

/** What a check came to in a sentence: how many findings of each severity, worst first, and among what. */
export function total({ diagnostics, files, level, suppressed, baseline }: CheckReport): {
  readonly counts: readonly Count[];
  /** `16 files checked at level draft (2 suppressed)` */
  readonly among: string;
} {
  const found = counts(diagnostics);
  const severities = (['error', 'warning', 'info'] as const).filter((severity) => found[severity] > 0);
  const apart = [
    suppressed.length === 0 ? [] : `${suppressed.length} suppressed`,
    baseline === null || baseline.accepted === 0 ? [] : `${baseline.accepted} in the baseline`,
    baseline === null || baseline.gone === 0 ? [] : `${baseline.gone} of the baseline not found`,
  ].flat();
  return {
    counts: severities.map((severity) => ({
      severity,
      words: `${found[severity]} ${severity}${found[severity] === 1 || severity === 'info' ? '' : 's'}`,
    })),
    among: `${files} ${files === 1 ? 'file' : 'files'} checked at level ${level}${apart.length === 0 ? '' : ` (${apart.join(', ')})`}`,
  };
}

/** The same as plain text. */
export function totalLine(report: CheckReport): string {
  const { counts: found, among } = total(report);
  if (found.length === 0) return `${among}: nothing to mend.`;
  return `${found.map(({ words }) => words).join(', ')} in ${among}.`;
}
