import { filled } from '../../facts/requirements/requirement.ts';
import { cellsIn, grids } from '../cells.ts';
import { reasonForCell, yearFlag } from '../command-words.ts';
import { onceReady, type Rule } from '../rule.ts';

export const gridNotApplicableWithoutReason: Rule = {
  id: 'grid/not-applicable-without-reason',
  title: 'A cell judged not applicable says why.',
  why: 'What does not apply is left out of a strand’s roll-up (step 3). Without a reason nobody can tell a considered judgement from a gap.',
  severity: onceReady('error'),
  wrong: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { race: not-applicable }\n' },
  right: {
    'grid/2025-26.yaml':
      'year: 2025-26\ncells:\n  pupil-involvement:\n    race: { rating: not-applicable, because: The nursery has no council. }\n',
  },
  *check({ workspace, year }) {
    const none = workspace.programme.file.notApplicable;
    for (const grid of grids(workspace)) {
      for (const cell of cellsIn(grid)) {
        const { rating, because, reason } = cell;
        if (rating !== none.id || filled(because)) continue;
        yield {
          place: reason,
          message: `A cell of ${none.id} needs its reason.`,
          hint: `Say why, as { rating: ${none.id}, because: … }: ${reasonForCell(cell, yearFlag(grid.id, year))}`,
        };
      }
    }
  },
};
