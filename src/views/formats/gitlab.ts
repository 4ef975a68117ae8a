import type { Severity } from '../../model/diagnostic.ts';
import { uniqueFingerprints } from './fingerprint.ts';
import { type Format, sentence } from './report.ts';

const SEVERITIES: { readonly [severity in Severity]: string } = { error: 'major', warning: 'minor', info: 'info' };

/** A report for GitLab's Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Format = ({ diagnostics, prefix }) => {
  const fingerprints = uniqueFingerprints(diagnostics, prefix);
  return [
    {
      kind: 'json',
      value: diagnostics.map((diagnostic, index) => ({
        description: sentence(diagnostic),
        check_name: diagnostic.rule,
        fingerprint: fingerprints[index],
        severity: SEVERITIES[diagnostic.severity],
        location: { path: `${prefix}${diagnostic.file}`, lines: { begin: diagnostic.line } },
      })),
    },
  ];
};
