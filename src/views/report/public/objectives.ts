import { type IsoDate, inWords } from '../../../model/calendar.ts';
import type { ActionFile } from '../../../model/files.generated.ts';
import { isOpen, type NamedAction } from '../../../workspace/select.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import type { Screen, Screened } from './screen.ts';

/** An objective: an action of the plan, as far as it can be published. */
export interface ObjectiveShown {
  readonly anchor: string;
  readonly title: Screened;
  /** The strands it serves, where it stands and by when; each part a phrase. */
  readonly about: readonly string[];
  /** How the school will know that it is met; null where that is not written yet. */
  readonly success: Screened | null;
  /** What changed; null while it goes on, or where that is not written. */
  readonly outcome: Screened | null;
}

export interface ObjectivesShown {
  readonly open: readonly ObjectiveShown[];
  readonly met: readonly ObjectiveShown[];
  readonly stopped: readonly ObjectiveShown[];
  /** What can’t be told of the plan, in a sentence; null where all can. */
  readonly untold: string | null;
  /** How many texts were left out. */
  readonly leftOut: number;
}

/**
 * The actions of the plan as equality objectives: those that are open, and those met or given up in the last year.
 * @param since the day after which the last year began
 */
export function objectivesShown(workspace: Workspace, screen: Screen, since: IsoDate, on: IsoDate): ObjectivesShown {
  const known = [...workspace.actions];
  const actions = known
    .flatMap(([id, file]): NamedAction[] =>
      file.state === 'known' ? [{ id, file: file.file, action: file.value }] : [],
    )
    .sort((a, b) => compare(keyOf(a), keyOf(b)));
  let number = 0;
  const shown = (named: NamedAction): ObjectiveShown => objective(workspace, screen, named, ++number);
  const isIn = (date: IsoDate | undefined): boolean => date !== undefined && date > since && date <= on;
  const open = actions.filter(({ action }) => isOpen(action)).map(shown);
  const met = actions.filter(({ action }) => action.status === 'complete' && isIn(action.completed)).map(shown);
  // An action that was given up has no day of its own: it is told of until it would have been due, and a year longer.
  const stopped = actions
    .filter(({ action: { status, due, start } }) => status === 'stopped' && (due ?? start ?? on) > since)
    .map(shown);
  const all = [...open, ...met, ...stopped].flatMap(({ title, success, outcome }) => [title, success, outcome]);
  return { open, met, stopped, untold: untoldOf(workspace), leftOut: all.filter((text) => text?.left).length };
}

function untoldOf({ actions, sources }: Workspace): string | null {
  const faulty = [...actions.values()].filter(({ state }) => state === 'unreadable').length;
  if (sources.has('plan')) return 'Our plan can’t be read, so it can’t be told what our objectives are.';
  if (faulty === 0) return null;
  return faulty === 1
    ? 'The file of one objective can’t be read, so it is not among these.'
    : `The files of ${faulty} objectives can’t be read, so they are not among these.`;
}

function objective(
  { programme }: Workspace,
  screen: Screen,
  { file, action }: NamedAction,
  number: number,
): ObjectiveShown {
  const read = (key: 'success' | 'outcome'): Screened | null => {
    const text = action[key];
    return text === undefined || text.trim() === '' ? null : screen.screened(text, file, key);
  };
  const strands = [...programme.strands.values()].filter(({ id }) => action.strands.includes(id));
  const isAll = strands.length === programme.strands.size && strands.length > 1;
  return {
    anchor: `objective-${number}`,
    title: screen.screened(action.title, file, 'title'),
    about: [...(isAll ? ['All strands'] : strands.map(({ title }) => title)), ...timeOf(action)],
    success: read('success'),
    outcome: isOpen(action) ? null : read('outcome'),
  };
}

function timeOf({ status, due, completed }: ActionFile): readonly string[] {
  if (status === 'complete') return [completed === undefined ? 'met' : `met on ${inWords(completed)}`];
  if (status === 'stopped') return ['stopped'];
  return [status === 'planned' ? 'planned' : 'under way', due === undefined ? 'no date yet' : `due ${inWords(due)}`];
}

function keyOf({ id, action }: NamedAction): string {
  return `${(action.status === 'complete' ? action.completed : action.due) ?? '9999'} ${id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
