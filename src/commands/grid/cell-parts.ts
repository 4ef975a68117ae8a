import type { Part } from '../../source/edit.ts';

/**
 * What to write where for a cell: one in its long form keeps it, and a reason makes the long form.
 * @param written the cell as it stands in the file
 * @param because an empty text takes the reason out; undefined leaves it as it is
 */
export function cellParts(
  written: unknown,
  { element, strand }: { readonly element: string; readonly strand: string },
  rating: string,
  because: string | undefined,
): readonly Part[] {
  const path = ['cells', element, strand];
  if (typeof written !== 'object' || written === null) return [{ path, value: because ? { rating, because } : rating }];
  const reason: readonly Part[] =
    because === undefined
      ? []
      : [because === '' ? { path: [...path, 'because'] } : { path: [...path, 'because'], value: because }];
  return [{ path: [...path, 'rating'], value: rating }, ...reason];
}
