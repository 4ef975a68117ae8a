import { type BadgeFacts, badgeFacts } from '../facts/eligibility.ts';
import { awardsOn, markFacts } from '../facts/mark.ts';
import { shortestWay } from '../facts/shortest-way.ts';
import { type Line, out, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { decisionLines, whyLines } from '../views/badge-why.ts';
import { badgeDetail, badgeOverview, badgesJson } from '../views/badges.ts';
import { markLines, markWayLines, wayTo } from '../views/mark.ts';
import { timelineLines } from '../views/timeline.ts';
import { whatIfLines } from '../views/what-if.ts';
import type { World } from '../world.ts';
import { asksForSite, SITE_OPTIONS, writeBadgeSite } from './badges/site.ts';
import { supposedBy, WHAT_IF_OPTION } from './badges/supposed.ts';
import { argument, type Command, flag, type Input, JSON_OPTION, ON_OPTION } from './command.ts';
import { openHere } from './load.ts';
import { strandNamed } from './named.ts';

export const command: Command = {
  summary: 'Which badges the school may claim, and what stands in the way; the Mark and its window.',
  args: [['[strand]', 'a strand’s id: every requirement of its badge']],
  options: [
    ['--why', 'every requirement down to the node of the file that decides it'],
    [
      '--next',
      'the fewest things that would make the badge ready; without a strand, which badges the Mark still takes',
    ],
    WHAT_IF_OPTION,
    ['--timeline', 'draw the badges and the window over time'],
    ON_OPTION,
    JSON_OPTION,
    ...SITE_OPTIONS,
  ],
  examples: [
    ['lem badges', 'all badges and the Mark'],
    ['lem badges disability --on 2027-06-01', 'one badge, requirement by requirement, as on that day'],
    ['lem badges race --next', 'the shortest way to one badge'],
    ['lem badges --what-if race=2027-06-24', 'what would become of the Mark'],
    ['lem badges --svg build/badges', 'an image of each badge and of the Mark, for the school’s website'],
  ],
  run: badges,
};

function badges(world: World, input: Input): Outcome | Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { workspace, on } = here;
  const { programme, awards } = workspace;
  const word = argument(input, 0);
  const named = word === undefined ? null : strandNamed(programme, word);
  if (named !== null && 'refusal' in named) return named.refusal;
  const strand = named?.id;
  const supposed = supposedBy(programme, input);
  if ('refusal' in supposed) return supposed.refusal;
  if (awards.state === 'unreadable')
    return unusable(
      `${awards.file} can’t be read, so it can’t be told which badges are held.`,
      `lem check ${awards.file} says what is wrong.`,
    );
  const facts = (strand === undefined ? [...programme.strands.keys()] : [strand]).map((id) =>
    badgeFacts(workspace, id, on),
  );
  const mark = markFacts(workspace, on);
  if (asksForSite(input))
    return writeBadgeSite(world, input, { root: here.root, workspace, on, badges: facts, mark, strand });
  const [one] = facts;
  // Asked about one badge, the exit code answers the question; an overview has nothing to fail.
  const exit = strand === undefined || one === undefined || one.state === 'held' || one.eligible === true ? 0 : 1;
  const asked = { why: flag(input, 'why'), next: flag(input, 'next'), supposed: supposed.awards };
  if (flag(input, 'json'))
    return { exit, report: [{ kind: 'json', value: badgesJson(workspace, on, facts, mark, asked) }] };
  const { width } = world.terminal;
  const made = awardsOn(workspace, on);
  const lines: readonly Line[] = [
    ...(strand === undefined || one === undefined
      ? overview(facts)
      : asked.next && !asked.why
        ? way(one)
        : [
            ...badgeDetail(workspace, one, width, asked.why ? why(one) : undefined),
            ...(asked.next ? ['', ...way(one)] : []),
          ]),
    ...(asked.supposed.length === 0 ? [] : ['', ...whatIfLines(programme, made, asked.supposed, on, width)]),
    ...(flag(input, 'timeline') && asked.supposed.length === 0
      ? ['', ...timelineLines({ programme, awards: made, supposed: [], mark, on }, width)]
      : []),
  ];
  return { exit, report: [out([run(`As on ${inWords(on)}`, 'dim')], '', ...lines)] };

  function overview(all: readonly BadgeFacts[]): readonly Line[] {
    const detail = asked.why
      ? all.flatMap((badge) => [...badgeDetail(workspace, badge, width, why(badge)), ''])
      : asked.supposed.length > 0
        ? []
        : [...badgeOverview(workspace, all, width), ''];
    const next = asked.next ? ['', ...markWayLines(workspace, all, mark, on, width)] : [];
    return [...detail, ...markLines(programme, mark, width), ...next];
  }

  function why({ strand }: BadgeFacts): typeof whyLines {
    return (...of) => [...decisionLines(workspace, strand, on, width), ...whyLines(...of)];
  }

  function way(badge: BadgeFacts): readonly Line[] {
    return wayTo(workspace, badge, shortestWay(badge.verdicts.filter(({ required }) => required)), width);
  }
}
