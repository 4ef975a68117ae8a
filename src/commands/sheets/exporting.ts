import { type Block, err, out, run } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { plainWord } from '../../model/plain-word.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { LONGEST_CELL, type Table } from '../../model/sheet.ts';
import { csvText } from '../../source/sheet-csv.ts';
import { exported, exportedFrom } from '../../workspace/sheets/export.ts';
import type { SheetKind } from '../../workspace/sheets/fields.ts';
import type { World } from '../../world.ts';
import { wrote } from '../change.ts';
import { unfitToWrite } from '../check/unfit.ts';
import { type Command, folderOf, type Input, text } from '../command.ts';
import { sheetRequest, yearOption } from './request.ts';

type Format = 'csv' | 'xlsx';

/** What is said where nothing is there yet to be exported. */
const EMPTY: { readonly [kind in SheetKind]: (year: SchoolYear) => string } = {
  audit: (year) => `There is no audit of ${year} yet: this is an empty form.`,
  grid: (year) => `There is no grid of ${year} yet: this is an empty form.`,
  plan: () => 'There is no action in the plan yet: this is an empty form.',
};

/** The command that exports a kind of sheet. @param what of it a row is, for the help */
export function exporting(kind: SheetKind, what: string): Command {
  return {
    summary: `Gives the ${kind} as a spreadsheet: ${what}. It imports back unchanged.`,
    options: [
      ...yearOption(kind),
      ['--format <sheet-format>', 'csv or xlsx (default: as the file’s name ends, otherwise csv)'],
      ['--out <file>', 'write this file (default: print the CSV)'],
    ],
    examples: [
      [`lem export ${kind} --out ${kind}.xlsx`, 'a workbook for Excel or LibreOffice'],
      [`lem export ${kind} > ${kind}.csv`, 'CSV, for every other program'],
    ],
    run: (world, input) => give(world, input, kind),
  };
}

async function give(world: World, input: Input, kind: SheetKind): Promise<Outcome> {
  const request = sheetRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, year } = request;
  const asked = formatAsked(text(input, 'format'), text(input, 'out'));
  if ('refusal' in asked) return asked.refusal;
  const { format, shown } = asked;
  const sources = exportedFrom(workspace, kind, year);
  const unreadable = sources.find(({ state }) => state === 'unreadable');
  if (unreadable !== undefined)
    return unusable(
      `${unreadable.file} can’t be read, so the ${kind} can’t be exported.`,
      `lem check ${unreadable.file} says what is wrong.`,
    );
  const { table, leftOut } = exported(workspace, kind, year);
  const remarks: readonly Block[] = [
    ...(sources.length > 0 ? [] : [err([run(EMPTY[kind](year), 'dim')])]),
    ...(leftOut.length === 0
      ? []
      : [err([run('Left out, as the programme does not have it: ', 'warn'), leftOut.join(', ')])]),
  ];
  if (shown === null) return { exit: 0, report: [printedCsv(world, csvText(table)), ...remarks] };
  const path = world.files.resolve(folderOf(world, input), shown);
  const refusal = inTheWay(world, root, path, shown) ?? (format === 'xlsx' ? tooLong(table) : null);
  if (refusal !== null) return refusal;
  const content = format === 'csv' ? csvText(table) : await (await world.sheets()).write(table);
  const rows = table.rows.length === 1 ? '1 row' : `${table.rows.length} rows`;
  return {
    exit: 0,
    report: [
      out(wrote(shown), `  ${rows}. Import it again with lem import ${kind} ${plainWord(shown, 'file')}.`),
      ...remarks,
    ],
    changes: { into: root, files: [{ path, content, anywhere: true }], replace: false },
  };
}

/** The format, and the file as it was named; null for the screen. */
function formatAsked(
  format: string | undefined,
  file: string | undefined,
): { readonly format: Format; readonly shown: string | null } | { readonly refusal: Outcome } {
  const ending = /\.([a-z0-9]+)$/i.exec(file ?? '')?.[1]?.toLowerCase();
  const named = format?.toLowerCase() ?? ending ?? 'csv';
  if (named !== 'csv' && named !== 'xlsx')
    return { refusal: unusable(`lem writes csv and xlsx, not ${named}.`, 'Add --format csv or --format xlsx.') };
  if ((ending === 'csv' || ending === 'xlsx') && ending !== named)
    return { refusal: unusable(`--format ${named} does not go with ${file}.`, 'Leave one of the two out.') };
  if (named === 'xlsx' && file === undefined)
    return { refusal: unusable('A workbook can’t be printed.', 'Name a file for it, such as --out audit.xlsx.') };
  return { format: named, shown: file ?? null };
}

/** What a colleague has filled in is not written over. */
function inTheWay(world: World, root: string, path: string, shown: string): Outcome | null {
  if (!world.files.exists(path)) return unfitToWrite(world, root, path, shown);
  return unusable(
    `${shown} is already there, and lem does not write over it.`,
    'Name another file with --out, or remove this one.',
  );
}

function tooLong({ rows, columns }: Table): Outcome | null {
  const row = rows.findIndex((cells) => cells.some((cell) => cell.length > LONGEST_CELL));
  if (row === -1) return null;
  const column = rows[row]?.findIndex((cell) => cell.length > LONGEST_CELL) ?? 0;
  return unusable(
    `${rows[row]?.[0]}: ${columns[column]?.header} is longer than a cell of Excel can be.`,
    'Shorten it, or export CSV.',
  );
}

/** CSV goes out byte for byte, except to a terminal, which no control character of a file should reach. */
function printedCsv(world: World, csv: string): Block {
  return world.terminal.interactive ? out(...csv.slice(1).trimEnd().split('\r\n')) : { kind: 'text', text: csv };
}
