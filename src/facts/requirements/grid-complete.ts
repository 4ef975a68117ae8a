import { inWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { isRating } from '../../model/programme.ts';
import type { Proof } from '../../model/verdict.ts';
import { carried } from '../../workspace/carried.ts';
import { pathOf } from '../../workspace/layout.ts';
import { cellOf } from '../grid.ts';
import { all, met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 3: the year's summary grid is completed and has a rating for the strand in every element. */
export const gridComplete: RequirementKind = ({ workspace, strand, year, on }) => {
  const { programme } = workspace;
  const file = pathOf.grid(year);
  const grid = carried(workspace).grids.get(year) ?? { state: 'absent', file };
  if (grid.state === 'unreadable') return unknown(file);
  if (grid.state === 'absent')
    return unmet(`There is no summary grid for ${year}.`, `lem audit start ${year}`, at(file));
  const cells = [...programme.elements.values()].map(({ id, title }): Proof => {
    const { rating } = cellOf(grid.value, id, strand);
    const place = at(file, 'cells', id, strand);
    if (rating === null)
      return unmet(`${title} has no rating for this strand in the grid of ${year}.`, `lem grid answer ${id}`, place);
    if (!isRating(programme, rating))
      return unknown(file, `The grid of ${year} has a rating that the scale lacks.`, place);
    return met(`${title} is rated for this strand.`, place);
  });
  const { completed } = grid.value;
  const place = at(file, 'completed');
  const whole =
    completed === undefined || completed > on
      ? unmet(`The grid of ${year} has not been completed.`, 'lem grid complete', place)
      : met(`The grid of ${year} was completed on ${inWords(completed)}.`, place);
  return all([...cells, whole], whole.message, place);
};
