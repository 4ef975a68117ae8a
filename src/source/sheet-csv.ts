import Papa from 'papaparse';
import { guarded, isFailure } from '../model/guard.ts';
import {
  failed,
  LONGEST_CSV_CELL,
  MOST_ROWS,
  type Sheet,
  type SheetCell,
  type Table,
  TOO_LONG,
} from '../model/sheet.ts';

/** Without it, Excel takes UTF-8 for the alphabet of the computer and spoils every accent. */
const MARK = '\ufeff';
/** What may part the cells of a row, the usual first: Excel takes the semicolon where the comma is for decimals. */
const DELIMITERS = [',', ';', '\t'];
/** A first line by which a file tells Excel what parts its cells. */
const SEPARATOR = /^sep=(.)\r?\n/i;

/** A table as CSV that every spreadsheet program opens, and that starts no formula there. */
export function csvText({ columns, rows }: Table): string {
  const cells = [columns.map(({ header }) => header), ...rows].map((row) => row.map(guarded));
  return `${MARK}${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** What a CSV text may be: a sheet for each sign that may part its cells. Which of them it is, its headers tell. */
export interface CsvSheets {
  readonly sheets: readonly Sheet[];
  /** The row in which a quotation mark opens that is not closed, where there is one; that sheet is left out. */
  readonly unclosed: number | null;
}

/** Reads a CSV text. Rows are counted as a spreadsheet program shows them, whatever line breaks their cells hold. */
export function csvSheets(text: string): CsvSheets {
  const said = SEPARATOR.exec(text);
  const body = text.slice(said?.[0].length ?? 0);
  const sheets: Sheet[] = [];
  let unclosed: number | null = null;
  for (const delimiter of said?.[1] === undefined ? DELIMITERS : [said[1]]) {
    const { data, errors } = Papa.parse<string[]>(body, { delimiter, preview: MOST_ROWS + 100 });
    const fault = errors.find(({ code }) => code === 'MissingQuotes');
    if (fault === undefined) sheets.push({ name: null, rows: data.map((row) => row.map(cellOf)) });
    else unclosed ??= (fault.row ?? 0) + 1;
  }
  return { sheets, unclosed };
}

function cellOf(text: string): SheetCell {
  if (text.length > LONGEST_CSV_CELL) return TOO_LONG;
  return isFailure(text) ? failed(text) : text;
}
