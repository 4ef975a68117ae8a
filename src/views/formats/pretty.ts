import { type Line, out, run, type Tone } from '../../model/block.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { wrap } from '../../model/width.ts';
import { codeFrame } from '../code-frame.ts';
import type { CheckReport, Format } from './report.ts';
import { total } from './total.ts';

const TONES: { readonly [severity in Severity]: Tone } = { error: 'bad', warning: 'warn', info: 'accent' };

/** The findings for a person: file by file, each with its place, its lines and what to do next. */
export const pretty: Format = (report) => {
  const lines: Line[] = [];
  for (const diagnostic of report.diagnostics) lines.push(...findingLines(diagnostic, report), '');
  return [out(...lines, ...totals(report))];
};

function findingLines(diagnostic: Diagnostic, { sources, width }: CheckReport): readonly Line[] {
  const { file, line, column, severity, rule, message, hint } = diagnostic;
  const text = sources.get(file)?.text ?? '';
  return [
    [run(`${file}:${line}:${column}`, 'strong'), ' ', run(severity, TONES[severity]), ' ', run(rule, 'dim')],
    ...wrap(message, width - 2).map((part) => `  ${part}`),
    ...(text === '' ? [] : codeFrame(text, diagnostic, width)),
    ...(hint === null
      ? []
      : wrap(hint, width - 4).map((part, index): Line => [run(index === 0 ? '  → ' : '    ', 'accent'), part])),
  ];
}

function totals(report: CheckReport): readonly Line[] {
  const { counts, among } = total(report);
  if (counts.length === 0) return [[run('✓ ', 'good'), `${among}: nothing to mend.`]];
  const parts = counts.map(({ severity, words }) => run(words, TONES[severity]));
  const listed = parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
  return [[...listed, ` in ${among}.`], [run('lem explain <rule> says why a rule exists.', 'dim')]];
}
