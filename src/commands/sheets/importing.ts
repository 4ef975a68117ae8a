import { err, out, run } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { isFilled, MOST_ROWS } from '../../model/sheet.ts';
import { columnLines, faultLines, previewLines, type Read } from '../../views/sheet-preview.ts';
import type { SheetKind } from '../../workspace/sheets/fields.ts';
import type { Reading } from '../../workspace/sheets/gather.ts';
import { layoutOf, missingFrom } from '../../workspace/sheets/layout.ts';
import { readAudit } from '../../workspace/sheets/read-audit.ts';
import { readGrid } from '../../workspace/sheets/read-grid.ts';
import { readPlan } from '../../workspace/sheets/read-plan.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { type Change, changing, DRY_RUN_OPTION, next, wrote } from '../change.ts';
import { argument, type Command, flag, folderOf, type Input, text, texts } from '../command.ts';
import { changesOf } from './changes.ts';
import { missingColumns, readMap, unfitMap } from './column-map.ts';
import { openSheets, unclosedAt } from './opened.ts';
import { sheetRequest, yearOption } from './request.ts';

/** The command that imports a kind of sheet. @param what is in it, for the help */
export function importing(kind: SheetKind, what: string): Command {
  return {
    summary: `Takes the ${kind} from a spreadsheet (.xlsx or CSV): ${what}. What the file does not say stays as it is.`,
    args: [['<file>', 'the spreadsheet']],
    options: [
      ...yearOption(kind),
      ['--map <column=field>', 'what a column of the file is; with nothing after = it is left out', 'many'],
      ['--sheet <name>', 'the sheet of the workbook (default: the one whose columns fit best)'],
      ['--yes', 'write without asking'],
      DRY_RUN_OPTION,
    ],
    examples: [
      [`lem import ${kind} ${kind}.xlsx`, 'show what would change, and ask'],
      [`lem import ${kind} ${kind}.csv --dry-run`, 'show all of it as a diff'],
      [`lem import ${kind} form.xlsx --map "Notes=" --yes`, 'leave the column Notes out, and write at once'],
    ],
    run: (world, input) => take(world, input, kind),
  };
}

async function take(world: World, input: Input, kind: SheetKind): Promise<Outcome> {
  const request = sheetRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { root, workspace, year } = request;
  const shown = argument(input, 0) ?? '';
  const read = await readSheet(world, input, kind, workspace, shown);
  if ('refusal' in read) return read.refusal;
  const { layout } = read;
  const reading =
    kind === 'plan'
      ? readPlan(workspace, layout)
      : kind === 'audit'
        ? readAudit(workspace, layout, year)
        : readGrid(workspace, layout, year);
  const refusal = refused(read, reading);
  if (refusal !== null) return refusal;
  const made = changesOf(world, workspace, { kind, year, settings: reading.settings });
  if ('refusal' in made) return made.refusal;
  if (made.texts.length === 0) {
    const said = [...columnLines(read), `Nothing to change: the ${kind} says all of this already.`];
    return { exit: 0, report: [out(...said)] };
  }
  const preview = previewLines(read, reading, (file) => !workspace.sources.has(file));
  const change = { root, ...made, said: said(kind, read, reading, made.texts) };
  if (!flag(input, 'dryRun')) return settle(world, input, change, preview);
  const outcome = changing(world, input, change);
  return { ...outcome, report: [...outcome.report, err(...columnLines(read))] };
}

/** Opens the file and finds its columns. */
async function readSheet(
  world: World,
  input: Input,
  kind: SheetKind,
  { programme }: Workspace,
  shown: string,
): Promise<Read | { readonly refusal: Outcome }> {
  const mapped = readMap(kind, texts(input, 'map'));
  if ('refusal' in mapped) return mapped;
  const path = world.files.resolve(folderOf(world, input), shown);
  const opened = await openSheets(world, path, shown, text(input, 'sheet'));
  if ('refusal' in opened) return opened;
  const layout = layoutOf(opened.sheets, kind, programme, mapped.map);
  const [first = { name: null, rows: [] }] = opened.sheets;
  if (layout === null) {
    const [message, remedy] = opened.unclosed === null ? ['', ''] : unclosedAt(opened.unclosed);
    if (message !== '') return { refusal: unusable(`${shown} ${message}.`, remedy) };
    const header = Math.max(
      0,
      first.rows.findIndex((row) => row.some(isFilled)),
    );
    const unknown = { sheet: first, header, columns: new Map(), wide: [], leftOut: [] };
    return { refusal: missingColumns(shown, kind, unknown, missingFrom(unknown, kind)) };
  }
  const missing = missingFrom(layout, kind);
  const unfit = unfitMap(shown, layout, mapped.map);
  if (unfit !== null) return { refusal: unfit };
  if (missing.length > 0) return { refusal: missingColumns(shown, kind, layout, missing) };
  if (layout.sheet.rows.slice(layout.header + 1).filter((row) => row.some(isFilled)).length > MOST_ROWS)
    return {
      refusal: unusable(
        `${shown} has more than ${MOST_ROWS} rows, and no ${kind} has that many.`,
        'Check that it is the file you mean, or split it.',
      ),
    };
  return { file: shown, layout, kind, width: world.terminal.width };
}

/** Why nothing of a sheet can be taken, or null. */
function refused(read: Read, { faults, unreadable }: Reading): Outcome | null {
  const [file] = unreadable;
  if (file !== undefined)
    return unusable(`${file} can’t be read, so nothing was written.`, `lem check ${file} says what is wrong.`);
  if (faults.length === 0) return null;
  const count = faults.length === 1 ? '1 place' : `${faults.length} places`;
  return {
    exit: 2,
    report: [
      err(
        [run('lem: ', 'bad'), `${read.file} has ${count} that lem can’t take, so nothing was written.`],
        ...columnLines(read),
        ...faultLines(read, faults),
        [run('  Mend them in the spreadsheet, or leave a column out with --map "Its name=".', 'dim')],
      ),
    ],
  };
}

/** Writes the change at once; or shows it first, and asks where there is someone to ask. */
async function settle(
  world: World,
  input: Input,
  change: Change,
  preview: ReturnType<typeof previewLines>,
): Promise<Outcome> {
  if (flag(input, 'yes')) return changing(world, input, change);
  if (!world.terminal.interactive)
    return {
      exit: 2,
      report: [
        out(...preview),
        err([run('lem: ', 'bad'), 'Nothing was written.'], [run('  Add --yes to write this.', 'dim')]),
      ],
    };
  const prompts = await world.prompts();
  await prompts.show(...preview, '');
  const isWanted = await prompts.confirm({ message: 'Write this?', default: true });
  return isWanted === true ? changing(world, input, change) : { exit: 0, report: [err('Nothing was written.')] };
}

const MOST_NAMED = 15;

function said(kind: SheetKind, read: Read, { settings, same }: Reading, files: Change['texts']): Change['said'] {
  const more = files.length - MOST_NAMED;
  return [
    ...files.slice(0, MOST_NAMED).map(({ path }) => wrote(path)),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    `  ${settings.length === 1 ? '1 value' : `${settings.length} values`} of the ${kind} changed; ${same} ${same === 1 ? 'was' : 'were'} there already.`,
    ...columnLines(read).map((line) => ['  ', ...(typeof line === 'string' ? [line] : line)]),
    next('lem check'),
  ];
}
