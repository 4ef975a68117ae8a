import { keyAt } from '../../model/place.ts';
import { grids } from '../cells.ts';
import { unknownElement } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const gridUnknownElement: Rule = {
  id: 'grid/unknown-element',
  title: 'The grid’s rows are elements of the programme.',
  why: 'The grid has one judgement for each element and strand (step 3). Those under another name are left out of every roll-up.',
  severity: always('error'),
  wrong: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvment: { race: green }\n' },
  right: { 'grid/2025-26.yaml': 'year: 2025-26\ncells:\n  pupil-involvement: { race: green }\n' },
  *check({ workspace }) {
    for (const { file, value } of grids(workspace)) {
      for (const element of Object.keys(value.cells ?? {})) {
        yield* unknownElement(workspace.programme, element, keyAt(file, 'cells', element));
      }
    }
  },
};
