import type { GridSuggestion } from '../../facts/grid-suggestions.ts';
import { count } from '../../facts/requirements/requirement.ts';
import type { Line } from '../../model/block.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Programme } from '../../model/programme.ts';
import { wrap } from '../../model/width.ts';
import { ratingTitle, unreadAudits } from '../../views/grid-suggest.ts';
import type { World } from '../../world.ts';
import { changing, next, wrote } from '../change.ts';
import type { Input } from '../command.ts';
import { goOn } from './go-on.ts';
import { editGrid, type GridRequest } from './request.ts';

/** Writes what the audit suggests into the cells that are empty. What people judged is never written over. */
export function applySuggestions(
  world: World,
  input: Input,
  request: GridRequest,
  cells: readonly GridSuggestion[],
): Outcome {
  const { root, workspace, year, file, grid, yearFlag } = request;
  const filled = cells.flatMap(({ element, strand, suggested, fills }) =>
    fills && suggested !== null ? [{ element, strand, suggested }] : [],
  );
  const empty = cells.filter(({ rating }) => rating === null).length - filled.length;
  const notes = [
    ...(empty === 0
      ? []
      : [`  ${count(empty, 'cell stays', 'cells stay')} empty: the audit is open there, or the cell needs a reason.`]),
    ...unreadAudits(workspace, year),
  ];
  if (filled.length === 0)
    return changing(world, input, {
      root,
      texts: [],
      said: ['Nothing to fill in from the audit.', ...notes, next(goOn(request))],
    });
  const parts = filled.map(({ element, strand, suggested }) => ({
    path: ['cells', element, strand],
    value: suggested,
  }));
  const elements = new Set(filled.map(({ element }) => element));
  const only = elements.size === 1 ? ` ${[...elements].join('')}` : '';
  const change = editGrid(world, request, parts);
  if ('refusal' in change) return change.refusal;
  return changing(world, input, {
    root,
    texts: [change],
    said: [
      wrote(file),
      `  ${count(filled.length, 'empty cell')} filled in as the audit suggests:`,
      ...filledLines(filled, workspace.programme, world.terminal.width),
      ...notes,
      ...(grid?.completed === undefined ? [] : ['  The grid’s day of completion stays.']),
      '  People must look at each: the grid is their judgement, and this is a sum.',
      next(`lem grid answer${only} --all${yearFlag}`),
    ],
  });
}

/** Each element with the cells that were filled: `Race amber, Gender green`. */
function filledLines(
  filled: readonly { readonly element: string; readonly strand: string; readonly suggested: string }[],
  programme: Programme,
  width: number,
): readonly Line[] {
  return [...programme.elements.values()].flatMap(({ id, title }) => {
    const cells = filled
      .filter(({ element }) => element === id)
      .map(({ strand, suggested }) => {
        const rating = ratingTitle(programme, suggested).toLowerCase();
        return `${programme.strands.get(strand)?.title ?? strand} ${rating}`;
      });
    if (cells.length === 0) return [];
    return wrap(`${title}: ${cells.join(', ')}`, width - 6).map(
      (line, index) => `${index === 0 ? '' : '  '}    ${line}`,
    );
  });
}
