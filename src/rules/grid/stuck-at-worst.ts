import { cellOf } from '../../facts/grid.ts';
import { seen } from '../../model/known.ts';
import { at } from '../../model/place.ts';
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
  *check({ workspace, workspace: { programme }, year }) {
    const before = [...workspace.grids.keys()]
      .filter((each) => each < year)
      .sort()
      .at(-1);
    const now = workspace.grids.get(year);
    const worst = programme.file.scale[0]?.id;
    const actions = [...workspace.actions.values()];
    if (before === undefined || now === undefined || actions.some(({ state }) => state === 'unreadable')) return;
    const taken = actions.map(seen).filter((action) => action !== null && action.status !== 'stopped');
    for (const element of programme.elements.values()) {
      for (const strand of programme.strands.values()) {
        const grids = [seen(now), seen(workspace.grids.get(before))];
        if (grids.some((grid) => cellOf(grid, element.id, strand.id).rating !== worst)) continue;
        const covers = taken.some(
          (action) =>
            action?.strands.includes(strand.id) && (!action.elements?.length || action.elements.includes(element.id)),
        );
        if (covers) continue;
        yield {
          place: at(now.file, 'cells', element.id, strand.id),
          message: `${strand.title} in ${element.title} was ${worst} in ${before} and still is, and no action takes it up.`,
          hint: 'Add one with lem plan add.',
        };
      }
    }
  },
};
