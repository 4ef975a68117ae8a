import type { Earlier } from '../facts/earlier.ts';
import type { GridSuggestion } from '../facts/grid-suggestions.ts';
import type { Line } from '../model/block.ts';
import type { Programme } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { wrap } from '../model/width.ts';
import { cellTitle, ratingTitle, spread } from './grid-suggest.ts';
import { headLines, readable, saidLines, scaleLines } from './interview.ts';

/** A cell as the interview asks for it: what the audit suggests and from what, what was judged last and what is there. */
export function cellLines(
  programme: Programme,
  cell: GridSuggestion,
  { year, position }: { readonly year: SchoolYear; readonly position: string },
  last: Earlier<{ readonly rating: string; readonly because: string | null }> | null,
  terminal: number,
): readonly Line[] {
  const width = readable(terminal);
  const { rating, because } = cell;
  const said = (when: string, word: string, reason: string | null): readonly Line[] =>
    saidLines(when, ratingTitle(programme, word), reason, width);
  return [
    ...headLines(cellTitle(programme, cell), `${year}, ${position}`, width),
    '',
    ...scaleLines(programme, programme.elements.get(cell.element)?.descriptors, width),
    '',
    ...wrap(suggestion(programme, cell), width - 2).map((line) => `  ${line}`),
    ...(last === null ? [] : said(last.year, last.said.rating, last.said.because)),
    ...(rating === null ? [] : said('So far', rating, because)),
    '',
  ];
}

/** What the audit suggests, with the spread behind it. */
function suggestion(programme: Programme, { audit }: GridSuggestion): string {
  const from = spread(audit, programme);
  if (audit.rating !== null) return `The audit suggests ${ratingTitle(programme, audit.rating)}: ${from}.`;
  const soFar = audit.provisional === null ? '' : `, so far ${ratingTitle(programme, audit.provisional)}`;
  return `The audit suggests nothing yet${soFar}: ${from}.`;
}
