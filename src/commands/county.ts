import { inOrder } from '../facts/county/order.ts';
import type { CountySchool } from '../model/county-school.generated.ts';
import { LEVELS } from '../model/diagnostic.ts';
import { didYouMean } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { progressBar } from '../views/county/progress-bar.ts';
import type { World } from '../world.ts';
import { type Command, dayOf, type Input, ON_OPTION, text } from './command.ts';
import type { CountyJob } from './county/look-at.ts';
import { mergeCounty } from './county/merge.ts';
import { countyProgramme } from './county/programme.ts';
import { COUNTY_OPTIONS, readCountyRequest } from './county/request.ts';
import { partOf, SHARD_OPTION, shardOf } from './county/shard.ts';
import { LIST_OPTION, SCHOOLS_ARGUMENT, sourcesOf } from './county/sources.ts';
import { jsonLines, told } from './county/told.ts';

export const command: Command = {
  summary:
    'Looks at many schools, by their workspaces or submissions: what is wrong, where each stands, and what they have in common.',
  args: [SCHOOLS_ARGUMENT],
  options: [
    LIST_OPTION,
    ['--level <level>', 'how far on the work should be: draft, ready or submission (default: draft)'],
    ...COUNTY_OPTIONS,
    SHARD_OPTION,
    ON_OPTION,
  ],
  examples: [
    ['lem county schools', 'every workspace and submission below schools: a table, and what it comes to'],
    ['lem county schools --html county.html', 'a page to sort and filter besides'],
    ['lem county --list schools.txt --csv > county.csv', 'the schools that a file names, as a spreadsheet'],
    [
      'lem county schools --shard 2/4 --on 2026-06-08 > shard-2.jsonl',
      'the second of four parts, on a machine of its own',
    ],
    ['lem county merge shard-*.jsonl --html county.html', 'the parts put together'],
  ],
  verbs: { merge: mergeCounty, programme: countyProgramme },
  run: county,
};

async function county(world: World, input: Input): Promise<Outcome> {
  const request = readCountyRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const cut = shardOf(input);
  if ('refusal' in cut) return cut.refusal;
  const { shard } = cut;
  if (shard !== null && (request.format === 'csv' || request.html !== null))
    return unusable('A part of a county is JSON Lines.', 'Make the rest of all parts, with lem county merge.');
  const word = text(input, 'level') ?? 'draft';
  const level = LEVELS.find((each) => each === word);
  if (level === undefined) return unusable(`--level can’t be ${word}.`, didYouMean(word, LEVELS));
  const day = dayOf(world, input);
  if ('refusal' in day) return day.refusal;
  const named = sourcesOf(
    world,
    input,
    input.args.flat().flatMap((each) => each ?? []),
  );
  if ('refusal' in named) return named.refusal;
  const sources = shard === null ? named.sources : partOf(world, named.sources, shard);
  const schools: CountySchool[] = [];
  const jobs = sources.map(({ id: _id, ...source }): CountyJob => ({ ...source, level, on: day.on }));
  if (jobs.length > 0)
    await world.inParallel('county', jobs, (result, index) => {
      schools.push({ ...(result as CountySchool), of: named.sources.length });
      world.terminal.progress(progressBar(index + 1, jobs.length));
    });
  world.terminal.progress('');
  if (shard === null) return told(world, input, request, schools);
  return { exit: 0, report: [jsonLines(inOrder(schools))] };
}
