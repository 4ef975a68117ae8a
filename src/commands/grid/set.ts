import { type GridSuggestion, gridSuggestions, reasonFor } from '../../facts/grid-suggestions.ts';
import { filled } from '../../facts/requirements/requirement.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Programme } from '../../model/programme.ts';
import { cellTitle, ratingTitle, spread } from '../../views/grid-suggest.ts';
import { oneLine } from '../../workspace/scaffold-text.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, next, wrote } from '../change.ts';
import { argument, type Command, type Input, text, YEAR_OPTION } from '../command.ts';
import { saysNothing } from '../interview/says-nothing.ts';
import { elementNamed, ratingNamed, strandNamed } from '../named.ts';
import { cellParts } from './cell-parts.ts';
import { editGrid, type GridRequest, gridRequest } from './request.ts';

export const setCell: Command = {
  summary: 'Sets one cell of the grid, with the reason for it where it needs one.',
  args: [
    ['<element>', 'an element’s id or title'],
    ['<strand>', 'a strand’s id, title or alias'],
    ['<rating>', 'a rating of the scale by its id, title or letter, or not applicable'],
  ],
  options: [
    ['--because <text>', 'the reason: needed where the rating is not what the audit suggests; "" takes one out'],
    YEAR_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem grid set learning-and-teaching race amber', 'a rating that the audit suggests too'],
    ['lem grid set learning-and-teaching race green --because "Thin in science only."', 'another, and why'],
  ],
  run: set,
};

function set(world: World, input: Input): Outcome {
  const request = gridRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, year, file, grid, yearFlag } = request;
  const { programme } = workspace;
  const wanted = wantedOf(request, input);
  if ('refusal' in wanted) return wanted.refusal;
  const { cell, rating, because } = wanted;
  const refusal = reasonMissing(programme, wanted);
  if (refusal !== null) return refusal;
  const [title, now] = [cellTitle(programme, cell), ratingTitle(programme, rating)];
  if (cell.rating === rating && (because ?? cell.because ?? '') === (cell.because ?? ''))
    return changing(world, input, { root, texts: [], said: [`Nothing to change: ${title} is ${now} already.`] });
  const change = editGrid(world, request, cellParts(grid?.cells?.[cell.element]?.[cell.strand], cell, rating, because));
  if ('refusal' in change) return change.refusal;
  const was = cell.rating === null || cell.rating === rating ? '' : `${ratingTitle(programme, cell.rating)} → `;
  return changing(world, input, {
    root,
    texts: [change],
    said: [
      wrote(file),
      ...(grid === null ? [`  The grid of ${year} is begun.`] : []),
      `  ${title}: ${was}${now}${because === undefined ? '' : because === '' ? ', without a reason' : ', with the reason'}.`,
      `  In the audit: ${spread(cell.audit, programme)}.`,
      ...(grid?.completed === undefined
        ? []
        : ['  The grid’s day of completion stays; lem grid complete --on puts another.']),
      next(`lem grid show${yearFlag}`),
    ],
  });
}

/** A cell as it stands, and what is to stand there; a `because` of '' takes the reason out. */
interface Wanted {
  readonly cell: GridSuggestion;
  readonly rating: string;
  readonly because: string | undefined;
}

function wantedOf({ workspace, year }: GridRequest, input: Input): Wanted | { readonly refusal: Outcome } {
  const { programme } = workspace;
  const element = elementNamed(programme, argument(input, 0) ?? '');
  if ('refusal' in element) return element;
  const strand = strandNamed(programme, argument(input, 1) ?? '');
  if ('refusal' in strand) return strand;
  const rating = ratingNamed(programme, argument(input, 2) ?? '');
  if ('refusal' in rating) return rating;
  const cell = gridSuggestions(workspace, year).find(
    (each) => each.element === element.id && each.strand === strand.id,
  );
  if (cell === undefined) throw new Error(`the grid lacks ${element.id}, ${strand.id}`);
  const because = text(input, 'because');
  if (because?.trim() !== '' && saysNothing(because ?? 'none'))
    return { refusal: unusable('--because says nothing.', 'Write the reason after it; --because "" takes one out.') };
  return { cell, rating: rating.id, because: because === undefined ? undefined : oneLine(because) };
}

/** Why the rating can't stand without another reason than the one given, or null. */
function reasonMissing(programme: Programme, { cell, rating, because }: Wanted): Outcome | null {
  const title = cellTitle(programme, cell);
  const words = (id: string | null): string => ratingTitle(programme, id ?? '').toLowerCase();
  const kept = cell.rating === rating ? cell.because : null;
  const needed = filled(because ?? kept ?? undefined) ? null : reasonFor(programme, rating, cell.suggested);
  if (needed === 'differs')
    return unusable(
      `The audit suggests ${words(cell.suggested)} for ${title} (${spread(cell.audit, programme)}).`,
      'Another rating says why: add --because "…".',
    );
  if (needed === 'not-applicable')
    return unusable(`${title} can’t be ${words(rating)} without a reason.`, 'Say why: add --because "…".');
  if (because === undefined && cell.rating !== rating && filled(cell.because ?? undefined))
    return unusable(
      `${title} has a reason already, and it is for ${words(cell.rating)}.`,
      'Give another with --because "…", or take it out with --because "".',
    );
  return null;
}
