import { cellsIn, grids } from '../cells.ts';
import { unknownRating } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const gridUnknownRating: Rule = {
  id: 'grid/unknown-rating',
  title: 'Ratings in the grid are steps of the programme’s scale.',
  why: 'The grid says which rating best describes current practice (step 3). Another word has no place on the scale, so the strand’s badge can’t be told.',
  severity: always('error'),
  wrong: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { race: gren }\n' },
  right: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { race: green }\n' },
  *check({ workspace }) {
    for (const grid of grids(workspace)) {
      for (const { rating, place } of cellsIn(grid)) yield* unknownRating(workspace.programme, rating, place);
    }
  },
};
