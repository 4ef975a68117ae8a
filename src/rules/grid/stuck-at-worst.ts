import { covers } from '../../facts/coverage.ts';
import { cellOf, gridFacts } from '../../facts/grid.ts';
import { seen } from '../../model/known.ts';
import { at } from '../../model/place.ts';
import { carried } from '../../workspace/carried.ts';
import { onceReady, type Rule } from '../rule.ts';

const GRIDS = {
  'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { disability: red }\n',
  'grid/2026-27.yaml': 'year: 2026-27\ncells:\n  pupil-involvement: { disability: red }\n',
} as const;

export const gridStuckAtWorst: Rule = {
  id: 'grid/stuck-at-worst',
  title: 'A cell does not stay at the worst rating for two years with no action.',
  why: 'The plan takes its priorities from what audit and grid show (step 4). What was worst last year, still is, and was never acted on has been passed over.',
  severity: onceReady('warning'),
  wrong: GRIDS,
  right: {
    ...GRIDS,
    'plan/council-for-all.yaml':
      'title: A council that every pupil can sit on\nstrands: [disability]\nelements: [pupil-involvement]\nstatus: planned\n',
  },
  needsWhole: true,
  *check({ workspace, workspace: { programme }, year }) {
    const years = [...workspace.grids.keys()].filter((each) => each < year).sort();
    const before = years.at(-1) ?? '';
    const [earlier, now] = [carried(workspace).grids.get(before), workspace.grids.get(year)];
    const actions = [...workspace.actions.values()];
    if (earlier === undefined || now === undefined || actions.some(({ state }) => state === 'unreadable')) return;
    const worst = programme.file.scale[0]?.id;
    const taken = actions.flatMap((known) => seen(known) ?? []).filter(({ status }) => status !== 'stopped');
    for (const { element, strand, rating } of gridFacts(workspace, year).cells) {
      if (rating !== worst || cellOf(seen(earlier), element, strand).rating !== worst) continue;
      if (taken.some((action) => covers(action, element, strand))) continue;
      const [row, column] = [programme.elements.get(element)?.title, programme.strands.get(strand)?.title];
      yield {
        place: at(now.file, 'cells', element, strand),
        message: `${column} in ${row} was ${worst} in ${before} and still is, and no action takes it up.`,
        hint: `Plan one: lem plan add --strand ${strand} --element ${element}.`,
      };
    }
  },
};
