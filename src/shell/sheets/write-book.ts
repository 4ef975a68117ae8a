import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { guardedText } from '../../model/guard.ts';
import type { Table } from '../../model/sheet.ts';

/** Every cell says that it is text, and goes on saying so while it is changed: Excel makes no date of `1-2` then. */
const TEXT = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const;
const HEADER = { ...TEXT, fontWeight: 'bold', backgroundColor: '#e8eef4' } as const;

/** A table as an .xlsx file of one sheet, whose headers stay in sight. */
export async function writeBook({ name, columns, rows }: Table): Promise<Uint8Array> {
  const cell = (text: string): Cell => (text === '' ? TEXT : { ...TEXT, value: escaped(guardedText(text)) });
  const header = columns.map((column): Cell => ({ ...HEADER, value: column.header }));
  const sheet = {
    data: [header, ...rows.map((row) => row.map(cell))],
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
  const heights = [HEIGHT, ...rows.map((row) => heightOf(row, columns))];
  // A height that is not said to be the user's own grows with what is typed.
  const withHeight = (tag: string, attributes: Attributes, index: number | undefined): Attributes =>
    tag === 'row' && index !== undefined ? { ...attributes, ht: heights[index] ?? HEIGHT } : attributes;
  const transform = { 'xl/worksheets/sheet{id}.xml': { transformElementAttributes: withHeight } };
  return writeXlsxFile([sheet], { features: [{ files: { transform } }] }).toBuffer();
}

type Attributes = Record<string, string | number>;

/** Of a line, in points; a row higher than the second fills the screen. */
const HEIGHT = 15;
const HIGHEST = 300;

/** How high a row is with its texts wrapped, about. */
function heightOf(row: readonly string[], columns: Table['columns']): number {
  const lines = row.map((text, index) => {
    const width = columns[index]?.width ?? 1;
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(HIGHEST, HEIGHT * Math.max(...lines));
}

/** What XML can't hold, or the library drops. */
const UNSAFE = '[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufffd-\\uffff\\p{Cs}\\p{NChar}]';
const TO_ESCAPE = new RegExp(`_(?=x[\\da-fA-F]{4}(?:_|${UNSAFE}))|${UNSAFE}`, 'gu');

/** A text as a workbook holds it: such characters by their numbers, `_x000D_`, and what looks like one so that it isn't. */
function escaped(text: string): string {
  const safe = text.replace(TO_ESCAPE, byNumber);
  // The library keeps texts as the keys of an object, which has some of its own.
  return safe in {} ? byNumber(safe.slice(0, 1)) + safe.slice(1) : safe;
}

function byNumber(character: string): string {
  return character
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
}
