import { badgesOn } from '../../facts/progress.ts';
import { isDate } from '../../model/calendar.ts';
import type { VisitBooked } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { visible } from '../../model/visible.ts';
import { STATES } from '../../views/badges.ts';
import type { World } from '../../world.ts';
import { addEntry } from '../calendar/add-entry.ts';
import { changing, DRY_RUN_OPTION } from '../change.ts';
import type { Command, Input } from '../command.ts';
import { kindNamed, unfitDay, VISIT_KINDS, VISIT_OPTIONS, type VisitRequest, visitRequest } from './request.ts';
import { unfitVisit, visitSaid } from './settled.ts';

export const bookVisit: Command = {
  summary: 'Books a visit that was agreed with the team, and says what is to be done before it.',
  options: [...VISIT_OPTIONS, DRY_RUN_OPTION],
  examples: [
    ['lem visit book --date 2027-06-24 --strand race --strand gender', 'an accreditation visit for two strands'],
    ['lem visit book --date 2027-02-11 --kind advisory', 'a visit for advice'],
    ['lem visit book', 'asks, and offers the strands that are ready to claim'],
  ],
  run: book,
};

async function book(world: World, input: Input): Promise<Outcome> {
  const request = visitRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const asks = world.terminal.interactive;
  const told = asks ? await ask(world, request) : request.given;
  if (told === null)
    return unusable('Nothing was written: the questions were broken off.', 'Begin again with lem visit book.');
  const { date, kind = 'accreditation', strands, auditSent } = told;
  if (date === undefined)
    return unusable('The day of the visit is missing.', 'Give it with --date, such as --date 2027-06-24.');
  const visit: VisitBooked = {
    date,
    kind,
    ...(strands === undefined || strands.length === 0 ? {} : { strands }),
    ...(auditSent === undefined ? {} : { auditSent }),
  };
  const { root, workspace, visits } = request;
  const unfit = unfitVisit(request, visit);
  if (unfit !== null) return unfit;
  const change = addEntry(workspace, workspace.calendar.file, 'visits', visits.length, { ...visit });
  if ('refusal' in change) return change.refusal;
  const said = visitSaid(world, request, visit);
  return changing(world, input, { root, texts: [change], said: asks ? ['', ...said] : said });
}

/** Asks for what has not been given. @returns null where the user broke off */
async function ask(world: World, { workspace, given, on, visits }: VisitRequest): Promise<Partial<VisitBooked> | null> {
  const prompts = await world.prompts();
  const check = (answer: string): string | null => {
    const day = answer.trim();
    if (!isDate(day)) return 'Write the date with the year first, such as 2027-06-24.';
    if (unfitDay(day, on) !== null) return 'A visit is booked for a day that is to come.';
    return visits.some((visit) => visit.date === day) ? 'A visit is booked for that day already.' : null;
  };
  const date = given.date ?? (await prompts.text({ message: 'The day agreed for the visit:', check }))?.trim();
  if (date === undefined) return null;
  const kinds = VISIT_KINDS.map((kind) => ({ value: kind, name: kind }));
  const named = given.kind ?? (await prompts.choose({ message: 'What it is for:', choices: kinds }));
  const kind = named === null ? null : kindNamed(named);
  if (kind === null) return null;
  const choices = badgesOn(workspace, on).map(({ strand, state }) => ({
    value: strand,
    name: visible(`${workspace.programme.strands.get(strand)?.title ?? strand}: ${STATES[state][0]}`),
  }));
  const ready = badgesOn(workspace, on)
    .filter(({ state }) => state === 'ready')
    .map(({ strand }) => strand)
    .filter((strand) => !visits.some((visit) => visit.date >= on && visit.strands?.includes(strand)));
  const chosen = kind === 'accreditation' ? ready : [];
  let { strands } = given;
  for (let message = 'The strands it is about:'; strands === undefined; message = 'At least one strand it is about:') {
    const answer = await prompts.many({ message, choices, chosen });
    if (answer === null) return null;
    if (answer.length > 0 || kind !== 'accreditation') strands = answer;
  }
  return { ...given, date, kind, strands };
}
