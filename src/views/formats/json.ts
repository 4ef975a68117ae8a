import { findingJson } from './finding.ts';
import { counts, type Format } from './report.ts';

/** The findings as JSON: schemas/output/check.json. */
export const json: Format = ({ level, files, diagnostics }) => [
  {
    kind: 'json',
    value: {
      format: 1,
      level,
      summary: { files, ...counts(diagnostics) },
      findings: diagnostics.map(findingJson),
    },
  },
];
