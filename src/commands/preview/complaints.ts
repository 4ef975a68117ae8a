import { type Line, run } from '../../model/block.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Complaint } from '../../views/html/served-page.ts';
import { plainText } from '../../views/plain-text.ts';

/** What a refusal says: its line with `lem:`, where it begins with a place that place apart, and what to do. */
export function complaintOf({ report }: Outcome): Complaint {
  const [first = '', ...rest] = plainText(report).split('\n');
  const said = first.replace(/^lem: /, '');
  const [, where = null, message = said] = /^(\S+:\d+)(?::\d+)? (.*)$/.exec(said) ?? [];
  const hint = rest.join(' ').trim();
  return { where, message, hint: hint === '' ? null : hint };
}

/** How many are printed after a change. */
const MOST = 3;

/** The same for the terminal. */
export function complaintLines(complaints: readonly Complaint[]): readonly Line[] {
  const more = complaints.length - MOST;
  return [
    ...complaints
      .slice(0, MOST)
      .flatMap(({ where, message, hint }): readonly Line[] => [
        [run('✗ ', 'bad'), ...(where === null ? [] : [run(`${where} `, 'strong')]), message],
        ...(hint === null ? [] : [[run(`  ${hint}`, 'dim')]]),
      ]),
    ...(more > 0 ? [[run(`  And ${more} more: lem check lists them all.`, 'dim')]] : []),
  ];
}
