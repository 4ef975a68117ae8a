import type { Diagnostic } from '../../model/diagnostic.ts';

/** A finding as schemas/output/check.json has it. */
export function findingJson(diagnostic: Diagnostic): { readonly [key: string]: string | number | null } {
  const { rule, severity, message, file, line, column, endLine, endColumn, pointer, hint } = diagnostic;
  return { rule, severity, message, file, line, column, endLine, endColumn, pointer, hint };
}
