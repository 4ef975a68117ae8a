import { badgeFacts } from '../facts/eligibility.ts';
import { gridFacts } from '../facts/grid.ts';
import { count } from '../facts/requirements/requirement.ts';
import { type Line, run } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import type { ResponseFile } from '../model/files.generated.ts';
import { cut, wrap } from '../model/width.ts';
import { listed } from '../workspace/scaffold-text.ts';
import { yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ratingTitle, spread } from './grid-suggest.ts';
import { headLines, readable } from './interview.ts';
import { claimWords } from './verification.ts';

/** What a school claims of a strand as the interview shows it: the requirements, those that are not met, and the grid. */
export function claimLines(
  workspace: Workspace,
  strand: string,
  { on, position }: { readonly on: IsoDate; readonly position: string },
  terminal: number,
): readonly Line[] {
  const width = readable(terminal);
  const { programme } = workspace;
  const { eligible, verdicts } = badgeFacts(workspace, strand, on);
  const year = yearOn(workspace, on);
  const rolled = gridFacts(workspace, year).strands.find((each) => each.strand === strand);
  const met = verdicts.filter(({ outcome }) => outcome === 'met').length;
  const lines: Line[] = [
    ...headLines(programme.strands.get(strand)?.badge ?? strand, position, width),
    `  ${sentence(claimWords(eligible))}: ${met} of ${count(verdicts.length, 'requirement')} met.`,
  ];
  for (const { outcome, message, required } of verdicts) {
    if (outcome === 'met') continue;
    const [first = '', ...rest] = wrap(message, width - 4);
    lines.push(
      [run(required ? '  ✗ ' : '  – ', required ? 'bad' : 'dim'), first],
      ...rest.map((each) => `    ${each}`),
    );
  }
  if (rolled !== undefined) {
    const rating = rolled.rating ?? rolled.provisional;
    const said = rating === null ? 'not rated' : ratingTitle(programme, rating);
    const text = `Grid of ${year}: ${said}${rolled.complete ? '' : ' so far'}, from ${spread(rolled, programme)}.`;
    lines.push(...wrap(text, width - 2).map((each) => `  ${each}`));
  }
  return lines;
}

/** What a response says, in a few lines. @param badges by strand */
export function responseLines(
  { school, visit, decisions, comments = [], recommendations = [] }: ResponseFile,
  badges: ReadonlyMap<string, string>,
  width: number,
): readonly Line[] {
  const added = [
    ...(comments.length === 0 ? [] : [count(comments.length, 'comment')]),
    ...(recommendations.length === 0 ? [] : [count(recommendations.length, 'recommendation')]),
    ...(visit.notes === undefined ? [] : ['notes of the visit']),
  ];
  const sentences = [
    `To ${cut(school.name, width)}, on the visit of ${inWords(visit.date)}.`,
    ...Object.entries(decisions).map(
      ([strand, { decision }]) => `${badges.get(strand) ?? strand}: ${DECIDED[decision]}.`,
    ),
    ...(added.length === 0 ? [] : [sentence(`${listed(added)}.`)]),
  ];
  return sentences.flatMap((each) => wrap(each, width - 2)).map((each) => `  ${each}`);
}

/** The text of a response as a terminal of a width shows it: no line is broken in the middle of a word. */
export function shownLines(text: string, width: number): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      return wrap(line, width - indent.length - 1).map((part) => indent + part);
    });
}

/** What a decision is called. */
export const DECIDED: { readonly [decision in ResponseFile['decisions'][string]['decision']]: string } = {
  awarded: 'awarded',
  'further-evidence': 'further evidence is needed',
  'not-yet': 'not yet',
};

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
