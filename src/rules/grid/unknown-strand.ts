import { keyAt } from '../../model/place.ts';
import { cellsIn, grids } from '../cells.ts';
import { unknownStrand } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const gridUnknownStrand: Rule = {
  id: 'grid/unknown-strand',
  title: 'The grid’s columns are strands of the programme.',
  why: 'The grid has one judgement for each element and strand (step 3). Those under another name count towards no badge.',
  severity: always('error'),
  wrong: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { faith: green }\n' },
  right: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { religion-and-belief: green }\n' },
  *check({ workspace }) {
    for (const grid of grids(workspace)) {
      for (const { element, strand } of cellsIn(grid)) {
        yield* unknownStrand(workspace.programme, strand, keyAt(grid.file, 'cells', element, strand));
      }
    }
  },
};
