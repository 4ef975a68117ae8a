import { out } from '../model/block.ts';
import { exactly } from '../model/nearest.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { strandWords } from '../model/programme.ts';
import { historyJson } from '../views/history/json.ts';
import { historyLines } from '../views/history/lines.ts';
import type { HistoryView, Moment } from '../views/history.ts';
import { WORKSPACE_FILE } from '../workspace/layout.ts';
import type { World } from '../world.ts';
import { type Command, flag, type Input, JSON_OPTION } from './command.ts';
import { gather } from './history/gather.ts';
import { readRequest } from './history/request.ts';
import { schoolIn } from './history/school.ts';
import { listHere } from './load.ts';
import { strandNamed } from './named.ts';

export const command: Command = {
  summary:
    'How the grid, the badges, the audit and the plan have moved, by what git remembers of the workspace: its commits on this branch, each judged as on the day it was committed.',
  args: [['[strand]', 'a strand’s id: its ratings and its badge only']],
  options: [
    ['--by <way>', 'a row for each commit, or for the last in each month or term (default: month)'],
    ['--since <date>', 'nothing from before this day'],
    ['--until <date>', 'nothing from after this day'],
    ['--limit <n>', 'look at the latest n commits of the branch (default: 2000)'],
    JSON_OPTION,
  ],
  examples: [
    ['lem history', 'every month in which something changed'],
    ['lem history disability --by term', 'one strand, term by term'],
    ['lem history --by commit --since 2026-01-01 --json', 'every commit since that day, for programs'],
  ],
  run: history,
};

async function history(world: World, input: Input): Promise<Outcome> {
  const request = readRequest(input);
  if ('refusal' in request) return request.refusal;
  const here = listHere(world, input);
  if ('refusal' in here) return here.refusal;
  const remembered = await world.history(here.root, request.limit);
  if (remembered.state === 'none') return unusable(remembered.message, remembered.remedy);
  try {
    const gathered = await gather(world, here, remembered, request);
    if ('refusal' in gathered) return gathered.refusal;
    const moments = ofStrand(gathered.moments, request.strand);
    if ('refusal' in moments) return moments.refusal;
    const entry = here.listing.entries.get(WORKSPACE_FILE);
    const view: HistoryView = {
      school: schoolIn(entry)?.name ?? '',
      by: request.by,
      today: world.today,
      strand: moments.strand,
      moments: moments.moments,
      notes: gathered.notes,
    };
    return {
      exit: 0,
      report: flag(input, 'json')
        ? [{ kind: 'json', value: historyJson(view) }]
        : [out(...historyLines(view, world.terminal.width))],
    };
  } finally {
    remembered.close();
  }
}

/** The moments with one strand only, as each moment's own programme knows it: an edition may call it otherwise. */
function ofStrand(
  moments: readonly Moment[],
  word: string | null,
): Pick<HistoryView, 'moments' | 'strand'> | { readonly refusal: Outcome } {
  const latest = moments.findLast(({ programme }) => programme !== null)?.programme;
  if (word === null || !latest) return { moments, strand: null };
  const ids = moments.map(({ programme }) => (programme === null ? null : exactly(word, strandWords(programme))));
  const named = strandNamed(latest, word);
  if (ids.every((id) => id === null) && 'refusal' in named) return named;
  return {
    strand: ids.findLast((id) => id !== null) ?? null,
    moments: moments.map((moment, index) => {
      const { standing } = moment;
      if (standing === null) return moment;
      return {
        ...moment,
        standing: { ...standing, strands: standing.strands.filter(({ strand }) => strand === ids[index]) },
      };
    }),
  };
}
