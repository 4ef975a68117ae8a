import { compareAudits, isSameScale } from '../../facts/audit-comparison.ts';
import { out } from '../../model/block.ts';
import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { boundsOf, readSchoolYear, type SchoolYear, schoolYearOf } from '../../model/school-year.ts';
import { comparisonLines } from '../../views/audit-comparison.ts';
import { comparisonJson } from '../../views/audit-comparison-json.ts';
import { comparisonMarkdown } from '../../views/audit-comparison-markdown.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { argument, type Command, flag, type Input, JSON_OPTION } from '../command.ts';
import { loadWorkspace } from '../load.ts';
import { auditIn } from './year.ts';

export const compareAudit: Command = {
  summary: 'Compares two years’ audits: what moved by strand and element, and the statements with both reasons.',
  args: [
    ['[year]', 'a school year (default: the two latest that have an audit)'],
    ['[year]', 'another one (default: the latest other)'],
  ],
  options: [['--markdown', 'print a paper in Markdown, such as for governors'], JSON_OPTION],
  examples: [
    ['lem audit compare', 'this year’s audit beside last year’s'],
    ['lem audit compare 2024-25 2026-27', 'two years that you name'],
    ['lem audit compare --markdown > governors.md', 'a paper for governors'],
  ],
  run: compare,
};

function compare(world: World, input: Input): Outcome {
  const loaded = loadWorkspace(world, input);
  if ('refusal' in loaded) return loaded.refusal;
  const { workspace } = loaded;
  if (flag(input, 'json') && flag(input, 'markdown'))
    return unusable('--json and --markdown can’t both be had.', 'Say one of them.');
  const years = yearsFrom(workspace, input);
  if ('refusal' in years) return years.refusal;
  const before = auditIn(world, workspace, years.earlier);
  if ('refusal' in before) return before.refusal;
  const after = auditIn(world, workspace, years.later);
  if ('refusal' in after) return after.refusal;
  const { programme } = after;
  if (!isSameScale(before.programme, programme))
    return unusable(
      `${before.edition} and ${after.edition} have other ratings, so their audits can’t be compared.`,
      'lem audit show --year shows each by itself.',
    );
  const comparison = compareAudits(before, after);
  if (flag(input, 'json')) return { exit: 0, report: [{ kind: 'json', value: comparisonJson(comparison) }] };
  if (flag(input, 'markdown')) {
    const school = seen(workspace.settings)?.school.name ?? '';
    return { exit: 0, report: [{ kind: 'text', text: comparisonMarkdown(comparison, programme, school) }] };
  }
  return { exit: 0, report: [out(...comparisonLines(comparison, programme, world.terminal.width))] };
}

/** The two years in the order of time. */
function yearsFrom(
  workspace: Workspace,
  input: Input,
): { readonly earlier: SchoolYear; readonly later: SchoolYear } | { readonly refusal: Outcome } {
  const { audits } = workspace;
  const named: SchoolYear[] = [];
  for (const word of [argument(input, 0), argument(input, 1)]) {
    if (word === undefined) continue;
    const year = readSchoolYear(word);
    if (year === null)
      return {
        refusal: unusable(`${word} is not a school year.`, 'Write it as two years in a row, such as 2026-27.'),
      };
    named.push(year);
  }
  if (named.length === 2 && named[0] === named[1])
    return { refusal: unusable(`${named[0]} is the same year twice.`, 'Name two years, or none for the two latest.') };
  const others = [...audits.keys()].filter((year) => !named.includes(year));
  const [earlier, later] = [...others.slice(named.length - 2 || others.length), ...named].sort();
  return earlier === undefined || later === undefined ? { refusal: tooFew(workspace) } : { earlier, later };
}

function tooFew({ audits, programme }: Workspace): Outcome {
  const [only] = audits.keys();
  if (only === undefined) return unusable('There is no audit yet.', 'Begin one with lem audit start.');
  const { starts } = programme.file.schoolYear;
  const next = schoolYearOf(boundsOf(only, starts).before, starts);
  return unusable(
    `There is only the audit of ${only}, and nothing to compare it with.`,
    `lem audit start ${next} begins the next.`,
  );
}
