import { type IsoDate, inWords, plus } from '../model/calendar.ts';
import type { VisitBooked } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { at, type Place } from '../model/place.ts';
import { schoolYearOf } from '../model/school-year.ts';
import { carried } from '../workspace/carried.ts';
import { isOpen, yearOn } from '../workspace/select.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { markFacts } from './mark.ts';
import { groupMeetingDue, networkMeetingDue } from './meetings-due.ts';
import { badgesOn } from './progress.ts';
import { visitNeeds } from './visit-needs.ts';

/** What kind of thing falls due. */
export type DeadlineKind =
  | 'action'
  | 'visit'
  | 'audit-to-send'
  | 'summary-to-begin'
  | 'network-meeting'
  | 'network-meeting-due'
  | 'group-meeting'
  | 'group-meeting-due'
  | 'audit'
  | 'mark'
  | 'badge';

/** Something that falls due. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** Which of its kind it is, the same when its date moves; empty where there is only one. */
  readonly id: string;
  readonly date: IsoDate;
  readonly what: string;
  readonly overdue: boolean;
  readonly place: Place | null;
}

type Dated = Omit<Deadline, 'overdue'>;

/**
 * Everything that falls due or is overdue on a day, soonest first: actions, visits and what they need, meetings held and
 * agreed, the next audit, the Mark’s window and badges that lapse.
 */
export function deadlinesOn(workspace: Workspace, on: IsoDate): readonly Deadline[] {
  return [
    ...actionDates(workspace),
    ...visitDates(workspace, on),
    ...meetingDates(workspace, on),
    ...auditDue(workspace, on),
    ...markDates(workspace, on),
  ]
    .map((dated) => ({ ...dated, overdue: dated.date < on }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.what < b.what ? -1 : 1));
}

function actionDates({ actions }: Workspace): readonly Dated[] {
  return [...actions].flatMap(([id, known]) => {
    const action = seen(known);
    if (action?.due === undefined || !isOpen(action)) return [];
    const what = `Action: ${action.title || id}`;
    return [{ kind: 'action', id, date: action.due, what, place: at(known.file, 'due') }];
  });
}

/** The visits to come, in words, each with what is still to be done before it. */
function visitDates(workspace: Workspace, on: IsoDate): readonly Dated[] {
  const { calendar, programme } = workspace;
  const visits = seen(calendar)?.visits ?? [];
  return visits.flatMap((visit, index): readonly Dated[] => {
    if (visit.date < on) return [];
    const { sendAudit, beginSummaries } = visitNeeds(workspace, visit, on);
    const id = visitId(visits, index, programme.file.schoolYear.starts);
    const place = at(calendar.file, 'visits', index, 'date');
    const dated = (kind: DeadlineKind, date: IsoDate, what: string): Dated => ({ kind, id, date, what, place });
    return [
      dated('visit', visit.date, visitInWords(workspace, visit)),
      ...(sendAudit === null
        ? []
        : [dated('audit-to-send', sendAudit, `Send the audit to the ${programme.file.team ?? 'team'} for the visit`)]),
      ...(beginSummaries === null
        ? []
        : [
            dated(
              'summary-to-begin',
              beginSummaries.by,
              `Begin the summaries for the visit: ${titles(workspace, beginSummaries.strands)}`,
            ),
          ]),
    ];
  });
}

/** `Accreditation visit: Race, Gender`; with a day, `Accreditation visit on 24 June 2027: Race, Gender`. */
export function visitInWords(workspace: Workspace, { kind, strands = [] }: VisitBooked, day?: IsoDate): string {
  // Of a file with a fault, the kind may not be known.
  const what = { advisory: 'Advisory visit', accreditation: 'Accreditation visit' }[kind as string] ?? 'Visit';
  const name = `${what}${day === undefined ? '' : ` on ${inWords(day)}`}`;
  return strands.length === 0 ? name : `${name}: ${titles(workspace, strands)}`;
}

/** A visit by its school year, so that it stays the same one when its day is moved; the second of a year has a number. */
function visitId(visits: readonly VisitBooked[], index: number, starts: string): string {
  const date = visits[index]?.date ?? '';
  const year = schoolYearOf(date, starts);
  const before = visits.filter(
    (other, place) =>
      schoolYearOf(other.date, starts) === year && (other.date < date || (other.date === date && place < index)),
  );
  return before.length === 0 ? year : `${year}-${before.length + 1}`;
}

function meetingDates(workspace: Workspace, on: IsoDate): readonly Dated[] {
  const { calendar, referenceGroup } = workspace;
  const group = groupMeetingDue(workspace, on);
  const network = networkMeetingDue(workspace, on);
  const coming = (
    kind: DeadlineKind,
    file: string,
    meetings: readonly { readonly date: IsoDate }[] = [],
    what: string,
  ): readonly Dated[] =>
    meetings.flatMap(({ date }, index) =>
      date < on ? [] : [{ kind, id: date, date, what, place: at(file, 'meetings', index, 'date') }],
    );
  return [
    ...coming('network-meeting', calendar.file, seen(calendar)?.meetings, 'Co-ordinators’ meeting'),
    ...coming('group-meeting', referenceGroup.file, seen(referenceGroup)?.meetings, 'Reference group meeting'),
    ...(network === null
      ? []
      : [
          {
            kind: 'network-meeting-due',
            id: '',
            what: 'A co-ordinators’ meeting is due by the end of term',
            ...network,
          } as const,
        ]),
    ...(group === null
      ? []
      : [{ kind: 'group-meeting-due', id: '', what: 'The reference group is due to meet', ...group } as const]),
  ];
}

/** When the audit goes out of date by the programme's own requirement, told by its oldest completed element. */
function auditDue(workspace: Workspace, on: IsoDate): readonly Dated[] {
  const within = workspace.programme.file.requirements.find(({ kind }) => kind === 'audit-current')?.within;
  if (within === undefined) return [];
  const year = yearOn(workspace, on);
  let oldest: { readonly date: IsoDate; readonly place: Place } | null = null;
  for (const known of carried(workspace).audits.get(year)?.values() ?? []) {
    const completed = known.state === 'known' ? known.value.completed : undefined;
    if (completed === undefined || completed > on) continue;
    const date = plus(completed, within);
    if (oldest === null || date < oldest.date) oldest = { date, place: at(known.file, 'completed') };
  }
  return oldest === null ? [] : [{ kind: 'audit', id: '', what: 'The yearly audit is due again', ...oldest }];
}

/** The last day for the badges that the Mark still lacks; or, where the programme lets them lapse, of the Mark and of badges. */
function markDates(workspace: Workspace, on: IsoDate): readonly Dated[] {
  const { awards, programme } = workspace;
  const place = at(awards.file);
  const { state, deadline, missing } = markFacts(workspace, on);
  const badges = badgesOn(workspace, on).flatMap(({ strand, state, lapses }): readonly Dated[] => {
    if (state !== 'held' || lapses === null) return [];
    const what = `Last day of the ${programme.strands.get(strand)?.badge ?? strand}`;
    return [{ kind: 'badge', id: strand, date: lapses, what, place }];
  });
  if (deadline === null || (state !== 'working-towards' && state !== 'achieved')) return badges;
  const what =
    state === 'achieved'
      ? `Last day of the ${programme.file.mark.title}`
      : `Last day for the Mark’s remaining badges: ${titles(workspace, missing)}`;
  return [...badges, { kind: 'mark', id: '', date: deadline, what, place }];
}

function titles({ programme }: Workspace, strands: readonly string[]): string {
  return strands.map((strand) => programme.strands.get(strand)?.title ?? strand).join(', ');
}
