import { inWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { isRating } from '../../model/programme.ts';
import { pathOf } from '../../workspace/layout.ts';
import { cellOf } from '../grid.ts';
import { met, type RequirementKind, unknown, unmet } from './requirement.ts';

/** Step 3: the year's summary grid is completed and has a rating for the strand in every element. */
export const gridComplete: RequirementKind = ({ workspace, strand, year, on }) => {
  const { programme } = workspace;
  const file = pathOf.grid(year);
  const grid = workspace.grids.get(year) ?? { state: 'absent', file };
  if (grid.state === 'unreadable') return unknown(file);
  if (grid.state === 'absent') return unmet(`There is no summary grid for ${year}.`, 'lem grid show', at(file));
  for (const element of programme.elements.values()) {
    const { rating } = cellOf(grid.value, element.id, strand);
    const place = at(file, 'cells', element.id, strand);
    if (rating === null)
      return unmet(`${element.title} has no rating for this strand in the grid of ${year}.`, 'lem grid show', place);
    if (!isRating(programme, rating))
      return {
        ...unknown(file),
        message: `The grid of ${year} has a rating that the scale lacks.`,
        because: [place],
      };
  }
  const { completed } = grid.value;
  const place = at(file, 'completed');
  if (completed === undefined || completed > on)
    return unmet(`The grid of ${year} has not been completed.`, `lem check ${file} --level ready`, place);
  return met(`The grid of ${year} was completed on ${inWords(completed)}.`, place);
};
