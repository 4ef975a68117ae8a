import { cellOf } from '../../facts/grid.ts';
import { at } from '../../model/place.ts';
import { isEarlierGrid } from '../cells.ts';
import { always, type Rule } from '../rule.ts';

export const gridCellMissing: Rule = {
  id: 'grid/cell-missing',
  title: 'This year’s completed grid has a rating in every cell.',
  why: 'The grid judges current practice for each element and for each strand (step 3). An empty cell is no judgement, and never counts as a good one.',
  severity: always('error'),
  wrong: {
    'grid/2026-27.yaml': 'year: 2026-27\ncompleted: 2026-11-02\ncells:\n  pupil-involvement: { race: green }\n',
  },
  right: { 'grid/2026-27.yaml': 'year: 2026-27\ncells:\n  pupil-involvement: { race: green }\n' },
  *check({ workspace, workspace: { programme }, year }) {
    const grid = workspace.grids.get(year);
    if (grid?.state !== 'known' || grid.value.completed === undefined) return;
    if (isEarlierGrid(workspace, year)) return;
    for (const element of programme.elements.values()) {
      for (const strand of programme.strands.values()) {
        if (cellOf(grid.value, element.id, strand.id).rating !== null) continue;
        yield {
          place: at(grid.file, 'cells', element.id, strand.id),
          message: `The grid has a day of completion, and no rating for ${strand.title} in ${element.title}.`,
          hint: `Take the day under completed out until it is agreed, or set it: lem grid set ${element.id} ${strand.id} …`,
        };
      }
    }
  },
};
