import { uncoveredCells } from '../../facts/coverage.ts';
import { at } from '../../model/place.ts';
import { onceReady, type Rule } from '../rule.ts';

const GRID = {
  'grid/2026-27.yaml': 'year: 2026-27\ncells:\n  pupil-involvement: { disability: amber }\n',
} as const;

export const planCellUncovered: Rule = {
  id: 'plan/cell-uncovered',
  title: 'Every cell whose rating calls for an action has one that is open.',
  why: 'The plan takes its priorities from what audit and grid show (step 4). A cell that nobody works on stays as it is.',
  severity: onceReady('warning', 'error'),
  wrong: GRID,
  right: {
    ...GRID,
    'plan/council-for-all.yaml':
      'title: A council that every pupil can sit on\nstrands: [disability]\nelements: [pupil-involvement]\nstatus: planned\n',
  },
  needsWhole: true,
  *check({ workspace, workspace: { programme }, year }) {
    const grid = workspace.grids.get(year);
    if (grid === undefined) return;
    for (const { element, strand, rating } of uncoveredCells(workspace, year)) {
      const [row, column] = [programme.elements.get(element)?.title, programme.strands.get(strand)?.title];
      yield {
        place: at(grid.file, 'cells', element, strand),
        message: `${column} in ${row} is ${rating}, and no open action takes it up.`,
        hint: `Name both in an open action, or plan one: lem plan add --strand ${strand} --element ${element}.`,
      };
    }
  },
};
