import { strToU8, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { failed, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, type SheetCell, TOO_LONG } from '../../model/sheet.ts';
import type { SheetFile } from '../../world.ts';
import { ERROR, fitSheet } from './fit-sheet.ts';
import { unpack } from './unpack.ts';

const AGAIN = 'Open it in Excel or LibreOffice, and save it again as .xlsx.';
const SMALLER = 'Keep the sheet you want in a file of its own, without pictures, and import that.';

/** All texts of a sheet together, in UTF-16 units: a workbook says one only once, however many cells hold it. */
const MOST_TEXT = 4_000_000;
/** A workbook may have one for each element, and some more. */
const MOST_SHEETS = 100;

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
    if (!part.includes('sheetData')) {
      ready[name] = part;
      continue;
    }
    const fitted = fitSheet(new TextDecoder().decode(part));
    if (fitted.state === 'too-large')
      return refused(`has a sheet of more than ${MOST_ROWS} rows or ${MOST_COLUMNS} columns`, SMALLER);
    if (fitted.state === 'unreadable') return UNREADABLE;
    ready[name] = strToU8(fitted.xml);
  }
  try {
    const sheets = await readXlsxFile(Buffer.from(zipSync(ready, { level: 0 })), { trim: false });
    // Several sheets may be one and the same.
    const own = sheets.filter(({ data }, index) => sheets.findIndex((other) => other.data === data) === index);
    if (own.length > MOST_SHEETS) return refused(`has more than ${MOST_SHEETS} sheets`, SMALLER);
    if (own.some(({ data }) => lengthOf(data) > MOST_TEXT))
      return refused('has a sheet of more text than lem reads', SMALLER);
    return {
      state: 'book',
      sheets: own.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
    };
  } catch {
    return UNREADABLE;
  }
}

function lengthOf(rows: readonly (readonly unknown[])[]): number {
  return rows.flat().reduce((sum: number, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0);
}

function cellOf(value: unknown): SheetCell {
  if (typeof value === 'string') {
    if (value.startsWith(ERROR)) return failed(value.slice(ERROR.length, 20));
    return value.length > LONGEST_CELL ? TOO_LONG : value;
  }
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? written(value) : String(value);
}

/** A date as ISO, with the time only where there is one: both are numbers to Excel, of which a little may be lost. */
function written(date: Date): SheetCell {
  if (Number.isNaN(date.valueOf())) return { fault: 'This is no date of the calendar.' };
  const [day = '', time = ''] = new Date(Math.round(date.valueOf() / 60_000) * 60_000).toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

const UNREADABLE = refused('can’t be read as a workbook', AGAIN);

function refused(message: string, remedy: string): SheetFile {
  return { state: 'refused', message, remedy };
}
