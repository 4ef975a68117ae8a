import { didYouMean, exactly } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { FIELDS, type SheetKind } from '../../workspace/sheets/fields.ts';
import { headerText, type Layout, type Mapped } from '../../workspace/sheets/layout.ts';
import { short } from '../../workspace/sheets/plain.ts';

/** Reads `--map`: each is a column of the file, = and what lem calls it; with nothing after = it is left out. */
export function readMap(
  kind: SheetKind,
  words: readonly string[],
): { readonly map: readonly Mapped[] } | { readonly refusal: Outcome } {
  const map: Mapped[] = [];
  const fields = FIELDS[kind].flatMap(({ key, header }) => [[header, key] as const, [key, key] as const]);
  const headers = FIELDS[kind].map(({ header }) => header);
  for (const word of words) {
    const at = word.lastIndexOf('=');
    if (at < 1) return { refusal: unusable(`--map ${word} says nothing of a column.`, example(kind, word)) };
    const [column, field] = [word.slice(0, at).trim(), word.slice(at + 1).trim()];
    const key = field === '' ? null : exactly(field, fields);
    if (key === null && field !== '')
      return { refusal: unusable(`lem has no column ${field} for this.`, didYouMean(field, headers)) };
    const twice = map.find((other) => other.column === column || (key !== null && other.key === key));
    if (twice !== undefined)
      return { refusal: unusable(`--map names ${twice.column} and ${column} for the same.`, 'Give each once.') };
    map.push({ column, key });
  }
  return { map };
}

/** Why a map does not fit a file, or null: it names a column that the file does not have. */
export function unfitMap(shown: string, layout: Layout, map: readonly Mapped[]): Outcome | null {
  const names = namesIn(layout);
  const missing = map.find(
    ({ column }) =>
      exactly(
        column,
        names.map((name) => [name, name]),
      ) === null,
  );
  if (missing === undefined) return null;
  return unusable(`${shown} has no column ${missing.column}.`, didYouMean(missing.column, names));
}

/** What is said of columns that are needed and missing: their names, those there are, and how to name one of them. */
export function missingColumns(shown: string, kind: SheetKind, layout: Layout, missing: readonly string[]): Outcome {
  const names = namesIn(layout);
  const free = headerText(layout.sheet.rows[layout.header]?.[layout.leftOut[0] ?? -1]) || names[0];
  const what = missing.length === 1 ? 'a column' : 'columns';
  return unusable(
    `${shown} has no ${missing.join(' and no ')}: ${what} that the ${kind} needs.`,
    names.length === 0
      ? 'Its first row should have the names of the columns.'
      : `It has: ${names.map((name) => short(name)).join(', ')}. ${example(kind, free ?? '', missing[0])}`,
  );
}

function example(kind: SheetKind, column: string, field = FIELDS[kind][0]?.header): string {
  return `Say which it is like this: --map "${short(column.replace(/=.*$/, '')) || 'By whom'}=${field}".`;
}

function namesIn({ sheet, header }: Layout): readonly string[] {
  return (sheet.rows[header] ?? []).map(headerText).filter((text) => text !== '');
}
