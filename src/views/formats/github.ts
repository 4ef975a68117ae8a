import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { visible } from '../../model/visible.ts';
import type { CheckReport, Format } from './report.ts';
import { totalLine } from './total.ts';

const KINDS: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands that GitHub Actions shows as annotations, and a last line for whoever reads the log.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Format = (report) => [
  {
    kind: 'text',
    text: [...report.diagnostics.map((diagnostic) => annotation(diagnostic, report)), totalLine(report)]
      .map((line) => `${line}\n`)
      .join(''),
  },
];

function annotation(diagnostic: Diagnostic, { prefix }: CheckReport): string {
  const { severity, file, line, column, endLine, endColumn, rule, message, hint } = diagnostic;
  // GitHub takes columns only within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = { file: `${prefix}${file}`, line, endLine, ...columns, title: rule };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const said = [message, ...(hint === null ? [] : [hint])].map((part) => data(visible(part))).join('%0A');
  return `::${KINDS[severity]} ${listed.join(',')}::${said}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
