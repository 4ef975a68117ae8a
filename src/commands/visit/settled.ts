import { visitInWords } from '../../facts/deadlines.ts';
import { badgeFacts } from '../../facts/eligibility.ts';
import { visitNeeds } from '../../facts/visit-needs.ts';
import type { Line } from '../../model/block.ts';
import { type IsoDate, inWords } from '../../model/calendar.ts';
import type { VisitBooked } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { wrap } from '../../model/width.ts';
import { calendarAuditSentAfterVisit } from '../../rules/calendar/audit-sent-after-visit.ts';
import { calendarTooManyStrands } from '../../rules/calendar/too-many-strands.ts';
import { calendarTooManyVisits } from '../../rules/calendar/too-many-visits.ts';
import { listed } from '../../workspace/scaffold-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { objection } from '../calendar/objection.ts';
import { next, wrote } from '../change.ts';
import type { VisitRequest } from './request.ts';

const RULES = [
  [calendarTooManyStrands, 'Choose which come first; the others wait for the next visit.'],
  [calendarTooManyVisits, 'Move the one booked with lem visit update, or ask the team for another.'],
  [calendarAuditSentAfterVisit, 'Correct the day of the one or the other.'],
] as const;

/** Why the calendar can't have a visit in this place, or null. @param index that of another visit to put it in place of */
export function unfitVisit(
  { workspace, calendar, visits, on }: VisitRequest,
  visit: VisitBooked,
  index = visits.length,
): Outcome | null {
  const others = visits.filter((_, place) => place !== index);
  if (others.some(({ date }) => date === visit.date))
    return unusable(`A visit is booked for ${inWords(visit.date)} already.`, 'Change that one with lem visit update.');
  if (visit.kind === 'accreditation' && (visit.strands ?? []).length === 0)
    return unusable('It is not said which strands the visit is to decide.', 'Name each with --strand.');
  const after = [...visits.slice(0, index), visit, ...visits.slice(index + 1)];
  return objection(workspace, { ...calendar, visits: after }, on, RULES);
}

/** What was done about a visit and what is still to do before it. */
export function visitSaid(world: World, { workspace, on }: VisitRequest, visit: VisitBooked): readonly Line[] {
  const { sendAudit, beginSummaries } = visitNeeds(workspace, visit, on);
  const { team = 'team' } = workspace.programme.file;
  const titles = (strands: readonly string[]): string =>
    listed(strands.map((strand) => workspace.programme.strands.get(strand)?.title ?? strand));
  const notes = [
    `${visitInWords(workspace, visit, visit.date)}.`,
    ...claims(workspace, visit, on, titles),
    ...(beginSummaries === null
      ? []
      : [`Begin the Accreditation Summary of ${titles(beginSummaries.strands)} ${by(beginSummaries.by, on)}.`]),
    ...(sendAudit === null ? [] : [`Bring the audit up to date and send it to the ${team} ${by(sendAudit, on)}.`]),
  ];
  const [strand] = beginSummaries?.strands ?? [];
  const unsent = sendAudit === null ? 'lem status' : `lem visit update ${visit.date} --audit-sent …`;
  return [
    wrote(workspace.calendar.file),
    ...notes.flatMap((note) => wrap(note, world.terminal.width - 2)).map((line) => `  ${line}`),
    next(strand === undefined ? unsent : `lem summary new ${strand}`),
  ];
}

/** What stands against claiming the badges of an accreditation visit, as things are. */
function claims(
  workspace: Workspace,
  { kind, strands = [] }: VisitBooked,
  on: IsoDate,
  titles: (strands: readonly string[]) => string,
): readonly string[] {
  if (kind !== 'accreditation') return [];
  const badges = strands.map((strand) => badgeFacts(workspace, strand, on));
  const held = badges.filter(({ state }) => state === 'held').map(({ strand }) => strand);
  const open = badges
    .filter(({ state, eligible }) => state !== 'held' && eligible !== true)
    .map(({ strand }) => strand);
  return [
    ...(held.length === 0 ? [] : [`Held already: ${titles(held)}.`]),
    ...(open.length === 0
      ? []
      : [`Not ready to claim yet: ${titles(open)}. lem badges ${open[0]} says what is missing.`]),
  ];
}

function by(date: IsoDate, on: IsoDate): string {
  return date < on ? `now: the day for it was ${inWords(date)}` : `by ${inWords(date)}`;
}
