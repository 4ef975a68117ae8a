import { strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { failed, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, type SheetCell } from '../../model/sheet.ts';
import type { SheetFile } from '../../world.ts';
import { unpack } from './unpack.ts';

const AGAIN = 'Open it in Excel or LibreOffice, and save it again as .xlsx.';
const SMALLER = 'Keep the sheet you want in a file of its own, without pictures, and import that.';

/** What else comes as a zip archive, told by a part that it holds. */
const OTHERS: readonly (readonly [part: RegExp, message: string, remedy: string])[] = [
  [/^word\//, 'is a Word document', 'Copy its table into a spreadsheet, and save that as .xlsx.'],
  [/^ppt\//, 'is a presentation', 'Copy its table into a spreadsheet, and save that as .xlsx.'],
  [/^xl\/workbook\.bin$/, 'is a binary workbook (.xlsb)', 'Save it in Excel as .xlsx.'],
  [/^content\.xml$/, 'is an OpenDocument file (.ods)', 'Save it in LibreOffice as .xlsx, or as CSV.'],
  [/^Index\//, 'is a file of Apple’s Numbers', 'Choose File, Export To, Excel in Numbers.'],
];

/** Reads every sheet of an .xlsx file. Nothing that it links to is looked at, and of a formula only what it last came to. */
export async function readBook(archive: Buffer): Promise<SheetFile> {
  const unpacked = unpack(archive, (name) => /^xl\/(?!media\/|theme\/).*\.(xml|rels)$/.test(name));
  if (unpacked.state === 'damaged') return refused('is damaged', AGAIN);
  if (unpacked.state === 'too-large') return refused('unpacks to more than lem reads', SMALLER);
  const { names, parts } = unpacked;
  if (!parts.has('xl/workbook.xml')) {
    const [, message, remedy] = OTHERS.find(([part]) => names.some((name) => part.test(name))) ?? [
      undefined,
      'is not a spreadsheet',
      AGAIN,
    ];
    return refused(message, remedy);
  }
  const ready: { [name: string]: Uint8Array } = {};
  for (const [name, part] of parts) {
    const text = new TextDecoder().decode(part);
    if (reachesFar(text))
      return refused(`has a sheet of more than ${MOST_ROWS} rows or ${MOST_COLUMNS} columns`, SMALLER);
    ready[name] = strToU8(withErrors(text));
  }
  try {
    const sheets = await readXlsxFile(Buffer.from(zipSync(ready, { level: 0 })), { trim: false });
    return {
      state: 'book',
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
    };
  } catch {
    return refused('can’t be read as a workbook', AGAIN);
  }
}

const CELL = /<(?:\w+:)?c\s[^>]*[^/]>/g;
const AT = /\sr=["']([A-Z]{1,3})(\d{1,7})["']/;

/** Whether a cell that holds something stands beyond what lem reads; the reader would fill in all that lies before it. */
function reachesFar(text: string): boolean {
  for (const [tag] of text.matchAll(CELL)) {
    const [, letters = '', row = '0'] = AT.exec(tag) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    // A form may have some rows above those that are counted.
    if (Number(row) > MOST_ROWS + 50 || column > MOST_COLUMNS) return true;
  }
  return false;
}

/** Stands before the word for an error: the reader takes a cell that is one for an empty one, and a text for a text. */
const ERROR = '\0';
const FAILED = /(<(?:\w+:)?c\s(?:[^>]*\s)?t=)["']e["']([^>]*>(?:<f\b[^>]*(?:\/>|>[^<]*<\/f>))?<v>)/g;

function withErrors(text: string): string {
  return text.replace(FAILED, '$1"str"$2_x0000_');
}

function cellOf(value: unknown): SheetCell {
  if (typeof value === 'string') {
    if (value.startsWith(ERROR)) return failed(value.slice(ERROR.length, 20));
    return value.length > LONGEST_CELL ? { fault: 'This text is longer than a cell can be.' } : value;
  }
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? written(value) : String(value);
}

/** A date as ISO, with the time only where there is one: both are numbers to Excel, of which a little may be lost. */
function written(date: Date): string {
  if (Number.isNaN(date.valueOf())) return '';
  const [day = '', time = ''] = new Date(Math.round(date.valueOf() / 60_000) * 60_000).toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

function refused(message: string, remedy: string): SheetFile {
  return { state: 'refused', message, remedy };
}
