import type { BadgeFacts } from '../facts/eligibility.ts';
import type { MarkFacts } from '../facts/mark.ts';
import { shortestWay } from '../facts/shortest-way.ts';
import { type Line, run } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import type { Programme } from '../model/programme.ts';
import type { Proof } from '../model/verdict.ts';
import { pad, wrap } from '../model/width.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { wayLines } from './badge-why.ts';
import { STATES } from './badges.ts';

/** The Mark and its window. */
export function markLines(programme: Programme, mark: MarkFacts, width: number): readonly Line[] {
  const title = run(programme.file.mark.title, 'strong');
  const said = (text: string): readonly Line[] => wrap(text, Math.max(20, width - 2)).map((line) => `  ${line}`);
  const { state, achievedOn, lapsedAfter, window, deadline, held, missing, renew } = mark;
  if (state === 'achieved')
    return [
      [title, '  ', run(`achieved on ${inWords(achievedOn ?? '')}`, 'good')],
      ...(deadline === null ? [] : said(`It counts until ${inWords(deadline)}.`)),
      ...renew.slice(0, 1).flatMap(({ by }) => {
        const first = renew.filter((each) => each.by === by).map(({ strand }) => strand);
        return said(`To be awarded again by ${inWords(by)}: ${titles(programme, first)}.`);
      }),
    ];
  const rest =
    window === null || deadline === null
      ? said('The first badge awarded opens the window for the rest.')
      : [
          ...said(`In the window: ${titles(programme, held)}. Still missing: ${titles(programme, missing)}.`),
          ...said(`The window opened on ${inWords(window.from)}; the last day for the rest is ${inWords(deadline)}.`),
        ];
  if (state === 'lapsed')
    return [
      [
        title,
        '  ',
        run('lapsed', 'bad'),
        run(`, achieved on ${inWords(achievedOn ?? '')}, last counted on ${inWords(lapsedAfter ?? '')}`, 'dim'),
      ],
      ...rest,
    ];
  if (window === null || deadline === null) return [[title, '  ', run('not started', 'dim')], ...rest];
  return [[title, '  ', run('working towards', 'warn')], ...rest];
}

/** The shortest way to one badge. */
export function wayTo(workspace: Workspace, badge: BadgeFacts, way: readonly Proof[], width: number): readonly Line[] {
  const name = workspace.programme.strands.get(badge.strand)?.badge ?? badge.strand;
  const [words, tone] = STATES[badge.state];
  if (badge.state === 'held' || way.length === 0)
    return [
      [run(name, 'strong'), '  ', run(words, tone)],
      'Nothing is missing.',
      ...(badge.state === 'ready' ? [next(undefined)] : []),
    ];
  const count = way.length === 1 ? 'One thing would' : `${way.length} things would`;
  return [[run(`${count} make the ${name} ready to claim:`, 'strong')], ...wayLines(workspace, way, width)];
}

/** Which badges the Mark still takes, those first that take least, and by when. */
export function markWayLines(
  workspace: Workspace,
  badges: readonly BadgeFacts[],
  mark: MarkFacts,
  on: IsoDate,
  width: number,
): readonly Line[] {
  const { programme } = workspace;
  const { mostStrands } = programme.file.visits ?? {};
  if (mark.state === 'achieved') return [[run('Nothing is missing for the Mark.', 'good')]];
  const missing = badges
    .filter(({ strand }) => mark.missing.includes(strand))
    .map((badge) => ({ badge, way: shortestWay(badge.verdicts.filter(({ required }) => required)).length }))
    .sort((a, b) => a.way - b.way);
  const column = Math.max(...missing.map(({ badge }) => titles(programme, [badge.strand]).length)) + 2;
  const by = mark.deadline === null ? '' : ` by ${inWords(mark.deadline)}`;
  const visits = mostStrands === undefined ? null : Math.ceil(missing.length / mostStrands);
  return [
    [run(`Still to be awarded${by}:`, 'strong')],
    ...missing.map(({ badge, way }): Line => {
      const [words] = STATES[badge.state];
      const left = way === 0 ? 'nothing is missing' : way === 1 ? 'one thing is missing' : `${way} things are missing`;
      return [
        `  ${pad(titles(programme, [badge.strand]), column)}`,
        run(`${words}, ${left}`, way === 0 ? 'good' : 'dim'),
      ];
    }),
    ...(visits === null || mark.deadline === null
      ? []
      : wrap(
          `A visit decides at most ${mostStrands}: so ${visits === 1 ? 'one visit' : `at least ${visits} visits`} between ${inWords(on)} and then.`,
          Math.max(20, width - 2),
        ).map((line): Line => [run(`  ${line}`, 'dim')])),
    next(missing.find(({ way }) => way > 0)?.badge.strand),
  ];
}

/** The command to go on with: what is missing, or where nothing is, the visit. */
function next(strand: string | undefined): Line {
  return [run('  → ', 'accent'), strand === undefined ? 'lem visit book' : `lem badges ${strand} --next`];
}

function titles(programme: Programme, strands: readonly string[]): string {
  return strands.map((strand) => programme.strands.get(strand)?.title ?? strand).join(', ');
}
