import { type GridSuggestion, reasonFor } from '../../facts/grid-suggestions.ts';
import { filled } from '../../facts/requirements/requirement.ts';
import { isRating, type Programme } from '../../model/programme.ts';
import type { Part } from '../../source/edit.ts';
import { ratingTitle } from '../../views/grid-suggest.ts';
import type { Prompts } from '../../world.ts';
import type { Put } from '../interview/held.ts';
import { askRating, askReason, type Came, inTurn } from '../interview/questions.ts';
import type { Move } from '../interview/walk.ts';
import { cellParts } from './cell-parts.ts';

/** The cell that an interview is at. */
export interface AtCell {
  readonly prompts: Prompts;
  readonly programme: Programme;
  readonly isFirst: boolean;
  /** The cell as it stands. */
  readonly now: () => GridSuggestion;
  /** The cell as it is written, in its short or long form. */
  readonly written: () => unknown;
  readonly put: (parts: readonly Part[]) => Promise<Put>;
}

/** Asks for a cell's rating and reason; each answer is saved at once. @param from the question to begin with */
export function askCell(at: AtCell, from: 'rating' | 'because'): Promise<Move> {
  return inTurn([() => askCellRating(at), () => askBecause(at)], from === 'rating' ? 0 : 1);
}

/** What is missing of a cell: its rating, or the reason that the rating can't do without; null for nothing. */
export function missing(programme: Programme, cell: GridSuggestion): 'rating' | 'because' | null {
  const { rating, because, suggested } = cell;
  if (rating === null || !isRating(programme, rating)) return 'rating';
  return reasonFor(programme, rating, suggested) === null || filled(because ?? undefined) ? null : 'because';
}

function askCellRating({ prompts, programme, isFirst, now, written, put }: AtCell): Promise<Came> {
  const { rating, suggested } = now();
  return askRating(prompts, programme, { usual: rating ?? suggested, isFirst }, (answer) =>
    put(cellParts(written(), now(), answer, undefined)),
  );
}

function askBecause({ prompts, programme, now, written, put }: AtCell): Promise<Came> {
  const { rating, suggested, because } = now();
  const need = reasonFor(programme, rating ?? '', suggested);
  const why =
    need === 'not-applicable'
      ? 'Why does it not apply?'
      : need === 'differs'
        ? `Why not ${ratingTitle(programme, suggested ?? '')}, as the audit suggests?`
        : null;
  return askReason(prompts, { why, usual: 'Because (Enter to leave it out):', because }, (reason) =>
    put(cellParts(written(), now(), rating ?? '', reason ?? '')),
  );
}
