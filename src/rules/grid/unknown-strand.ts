import { keyAt } from '../../model/place.ts';
import { editionOfGrid } from '../../workspace/carried.ts';
import { wordsOf } from '../audits.ts';
import { cellsIn } from '../cells.ts';
import { each } from '../files.ts';
import { unknownStrandOf } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const gridUnknownStrand: Rule = {
  id: 'grid/unknown-strand',
  title: 'The grid’s columns are strands of the programme.',
  why: 'The grid has one judgement for each element and strand (step 3). Those under another name count towards no badge.',
  severity: always('error'),
  wrong: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { faith: green }\n' },
  right: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { religion-and-belief: green }\n' },
  *check({ workspace }) {
    for (const grid of each(workspace.grids)) {
      const words = wordsOf(workspace, editionOfGrid(workspace, grid.id));
      for (const { element, strand } of cellsIn(grid)) {
        yield* unknownStrandOf(words, strand, keyAt(grid.file, 'cells', element, strand));
      }
    }
  },
};
