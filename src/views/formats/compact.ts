import { out } from '../../model/block.ts';
import { type Format, sentence } from './report.ts';

/** A line for each finding, which editors and grep can read: `file:line:column: severity message [rule]`. */
export const compact: Format = ({ diagnostics, prefix }) => [
  out(
    ...diagnostics.map((diagnostic) => {
      const { file, line, column, severity, rule } = diagnostic;
      return `${prefix}${file}:${line}:${column}: ${severity} ${sentence(diagnostic)} [${rule}]`;
    }),
  ),
];
