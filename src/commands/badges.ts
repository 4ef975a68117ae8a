import { badgeFacts } from '../facts/eligibility.ts';
import { markFacts } from '../facts/mark.ts';
import { type Line, out, run } from '../model/block.ts';
import { inWords } from '../model/calendar.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { badgeDetail, badgeOverview, badgesJson, markLines } from '../views/badges.ts';
import type { World } from '../world.ts';
import { argument, type Command, dayOf, flag, type Input, JSON_OPTION, ON_OPTION } from './command.ts';
import { loadWorkspace } from './load.ts';
import { strandNamed } from './named.ts';

export const command: Command = {
  summary: 'Which badges the school may claim, and what stands in the way; the Mark and its window.',
  args: [['[strand]', 'a strand’s id: every requirement of its badge']],
  options: [ON_OPTION, JSON_OPTION],
  examples: [
    ['lem badges', 'all badges and the Mark'],
    ['lem badges disability --on 2027-06-01', 'one badge, requirement by requirement, as on that day'],
  ],
  run: badges,
};

function badges(world: World, input: Input): Outcome {
  const day = dayOf(world, input);
  if ('refusal' in day) return day.refusal;
  const loaded = loadWorkspace(world, input);
  if ('refusal' in loaded) return loaded.refusal;
  const { workspace } = loaded;
  const { on } = day;
  const { programme, awards } = workspace;
  const word = argument(input, 0);
  const named = word === undefined ? null : strandNamed(programme, word);
  if (named !== null && 'refusal' in named) return named.refusal;
  const strand = named?.id;
  if (awards.state === 'unreadable')
    return unusable(
      `${awards.file} can’t be read, so it can’t be told which badges are held.`,
      `lem check ${awards.file} says what is wrong.`,
    );
  const facts = (strand === undefined ? [...programme.strands.keys()] : [strand]).map((id) =>
    badgeFacts(workspace, id, on),
  );
  const mark = markFacts(workspace, on);
  const [one] = facts;
  // Asked about one badge, the exit code answers the question; an overview has nothing to fail.
  const exit = strand === undefined || one === undefined || one.state === 'held' || one.eligible === true ? 0 : 1;
  if (flag(input, 'json')) return { exit, report: [{ kind: 'json', value: badgesJson(workspace, on, facts, mark) }] };
  const { width } = world.terminal;
  const lines: readonly Line[] =
    strand === undefined || one === undefined
      ? [...badgeOverview(workspace, facts, width), '', ...markLines(programme, mark)]
      : badgeDetail(workspace, one, width);
  return { exit, report: [out([run(`As on ${inWords(on)}`, 'dim')], '', ...lines)] };
}
