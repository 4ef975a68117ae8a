import { badgeFacts } from '../facts/eligibility.ts';
import { lastInWindow, markFacts } from '../facts/mark.ts';
import { openRecommendations } from '../facts/recommendations.ts';
import { count } from '../facts/requirements/requirement.ts';
import { type Line, run, type Tone } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import type { ResponseFile } from '../model/files.generated.ts';
import { cut } from '../model/width.ts';
import { oneLine } from '../workspace/scaffold-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { STATES } from './badges.ts';
import { markLines } from './mark.ts';
import { paragraphs } from './paragraphs.ts';

/** A comment of a response, and where what it is about stands now. */
export interface CommentTold {
  /** `grid/2025-26.yaml:12:11`, or the file alone. */
  readonly where: string;
  readonly isThere: boolean;
  readonly text: string;
}

/** How many comments and recommendations are shown; the response has all of them. */
const MOST = 50;
/** In columns. */
const LONGEST_NAME = 60;

/** What a visit decided, and why; what the team said of the school’s files, and what it recommends. */
export function awardLines(
  workspace: Workspace,
  response: ResponseFile,
  comments: readonly CommentTold[],
  on: IsoDate,
  width: number,
): readonly Line[] {
  const { programme } = workspace;
  const { visit, decisions, recommendations = [] } = response;
  const said = (text: string, indent = '    '): readonly string[] => paragraphs(text, indent, width);
  const by = visit.assessor === undefined ? '' : `, ${cut(oneLine(visit.assessor), LONGEST_NAME)}`;
  const strands = [...programme.strands.keys()].filter((strand) => Object.hasOwn(decisions, strand));
  return [
    [run(`Visit of ${inWords(visit.date)}`, 'strong'), by],
    ...(visit.notes === undefined ? [] : said(visit.notes, '  ')),
    ...strands.flatMap((strand): readonly Line[] => {
      const { decision, because = '' } = decisions[strand] ?? { decision: 'not-yet' as const };
      const [words, tone] = DECISIONS[decision];
      return [
        '',
        [run(programme.strands.get(strand)?.badge ?? strand, 'strong'), '  ', run(words, tone)],
        ...(decision === 'awarded' ? until(workspace, strand, visit.date, on).flatMap((line) => said(line)) : []),
        ...(oneLine(because) === '' ? [] : said(because)),
      ];
    }),
    ...listed('Comments', comments, (comment) => [
      [`  ${comment.where}`, ...(comment.isThere ? [] : [run('  no longer there', 'warn')])],
      ...said(comment.text),
    ]),
    ...listed('Recommendations', recommendations, ({ text, strand }) => {
      const title = strand === undefined ? '' : ` (${programme.strands.get(strand)?.title ?? strand})`;
      return said(`${oneLine(text)}${title}`).map((line, index) =>
        index === 0 ? line.replace(/^ {4}/, '  - ') : line,
      );
    }),
    '',
    ...markLines(programme, markFacts(workspace, on), width),
  ];
}

/** The command to go on with: what was recommended, or else what the first strand still takes. */
export function afterAward(workspace: Workspace, { decisions }: ResponseFile, on: IsoDate): string {
  if (openRecommendations(workspace, on).length > 0) return 'lem plan suggest';
  const [open] = Object.entries(decisions).find(([, { decision }]) => decision !== 'awarded') ?? [];
  return open === undefined ? 'lem badges' : `lem badges ${open} --why`;
}

const DECISIONS: { readonly [decision in ResponseFile['decisions'][string]['decision']]: readonly [string, Tone] } = {
  awarded: ['awarded', 'good'],
  'further-evidence': STATES['further-evidence'],
  'not-yet': STATES['not-yet'],
};

/** Until when an award counts, where it is the one that does. */
function until(workspace: Workspace, strand: string, awarded: IsoDate, on: IsoDate): readonly string[] {
  const badge = badgeFacts(workspace, strand, on);
  if (badge.state !== 'held' || badge.awarded !== awarded) return [];
  const counts = `It counts towards the Mark until ${inWords(lastInWindow(workspace.programme, awarded))}.`;
  return badge.lapses === null ? [counts] : [`It is held until ${inWords(badge.lapses)}.`, counts];
}

function listed<T>(title: string, all: readonly T[], lines: (each: T) => readonly Line[]): readonly Line[] {
  if (all.length === 0) return [];
  const left = all.length - MOST;
  return [
    '',
    [run(title, 'strong')],
    ...all.slice(0, MOST).flatMap(lines),
    ...(left <= 0 ? [] : [[run(`  … and ${count(left, 'other')}, in the response`, 'dim')] as Line]),
  ];
}
