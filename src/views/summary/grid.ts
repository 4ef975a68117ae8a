import { cellOf, gridFacts } from '../../facts/grid.ts';
import { seen } from '../../model/known.ts';
import { type Programme, ratingShown, ratingWords } from '../../model/programme.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { carried } from '../../workspace/carried.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A rating as it is shown: by its word and letter, and by how far up the scale it stands; `rank` is null for not applicable. */
export interface RatingShown {
  readonly title: string;
  readonly letter: string;
  readonly colour: string;
  readonly rank: number | null;
  /** How many steps the scale has. */
  readonly steps: number;
}

/** One element in this year's grid and in the one before it. */
export interface GridRow {
  readonly element: string;
  readonly before: RatingShown | null;
  readonly now: RatingShown | null;
  /** Whether the rating rose or fell from the year before; null where there is nothing to compare. */
  readonly change: 'up' | 'down' | 'same' | null;
  /** The school's reason; null where it gave none. */
  readonly because: string | null;
  /** What the programme says of the rating; null where it says nothing. */
  readonly descriptor: string | null;
}

export interface GridShown {
  readonly year: string;
  readonly before: string | null;
  /** Every rating there is, worst first, with what it means where the programme says so. */
  readonly scale: readonly (RatingShown & { readonly means: string | null })[];
  readonly rows: readonly GridRow[];
  /** How many elements have each rating, for those there are, worst first. */
  readonly spread: readonly (RatingShown & { readonly count: number })[];
  /** How many elements have none. */
  readonly missing: number;
  readonly raised: number;
  readonly fallen: number;
  readonly total: number;
}

/** The year of the grid that counts in a school year, and that of the latest grid before it. */
export function gridYears(
  { grids }: Workspace,
  year: SchoolYear,
): { readonly now: SchoolYear; readonly before: SchoolYear | null } {
  const years = [...grids.keys()].filter((each) => each <= year).sort();
  return { now: years.at(-1) ?? year, before: years.at(-2) ?? null };
}

/** A strand's column of the grid that counts in a school year, beside that of the latest grid before it. */
export function gridShown(workspace: Workspace, strand: string, year: SchoolYear): GridShown {
  const { programme } = workspace;
  const { now, before } = gridYears(workspace, year);
  const [current, earlier] = [
    seen(carried(workspace).grids.get(now)),
    before === null ? null : seen(carried(workspace).grids.get(before)),
  ];
  const rows = [...programme.elements.values()].map((element): GridRow => {
    const cell = cellOf(current, element.id, strand);
    const [was, is] = [
      ratingOf(programme, cellOf(earlier, element.id, strand).rating),
      ratingOf(programme, cell.rating),
    ];
    const descriptor =
      cell.rating !== null && Object.hasOwn(element.descriptors ?? {}, cell.rating)
        ? (element.descriptors?.[cell.rating] ?? null)
        : null;
    return {
      element: element.title,
      before: was,
      now: is,
      change: changeOf(was, is),
      because: cell.because,
      descriptor,
    };
  });
  const counts = gridFacts(workspace, now).strands.find((each) => each.strand === strand)?.counts ?? {};
  const scale = ratingWords(programme).flatMap((word) => {
    const rating = ratingOf(programme, word);
    const means = programme.file.scale.find(({ id }) => id === word)?.means ?? null;
    return rating === null ? [] : [{ word, rating, means }];
  });
  const spread = scale.flatMap(({ word, rating }) => {
    const count = counts[word] ?? 0;
    return count === 0 ? [] : [{ ...rating, count }];
  });
  return {
    year: now.replace('-', '–'),
    before: before?.replace('-', '–') ?? null,
    scale: scale.map(({ rating, means }) => ({ ...rating, means })),
    rows,
    spread,
    missing: counts.missing ?? 0,
    raised: rows.filter(({ change }) => change === 'up').length,
    fallen: rows.filter(({ change }) => change === 'down').length,
    total: rows.length,
  };
}

/** How a rating is shown; null for none, or for a word that is no rating. */
export function ratingOf(programme: Programme, word: string | null): RatingShown | null {
  const rating = word === null ? null : ratingShown(programme, word);
  if (word === null || rating === null) return null;
  const { title, letter, colour } = rating;
  return { title, letter, colour, rank: programme.ranks.get(word) ?? null, steps: programme.file.scale.length };
}

function changeOf(before: RatingShown | null, now: RatingShown | null): GridRow['change'] {
  if (before?.rank == null || now?.rank == null) return null;
  return now.rank > before.rank ? 'up' : now.rank < before.rank ? 'down' : 'same';
}
