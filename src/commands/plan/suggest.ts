import { type Looked, priorities } from '../../facts/priorities.ts';
import { latestFirst, type Recommended, recommendations } from '../../facts/recommendations.ts';
import { out } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { plainWord } from '../../model/plain-word.ts';
import { recommendedLines } from '../../views/plan-recommended.ts';
import { planSuggestJson, planSuggestLines } from '../../views/plan-suggest.ts';
import type { World } from '../../world.ts';
import { next } from '../change.ts';
import { type Command, flag, type Input, JSON_OPTION, ON_OPTION, text, texts, YEAR_OPTION } from '../command.ts';
import { goOn } from '../grid/go-on.ts';
import { type GridRequest, gridRequest } from '../grid/request.ts';
import { allNamed, elementNamed, strandNamed } from '../named.ts';

/** How many are shown to people who do not say how many they want. */
const USUAL = 5;

export const suggestPlan: Command = {
  summary:
    'What to plan next: cells that call for an action and have none open, put together and ranked; and what the Equality team recommended that no action takes up.',
  options: [
    ['--strand <strand>', 'only what is about this strand; may be given several times', 'many'],
    ['--element <element>', 'only the cells of this element; may be given several times', 'many'],
    ['--all', 'also what an action takes up already'],
    ['--limit <n>', `show at most so many (default: ${USUAL}, and all with --json)`],
    YEAR_OPTION,
    ON_OPTION,
    JSON_OPTION,
  ],
  examples: [
    ['lem plan suggest', 'the most pressing, each with the command that plans it'],
    ['lem plan suggest --strand race --all', 'all there is to do for one strand'],
    ['lem plan suggest --json --limit 1', 'the first of them, for programs'],
  ],
  run: suggest,
};

function suggest(world: World, input: Input): Outcome {
  const request = gridRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { workspace, year, grid, yearFlag } = request;
  const { programme } = workspace;
  const strands = allNamed(texts(input, 'strand'), (word) => strandNamed(programme, word));
  if ('refusal' in strands) return strands.refusal;
  const elements = allNamed(texts(input, 'element'), (word) => elementNamed(programme, word));
  if ('refusal' in elements) return elements.refusal;
  const limit = text(input, 'limit');
  if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit))
    return unusable(`${limit} is not a number of suggestions.`, 'Write a whole number from 1, such as --limit 3.');
  if (grid === null)
    return unusable(`There is no grid of ${year} to plan from.`, `lem grid suggest${yearFlag} --apply begins it.`);
  const unreadable = [...workspace.actions.values()].find(({ state }) => state === 'unreadable');
  if (unreadable !== undefined)
    return unusable(
      `${unreadable.file} can’t be read, so lem can’t tell which cells it takes up.`,
      `lem check ${plainWord(unreadable.file, 'file')} says what is wrong.`,
    );
  const looked = { strands: strands.ids, elements: elements.ids, all: flag(input, 'all') };
  const found = { ...priorities(workspace, year, looked), recommendations: recommended(request, looked) };
  if (flag(input, 'json')) {
    const value = planSuggestJson(found, programme, limit === undefined ? found.priorities.length : Number(limit));
    return { exit: 0, report: [{ kind: 'json', value }] };
  }
  const lines = planSuggestLines(found, programme, Number(limit ?? USUAL), world.terminal.width);
  const then = found.unrated > 0 || found.priorities.length === 0 ? [next(goOn(request))] : [];
  const more = recommendedLines(found.recommendations, programme, Number(limit ?? USUAL), world.terminal.width);
  return { exit: 0, report: [out(...lines, ...then, ...more)] };
}

/** What the team recommended, as far as it is asked for; of an element none is, as none names one. */
function recommended(
  { workspace, on }: GridRequest,
  { strands, elements, all }: Required<Looked>,
): readonly Recommended[] {
  if (elements.length > 0) return [];
  return latestFirst(recommendations(workspace), on).filter(
    (each) =>
      (all || each.actions.length === 0) &&
      (strands.length === 0 || each.strands === null || each.strands.some((strand) => strands.includes(strand))),
  );
}
