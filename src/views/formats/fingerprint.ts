import type { Diagnostic } from '../../model/diagnostic.ts';

/** What makes a finding the same after lines have moved: its rule, its file and its node's place in the data. */
export function fingerprint({ rule, file, pointer }: Diagnostic, prefix: string): string {
  return `${rule}|${prefix}${file}|${pointer}`;
}

/** The same for each of several findings, with a number behind the second and later ones of the same. */
export function uniqueFingerprints(diagnostics: readonly Diagnostic[], prefix: string): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const base = fingerprint(diagnostic, prefix);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}|${count}`;
  });
}
