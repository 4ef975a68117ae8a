import { unguarded } from '../../model/guard.ts';
import { isFilled } from '../../model/sheet.ts';
import { headerText, type Layout, type Wide } from './layout.ts';

/** A filled cell and where it stands; rows and columns count from 0. */
export interface Cell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What a row says, by the key of each column; empty cells are left out. */
export interface Row {
  readonly row: number;
  readonly cells: { readonly [key: string]: Cell };
  /** The one filled cell of a row that has no other: a heading between rows. */
  readonly alone: Cell | null;
}

/** Something in a sheet that can't be used, and why. */
export interface Fault {
  readonly row: number;
  /** Null where no one cell is to blame. */
  readonly column: number | null;
  readonly message: string;
}

/**
 * The filled rows below the headers. Where the headers name strands or elements, a row becomes one for each filled cell
 * under them, besides the row itself. Headers that are repeated on every page are no rows.
 */
export function rowsOf(layout: Layout): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } {
  const { sheet, header, columns, wide } = layout;
  const faults: Fault[] = [];
  const headers = (sheet.rows[header] ?? []).map(headerText).join('\t');
  const rows = sheet.rows.flatMap((cells, row): readonly Row[] => {
    if (row <= header || cells.map(headerText).join('\t') === headers) return [];
    const cellAt = (column: number): Cell | null => {
      const cell = cells[column] ?? '';
      if (typeof cell === 'string') return isFilled(cell) ? { text: unguarded(cell), row, column } : null;
      faults.push({ row, column, message: cell.fault });
      return null;
    };
    const own: { [key: string]: Cell } = {};
    for (const [key, column] of columns) {
      const cell = cellAt(column);
      if (cell !== null) own[key] = cell;
    }
    const filled = [...cells.keys()].filter((column) => isFilled(cells[column] ?? ''));
    const [first] = filled;
    if (first === undefined) return [];
    const heading = headerText(cells[first]);
    const alone = filled.length === 1 && heading !== '' ? { text: heading, row, column: first } : null;
    return [{ row, cells: own, alone }, ...wide.flatMap((each) => across(each, own, row, cellAt))];
  });
  return { rows, faults };
}

/** What one cell of ratings says, as a row of its own. */
function across(wide: Wide, own: Row['cells'], row: number, cellAt: (column: number) => Cell | null): readonly Row[] {
  const rating = cellAt(wide.column);
  const because = wide.because === null ? null : cellAt(wide.because);
  const at = rating ?? because;
  if (at === null) return [];
  const kept = ['element', 'statement', 'id', 'strand'].flatMap((key) =>
    own[key] === undefined ? [] : [[key, own[key]]],
  );
  return [
    {
      row,
      alone: null,
      cells: {
        ...Object.fromEntries(kept),
        [wide.key]: { ...at, text: wide.id },
        ...(rating === null ? {} : { rating }),
        ...(because === null ? {} : { because }),
      },
    },
  ];
}
