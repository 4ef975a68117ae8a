import { type Line, run } from '../model/block.ts';
import type { Step } from '../model/place.ts';
import { wrap } from '../model/width.ts';
import { FIELDS, type SheetKind } from '../workspace/sheets/fields.ts';
import type { Reading, Setting } from '../workspace/sheets/gather.ts';
import { headerText, type Layout } from '../workspace/sheets/layout.ts';
import { plain, short } from '../workspace/sheets/plain.ts';
import type { Fault } from '../workspace/sheets/rows.ts';

const MOST_SHOWN = 12;
const MOST_FAULTS = 20;
const INDENT = 2;

/** A file's name, and the sheet in it that was read. */
export interface Read {
  readonly file: string;
  readonly layout: Layout;
  readonly kind: SheetKind;
  /** In columns, of the terminal that is told of it. */
  readonly width: number;
}

/** What an import would change: how the columns were understood, how much would change, and the first of it. */
export function previewLines(
  read: Read,
  { settings, same }: Reading,
  isNew: (file: string) => boolean,
): readonly Line[] {
  const files = [...new Set(settings.map(({ file }) => file))];
  const shown = settings.slice(0, MOST_SHOWN);
  const more = settings.length - shown.length;
  return [
    ...columnLines(read),
    `${counted(settings.length, 'value', 'values')} in ${counted(files.length, 'file', 'files')} would change; ${same} ${same === 1 ? 'is' : 'are'} there already.`,
    '',
    ...files.flatMap((file): readonly Line[] => {
      const own = shown.filter((setting) => setting.file === file);
      if (own.length === 0) return [];
      return [[run(file, 'strong'), isNew(file) ? ' (new)' : ''], ...own.map(settingLine)];
    }),
    ...(more === 0 ? [] : [[run(`… and ${more} more. --dry-run shows all of it as a diff.`, 'dim')]]),
  ];
}

/** How a file's columns were understood where that does not go without saying, and which were left out. */
export function columnLines({ file, layout, kind, width }: Read): readonly Line[] {
  const header = (column: number): string => short(headerText(layout.sheet.rows[layout.header]?.[column]));
  const renamed = FIELDS[kind].flatMap(({ key, header: own }) => {
    const column = layout.columns.get(key);
    if (column === undefined || plain(header(column)) === plain(own)) return [];
    return [`${header(column) || `column ${lettersOf(column)}`} as ${own}`];
  });
  const wide = layout.wide.length === 0 ? [] : [`a column for each ${layout.wide[0]?.key}`];
  const read = [...renamed, ...wide];
  return [
    ...(layout.sheet.name === null ? [] : [`Sheet ${layout.sheet.name} of ${file}.`]),
    ...(read.length === 0 ? [] : wrap(`Read: ${read.join(', ')}.`, width - INDENT)),
    ...(layout.leftOut.length === 0
      ? []
      : wrap(`Left out: ${layout.leftOut.map(header).join(', ')}.`, width - INDENT).map((line) => [run(line, 'warn')])),
  ];
}

/** What can't be used in a sheet, each with its cell, as the spreadsheet program names it. */
export function faultLines({ file, layout, width }: Read, faults: readonly Fault[]): readonly Line[] {
  const more = faults.length - MOST_FAULTS;
  return [
    ...faults
      .slice(0, MOST_FAULTS)
      .flatMap((fault): readonly Line[] => [
        [run(`  ${file}:${placeOf(layout, fault)}`, 'strong')],
        ...wrap(fault.message, width - 2 * INDENT).map((line) => `    ${line}`),
      ]),
    ...(more <= 0 ? [] : [`  … and ${more} more.`]),
  ];
}

function placeOf({ sheet, header }: Layout, { row, column }: Fault): string {
  const number = row + 1;
  const name = column === null ? '' : short(headerText(sheet.rows[header]?.[column]));
  if (sheet.name === null) return `row ${number}${name === '' ? '' : `, ${name}`}`;
  if (column === null) return `${sheet.name}, row ${number}`;
  return `${sheet.name}!${lettersOf(column)}${number}${name === '' ? '' : ` (${name})`}`;
}

/** A column as spreadsheets name it: A to Z, then AA. */
function lettersOf(column: number): string {
  const before = Math.floor(column / 26);
  return (before === 0 ? '' : lettersOf(before - 1)) + String.fromCharCode(65 + (column % 26));
}

function settingLine({ path, value, before }: Setting): Line {
  const now = before === undefined ? '' : `${worded(before)} → `;
  return [`  ${labelOf(path)}: ${now}`, run(worded(value), 'good')];
}

/** What a value belongs to, without the map that holds all of its kind. */
function labelOf(path: readonly Step[]): string {
  return (path.length > 2 ? path.slice(1) : path).join(' ');
}

function worded(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : short(value.map(worded).join(', '), 50);
  if (typeof value !== 'object' || value === null) return short(String(value), 50);
  return short(Object.values(value).map(worded).join(': '), 50);
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
