import type { Diagnostic } from '../../model/diagnostic.ts';
import { visible } from '../../model/visible.ts';
import { type Format, sentence } from './report.ts';
import { total } from './total.ts';

/** A comment on GitHub may have 65,536 characters. */
const LONGEST = 60_000;

/** A comment for a pull request: a line that sums up, and a table for each file. */
export const markdown: Format = (report) => {
  const { counts, among } = total(report);
  const listed = counts.map(({ words }) => words).join(', ');
  const parts = [counts.length === 0 ? `**Nothing to mend** in ${among}.\n` : `**${listed}** in ${among}.\n`];
  let length = 0;
  let shown = 0;
  for (const [index, diagnostic] of report.diagnostics.entries()) {
    const isNext = diagnostic.file !== report.diagnostics[index - 1]?.file;
    const part = `${isNext ? heading(diagnostic) : ''}${row(diagnostic)}`;
    length += part.length;
    if (length > LONGEST) break;
    parts.push(part);
    shown++;
  }
  const left = report.diagnostics.length - shown;
  if (left > 0) parts.push(`\nAnd ${left} more, which \`lem check\` shows.\n`);
  return [{ kind: 'text', text: parts.join('') }];
};

function heading({ file }: Diagnostic): string {
  return `\n**${escaped(file)}**\n\n| Line | Severity | Finding | Rule |\n|---:|---|---|---|\n`;
}

function row(diagnostic: Diagnostic): string {
  const { line, severity, rule } = diagnostic;
  return `| ${line} | ${severity} | ${escaped(sentence(diagnostic))} | \`${rule}\` |\n`;
}

/** Stands between a sign and what follows, so that no site reads the two as a mention of someone or something. */
const APART = '\u200b';

/**
 * A text of which Markdown on GitHub and GitLab makes only that text: no HTML, emphasis, table cell, link or picture, no
 * mention of a person or an issue, no formula.
 */
function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>|~$&]/g, (sign) => (sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/(?:[@#!~%$^]|&amp;|\bGH-)(?=\S)/g, (sign) => `${sign}${APART}`)
    .replace(/:(?=\/\/|\w)/g, '\\:')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}\\.`);
}
