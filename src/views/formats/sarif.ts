import type { Diagnostic, Level, Severity } from '../../model/diagnostic.ts';
import { RULES } from '../../rules/index.ts';
import type { Rule } from '../../rules/rule.ts';
import { fingerprint } from './fingerprint.ts';
import { type CheckReport, type Format, sentence } from './report.ts';

const LEVELS: { readonly [severity in Severity | 'off']: string } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  off: 'none',
};

/**
 * SARIF 2.1.0, the OASIS standard for what checking tools find: for code scanning on GitHub, and for editors. Suppressed
 * findings are left out: GitHub does not know the standard's `suppressions` and would raise an alert for each.
 */
export const sarif: Format = (report) => {
  const { diagnostics } = report;
  const met = new Set(diagnostics.map(({ rule }) => rule));
  const rules = RULES.filter(({ id }) => met.has(id));
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const value = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lem',
            version: report.version,
            rules: rules.map((rule) => descriptor(rule, report.level)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, indices, report)),
      },
    ],
  };
  return [{ kind: 'json', value }];
};

function descriptor({ id, title, why, severity, right }: Rule, level: Level): unknown {
  const examples = Object.entries(right).map(([path, text]) => `${path}:\n\n${text ?? '(not there)\n'}`);
  const help = [why, ...(examples.length === 0 ? [] : ['Right:', ...examples])].join('\n\n').trimEnd();
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity[level]] },
    properties: { tags: [id.split('/')[0]] },
  };
}

function result(diagnostic: Diagnostic, indices: ReadonlyMap<string, number>, { prefix }: CheckReport): unknown {
  const { rule, severity, file, line, column, endLine, endColumn } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: indices.get(rule),
    level: LEVELS[severity],
    message: { text: sentence(diagnostic) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(`${prefix}${file}`), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'rulePlace/v1': fingerprint(diagnostic, prefix) },
  };
}

/** A path as a relative reference (RFC 3986). */
function uri(path: string): string {
  return path
    .split('/')
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}
