import { suppressed } from '../suppression.ts';

/** Which groups of schools are told of one by one. */
export interface Groups {
  readonly shown: readonly string[];
  /** Whether the figures of all schools together may be told beside them. */
  readonly hasTotal: boolean;
}

/**
 * Which groups are large enough to be told of. One that is too small is left out; and as it could be had by taking all
 * others from the total, others are left out with it until what is left out is, together, large enough.
 * @param sizes how many schools each group has, one or more
 * @param smallest the fewest schools that are told of
 */
export function groupsShown(sizes: ReadonlyMap<string, number>, smallest: number): Groups {
  const counts = { cells: [[...sizes.values()]], rowTotals: true, columnTotals: false };
  const { cells, rowTotals } = suppressed(counts, smallest);
  return {
    shown: [...sizes.keys()].filter((_, index) => cells[0]?.[index] !== null),
    hasTotal: rowTotals?.[0] !== null,
  };
}
