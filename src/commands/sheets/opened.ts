import { didYouMean, exactly } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Sheet } from '../../model/sheet.ts';
import { csvSheets } from '../../source/sheet-csv.ts';
import type { Given, World } from '../../world.ts';

/** Larger files are not read. In bytes: a workbook may have pictures, and a CSV file is nothing but its texts. */
const LARGEST = 10_000_000;
const LARGEST_CSV = 2_000_000;

const SMALLER = 'Keep the sheet you want in a file of its own, without pictures, and import that.';

const CHECK = 'Check that it is the file you mean. If so, leave out the columns that are not needed.';

const UNFIT: { readonly [state in Exclude<Given['state'], 'read' | 'too-large'>]: readonly [string, string] } = {
  absent: ['is not there', 'Check the path.'],
  folder: ['is a folder', 'Name the spreadsheet in it.'],
  link: ['is a link, and lem does not follow links', 'Name the file itself.'],
  'not-ordinary': ['is not an ordinary file', 'Name a spreadsheet.'],
  unreadable: ['can’t be read', 'Give yourself permission to read it, and close it in Excel.'],
};

/** A file that was opened: the sheets it may mean, of which one will fit best. */
export interface Opened {
  readonly sheets: readonly Sheet[];
  /** For CSV: the row of a quotation mark that is not closed, which may be why no sheet fits. */
  readonly unclosed: number | null;
}

/** Opens a spreadsheet. @param name of the sheet that is meant, if one was named */
export async function openSheets(
  world: World,
  path: string,
  shown: string,
  name: string | undefined,
): Promise<Opened | { readonly refusal: Outcome }> {
  const refuse = (message: string, remedy: string): { readonly refusal: Outcome } => ({
    refusal: unusable(`${shown} ${message}.`, remedy),
  });
  const given = world.files.readGiven(path, LARGEST);
  if (given.state === 'too-large') return refuse(`is larger than ${LARGEST / 1_000_000} MB`, SMALLER);
  if (given.state !== 'read') return refuse(...UNFIT[given.state]);
  const file = await (await world.sheets()).open(given.bytes);
  if (file.state === 'refused') return refuse(file.message, file.remedy);
  if (file.state === 'text' && given.bytes.length > LARGEST_CSV)
    return refuse(`is CSV of more than ${LARGEST_CSV / 1_000_000} MB, and no form has that much`, CHECK);
  const { sheets, unclosed } = file.state === 'text' ? csvSheets(file.text) : { sheets: file.sheets, unclosed: null };
  if (sheets.length === 0 && unclosed !== null) return refuse(...unclosedAt(unclosed));
  if (name === undefined) return { sheets, unclosed };
  if (file.state === 'text') return refuse('is CSV, which has no sheets', 'Leave out --sheet.');
  const named = sheets.filter((sheet) => exactly(name, [[sheet.name ?? '', '']]) !== null);
  if (named.length > 0) return { sheets: named, unclosed };
  return refuse(
    `has no sheet ${name}`,
    didYouMean(
      name,
      sheets.map((sheet) => sheet.name ?? ''),
    ),
  );
}

/** What is said of a quotation mark that is not closed. */
export function unclosedAt(row: number): readonly [message: string, remedy: string] {
  return [`has a quotation mark in row ${row} that is not closed`, 'Close it, or save the file as .xlsx.'];
}
