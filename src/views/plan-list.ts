import type { ListedAction } from '../facts/plan-list.ts';
import { count } from '../facts/requirements/requirement.ts';
import { type Line, run } from '../model/block.ts';
import { type IsoDate, inWords } from '../model/calendar.ts';
import type { ActionFile } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';
import { pad, wrap } from '../model/width.ts';
import { isOpen } from '../workspace/select.ts';

/** What was found in the plan. */
export interface PlanList {
  readonly actions: readonly ListedAction[];
  /** The files of actions that can't be read. */
  readonly unreadable: readonly string[];
}

/** The actions as JSON: schemas/output/plan.json. */
export function planListJson({ actions, unreadable }: PlanList, programme: Programme, on: IsoDate): unknown {
  return {
    format: 1,
    on,
    programme: programme.id,
    actions: actions.map(({ id, file, action, isOverdue }) => ({
      id,
      title: action.title,
      strands: action.strands,
      elements: action.elements ?? [],
      improvementPlan: action.improvementPlan ?? null,
      lead: action.lead ?? null,
      start: action.start ?? null,
      due: action.due ?? null,
      status: action.status,
      overdue: isOverdue,
      completed: action.completed ?? null,
      file,
    })),
    unreadable,
  };
}

/** The columns of the plan as CSV, and a row for each action. */
export function planListRows({ actions }: PlanList): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  return {
    columns: 'id,title,strands,elements,improvementPlan,lead,start,due,status,overdue,completed'.split(','),
    rows: actions.map(({ id, action, isOverdue }) => [
      id,
      action.title,
      action.strands.join(', '),
      (action.elements ?? []).join(', '),
      action.improvementPlan ?? '',
      action.lead ?? '',
      action.start ?? '',
      action.due ?? '',
      action.status,
      isOverdue ? 'yes' : 'no',
      action.completed ?? '',
    ]),
  };
}

/** The actions as a table: when each is due, where it stands, and below its title its id, strands and lead. */
export function planListLines(
  { actions, unreadable }: PlanList,
  programme: Programme,
  on: IsoDate,
  width: number,
): readonly Line[] {
  const open = actions.filter(({ action }) => isOpen(action)).length;
  const overdue = actions.filter(({ isOverdue }) => isOverdue).length;
  const counts = `${count(actions.length, 'action')}: ${open} open, ${overdue} overdue`;
  return [
    ...(actions.length === 0
      ? []
      : [
          [run(counts, 'strong'), run(`, as on ${inWords(on)}`, 'dim')] as Line,
          '',
          [run(`${pad('Due', DUE)}${pad('Status', STATUS)}Action`, 'dim')] as Line,
          ...actions.flatMap((listed) => actionLines(listed, programme, width)),
        ]),
    ...unreadable.map((file): Line => [run('? ', 'warn'), `${file} can’t be read, so it may be missing here.`]),
  ];
}

const DUE = 12;
const STATUS = 13;

/** A status in words: `in progress`. */
function statusInWords(status: ActionFile['status']): string {
  return status.replaceAll('-', ' ');
}

function actionLines({ id, action, isOverdue }: ListedAction, programme: Programme, width: number): readonly Line[] {
  const room = Math.max(20, width - DUE - STATUS);
  const strands =
    action.strands.length === programme.strands.size && action.strands.length > 1
      ? 'all strands'
      : action.strands.map((strand) => programme.strands.get(strand)?.title ?? strand).join(', ');
  const detail = [id, strands, action.lead ?? ''].filter((part) => part !== '').join(' · ');
  const texts = [
    ...wrap(action.title, room).map((part) => run(part, 'strong')),
    ...wrap(detail, room).map((part) => run(part, 'dim')),
  ];
  return texts.map((text, index): Line => {
    const [due, status] =
      index === 0
        ? [action.due ?? 'no date', statusInWords(action.status)]
        : ['', index === 1 && isOverdue ? 'overdue' : ''];
    return [
      run(pad(due, DUE), isOverdue ? 'bad' : 'plain'),
      run(pad(status, STATUS), index === 1 ? 'bad' : TONES[action.status]),
      text,
    ];
  });
}

const TONES = { planned: 'plain', 'in-progress': 'accent', complete: 'good', stopped: 'dim' } as const;
