import { type IsoDate, plus } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import { at, type Place } from '../model/place.ts';
import { isOpen, yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { markFacts } from './mark.ts';

/** Something that falls due. */
export interface Deadline {
  readonly date: IsoDate;
  readonly what: string;
  readonly overdue: boolean;
  readonly place: Place | null;
}

/** Everything that falls due or is overdue on a day, soonest first: actions, visits, meetings, the next audit, the Mark's window. */
export function deadlinesOn(workspace: Workspace, on: IsoDate): readonly Deadline[] {
  const found: Deadline[] = [];
  const add = (date: IsoDate, what: string, place: Place | null): void => {
    found.push({ date, what, overdue: date < on, place });
  };
  for (const [id, known] of workspace.actions) {
    const action = seen(known);
    if (action !== null && action.due !== undefined && isOpen(action))
      add(action.due, `Action: ${action.title || id}`, at(known.file, 'due'));
  }
  const calendar = seen(workspace.calendar);
  calendar?.visits?.forEach(({ date, kind, strands = [] }, index) => {
    const titles = strands.map((strand) => workspace.programme.strands.get(strand)?.title ?? strand);
    const what = `${kind === 'advisory' ? 'Advisory' : 'Accreditation'} visit${titles.length === 0 ? '' : `: ${titles.join(', ')}`}`;
    if (date >= on) add(date, what, at(workspace.calendar.file, 'visits', index, 'date'));
  });
  calendar?.meetings?.forEach(({ date }, index) => {
    if (date >= on) add(date, 'Co-ordinators’ meeting', at(workspace.calendar.file, 'meetings', index, 'date'));
  });
  const audit = auditDue(workspace, on);
  if (audit !== null) add(audit.date, 'The yearly audit is due again', audit.place);
  const { state, deadline, missing } = markFacts(workspace, on);
  if (state === 'working-towards' && deadline !== null) {
    const names = missing.map((strand) => workspace.programme.strands.get(strand)?.title ?? strand);
    add(deadline, `Last day for the Mark’s remaining badges: ${names.join(', ')}`, at(workspace.awards.file));
  }
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.what < b.what ? -1 : 1));
}

/** When the audit goes out of date by the programme's own requirement, told by its oldest completed element. */
function auditDue(workspace: Workspace, on: IsoDate): { readonly date: IsoDate; readonly place: Place } | null {
  const within = workspace.programme.file.requirements.find(({ kind }) => kind === 'audit-current')?.within;
  if (within === undefined) return null;
  const year = yearOn(workspace, on);
  let oldest: { readonly date: IsoDate; readonly place: Place } | null = null;
  for (const known of workspace.audits.get(year)?.values() ?? []) {
    const completed = known.state === 'known' ? known.value.completed : undefined;
    if (completed === undefined || completed > on) continue;
    const date = plus(completed, within);
    if (oldest === null || date < oldest.date) oldest = { date, place: at(known.file, 'completed') };
  }
  return oldest;
}
