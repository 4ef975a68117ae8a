/** A cell as text, dates as ISO; or what is wrong with it, in a sentence. */
export type SheetCell = string | { readonly fault: string };

/** Whether there is anything in a cell. */
export function isFilled(cell: SheetCell): boolean {
  return typeof cell !== 'string' || cell.trim() !== '';
}

/** A formula that can't be worked out. @param came what it came to, such as `#REF!` */
export function failed(came: string): SheetCell {
  return { fault: `The formula comes to ${came}, which is no value.` };
}

/** A sheet as it was read: its rows from the top, an empty cell as an empty text. */
export interface Sheet {
  /** Its name in the workbook; null for a CSV file, which is a sheet without one. */
  readonly name: string | null;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A sheet to be written: a row of headers, and texts below it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly {
    readonly header: string;
    /** In characters. */
    readonly width: number;
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** A sheet beyond these is no audit, grid or plan, and is not read. */
export const MOST_ROWS = 5000;
export const MOST_COLUMNS = 250;
/** What a cell of Excel can hold. In UTF-16 units. */
export const LONGEST_CELL = 32_767;
/** Of a CSV file, where a cell may be longer: beyond this it is no text of a form. In UTF-16 units. */
export const LONGEST_CSV_CELL = 100_000;
/** A text that is longer than a cell can be. */
export const TOO_LONG: SheetCell = { fault: 'This text is longer than a cell can be.' };
