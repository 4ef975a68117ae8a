import { deadlinesOn } from '../../facts/deadlines.ts';
import { listActions } from '../../facts/plan-list.ts';
import { type Block, err, out, run } from '../../model/block.ts';
import type { IsoDate } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { plainText } from '../../views/plain-text.ts';
import { type PlanList, planListJson, planListLines, planListRows } from '../../views/plan-list.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { next } from '../change.ts';
import { unfitToWrite } from '../check/unfit.ts';
import { type Command, flag, folderOf, type Input, JSON_OPTION, ON_OPTION, text } from '../command.ts';
import { openHere } from '../load.ts';
import { FILTER_OPTIONS, readFilter } from './list-filter.ts';

export const listPlan: Command = {
  summary: 'Lists the actions of the plan: when each is due, where it stands, its strands and who leads.',
  options: [
    ...FILTER_OPTIONS,
    ON_OPTION,
    JSON_OPTION,
    ['--csv', 'print CSV, for a spreadsheet'],
    [
      '--ics',
      'print a calendar file: when open actions are due; without a filter visits, meetings and other dates too',
    ],
    ['--out <file>', 'write the JSON, CSV or calendar to this file'],
  ],
  examples: [
    ['lem plan list', 'every action, the soonest due first'],
    ['lem plan list --strand disability --overdue', 'what is late in one strand'],
    ['lem plan list --improvement-plan "Priority 2" --csv --out plan.csv', 'what serves a priority, as a spreadsheet'],
    ['lem plan list --ics --out equality.ics', 'the dates, for a calendar'],
  ],
  run: list,
};

const FORMATS = ['json', 'csv', 'ics'] as const;
type Format = (typeof FORMATS)[number];

async function list(world: World, input: Input): Promise<Outcome> {
  const formats = FORMATS.filter((format) => flag(input, format));
  const [format = null] = formats;
  const file = text(input, 'out');
  if (formats.length > 1)
    return unusable(`Only one of ${formats.map((each) => `--${each}`).join(' and ')} can be printed.`);
  if (file !== undefined && format === null)
    return unusable(`It is not said what to write to ${file}.`, 'Add --csv, --ics or --json.');
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  const read = readFilter(workspace, input);
  if ('refusal' in read) return read.refusal;
  const { filter } = read;
  const found = listActions(workspace, filter, here.on);
  if (format === null) return { exit: 0, report: [table(world, workspace, found, here.on)] };
  const block = await formatted(format, workspace, found, here.on, Object.keys(filter).length > 0);
  const notes = format === 'json' ? [] : found.unreadable.map((each) => `${each} can’t be read, so it is left out.`);
  const report = notes.length === 0 ? [] : [err(...notes)];
  if (file === undefined) return { exit: 0, report: [block, ...report] };
  const path = world.files.resolve(folderOf(world, input), file);
  const unfit = unfitToWrite(world, root, path, file);
  if (unfit !== null) return unfit;
  return {
    exit: 0,
    report: [...report, err([run(`Written: ${file}`, 'dim')])],
    changes: { into: root, files: [{ path, content: plainText([block]), anywhere: true }], replace: true },
  };
}

/** The list for people; where there is nothing in it, why, and what to do about it. */
function table(world: World, workspace: Workspace, found: PlanList, on: IsoDate): Block {
  const lines = planListLines(found, workspace.programme, on, world.terminal.width);
  if (found.actions.length > 0) return out(...lines);
  if (workspace.actions.size === 0) return out('The plan has no actions yet.', next('lem plan suggest'));
  return out('No action is as asked for.', ...lines);
}

/** The list for programs, spreadsheets and calendars; what makes it is loaded only here. */
async function formatted(
  format: Format,
  workspace: Workspace,
  found: PlanList,
  on: IsoDate,
  isFiltered: boolean,
): Promise<Block> {
  if (format === 'json') return { kind: 'json', value: planListJson(found, workspace.programme, on) };
  if (format === 'csv') {
    const { csv } = await import('../../views/csv.ts');
    const { columns, rows } = planListRows(found);
    return { kind: 'text', text: csv(columns, rows) };
  }
  const { calendarFile } = await import('../../views/calendar-file.ts');
  const wanted = new Set(found.actions.map(({ id }) => id));
  const deadlines = deadlinesOn(workspace, on).filter(
    ({ kind, id }) => !isFiltered || (kind === 'action' && wanted.has(id)),
  );
  return { kind: 'text', text: calendarFile(workspace, deadlines, on) };
}
