import Papa from 'papaparse';
import { visible } from '../model/visible.ts';
import { oneLine } from '../workspace/scaffold-text.ts';

/** By this, Excel tells that a file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
/**
 * What a spreadsheet may take for a formula: one of its signs, the wide forms of these among them, at the beginning or
 * behind spaces and quotation marks.
 */
const FORMULA = /^[\s'"‘’“”]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/;

/**
 * A table as CSV for spreadsheets and programs (RFC 4180): a line of column names, then one for each row. Each cell is a
 * line of text, and what a spreadsheet could take for a formula has a ' before it.
 */
export function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => visible(oneLine(cell))));
  return `${BYTE_ORDER_MARK}${Papa.unparse(cells, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
