import { type GridSuggestion, reasonFor } from '../facts/grid-suggestions.ts';
import { filled } from '../facts/requirements/requirement.ts';
import type { RollUp } from '../facts/rollup.ts';
import { type Line, type Run, run } from '../model/block.ts';
import { type Programme, ratingShown } from '../model/programme.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { pad, widthOf, wrap } from '../model/width.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the audit suggests for cells of the grid, as JSON: schemas/output/grid-suggest.json. */
export function gridSuggestJson(cells: readonly GridSuggestion[], programme: Programme, year: SchoolYear): unknown {
  return {
    format: 1,
    year,
    programme: programme.id,
    cells: cells.map(({ element, strand, rating, because, differs, fills, audit }) => ({
      element,
      strand,
      rating,
      because,
      suggested: audit.rating,
      provisional: audit.provisional,
      counts: audit.counts,
      differs,
      fills,
    })),
  };
}

/** A rating by its title; a word that the scale lacks as it stands. */
export function ratingTitle(programme: Programme, rating: string): string {
  return ratingShown(programme, rating)?.title ?? rating;
}

/** A cell in words: `Race in Learning and Teaching`. */
export function cellTitle(
  { strands, elements }: Programme,
  { element, strand }: { readonly element: string; readonly strand: string },
): string {
  return `${strands.get(strand)?.title ?? strand} in ${elements.get(element)?.title ?? element}`;
}

/** How the judgements behind a suggestion are spread: `1 red, 3 amber, 1 missing`. */
export function spread({ counts }: RollUp, programme: Programme): string {
  const said = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${ratingTitle(programme, word).toLowerCase()}`);
  return said.length === 0 ? 'no statement concerns it' : said.join(', ');
}

/** What the audit suggests beside the grid as it stands: an element's cells under its title. */
export function gridSuggestLines(
  cells: readonly GridSuggestion[],
  programme: Programme,
  year: SchoolYear,
  width: number,
): readonly Line[] {
  const rows = cells.map((cell) => ({
    element: cell.element,
    strand: programme.strands.get(cell.strand)?.title ?? cell.strand,
    grid: shown(programme, cell.rating),
    audit: shown(programme, cell.audit.rating, cell.audit.provisional),
    said: `${spread(cell.audit, programme)}${note(cell, programme)}`,
  }));
  const columns = [
    columnOf(rows.map(({ strand }) => strand)),
    columnOf(['Grid', ...rows.map(({ grid }) => grid.text)]),
    columnOf(['Audit', ...rows.map(({ audit }) => audit.text)]),
  ] as const;
  const indent = columns.reduce((sum, column) => sum + column, 2);
  const lines: Line[] = [
    [run(`What the audit suggests, ${year}`, 'strong'), `  ${programme.file.title}`],
    '',
    [run(`${' '.repeat(2 + columns[0])}${pad('Grid', columns[1])}${pad('Audit', columns[2])}Spread`, 'dim')],
  ];
  for (const [index, { element, strand, grid, audit, said }] of rows.entries()) {
    if (rows[index - 1]?.element !== element)
      lines.push([run(programme.elements.get(element)?.title ?? element, 'strong')]);
    const [first = '', ...rest] = wrap(said, Math.max(20, width - indent));
    lines.push(
      [`  ${pad(strand, columns[0])}`, ...inColumn(grid, columns[1]), ...inColumn(audit, columns[2]), first],
      ...rest.map((part) => ' '.repeat(indent) + part),
    );
  }
  return lines;
}

/** The audit's files that nothing can be suggested from, because they can't be read. */
export function unreadAudits({ audits }: Workspace, year: SchoolYear): readonly Line[] {
  return [...(audits.get(year)?.values() ?? [])].flatMap(({ state, file }) =>
    state === 'unreadable' ? [`  ${file} can’t be read, so it suggests nothing: lem check ${file}`] : [],
  );
}

/** What stands out of a cell, after its spread. */
function note({ rating, because, suggested, fills }: GridSuggestion, programme: Programme): string {
  if (rating === null) return suggested === null || fills ? '' : '; needs a reason';
  if (reasonFor(programme, rating, suggested) !== 'differs') return '';
  return filled(because ?? undefined) ? '; differs, with a reason' : '; differs, and no reason is given';
}

/** A rating on its colour, a provisional one in brackets, a dot where there is none. */
function shown(programme: Programme, rating: string | null, provisional: string | null = null): Run {
  if (rating === null) return run(provisional === null ? '·' : `(${ratingTitle(programme, provisional)})`, 'dim');
  const colour = ratingShown(programme, rating)?.colour;
  return run(ratingTitle(programme, rating), colour === undefined ? 'bad' : { fill: colour });
}

function inColumn(what: Run, width: number): readonly (Run | string)[] {
  return [what, ' '.repeat(width - widthOf(what.text))];
}

function columnOf(texts: readonly string[]): number {
  return Math.max(...texts.map(widthOf)) + 2;
}
