import { type Counts, type Suppressed, smallestPublished, suppressed } from '../../../facts/suppression.ts';
import type { Programme } from '../../../model/programme.ts';

/** A list of counts of people as it is published. */
export interface CountedShown {
  readonly rows: readonly { readonly label: string; readonly count: string }[];
  readonly total: string | null;
  /** What stands under the list where a number is kept back for another’s sake; null elsewhere. */
  readonly note: string | null;
}

/**
 * Counts of people, the small ones kept back.
 * @param total whether what they add up to is published too
 * @param none what stands for nobody
 */
export function countedShown(
  programme: Programme,
  counts: readonly { readonly label: string; readonly count: number }[],
  { total, none }: { readonly total: boolean; readonly none: string },
): CountedShown {
  const below = smallestPublished(programme);
  const table: Counts = { cells: counts.map(({ count }) => [count]), rowTotals: false, columnTotals: total };
  const { cells, columnTotals, kept } = suppressed(table, below);
  const word = (count: number | null | undefined): string =>
    count == null ? KEPT[kept](below) : count === 0 ? none : String(count);
  return {
    rows: counts.map(({ label }, index) => ({ label, count: word(cells[index]?.[0]) })),
    total: columnTotals === null ? null : word(columnTotals[0] ?? (counts.length === 0 ? 0 : null)),
    note:
      kept === 'unsaid'
        ? `Not shown: fewer than ${below} people, or a number by which such a one could be worked out.`
        : null,
  };
}

const KEPT: { readonly [kept in Suppressed['kept']]: (below: number) => string } = {
  none: () => '',
  small: (below) => `fewer than ${below}`,
  unsaid: () => 'not shown',
};
