import { type IsoDate, inWords } from '../../model/calendar.ts';
import type { CalendarFile, VisitBooked } from '../../model/files.generated.ts';
import { didYouMean, exactly } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { schemaAt } from '../../source/schema-at.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { readable } from '../calendar/add-entry.ts';
import { type Input, ON_OPTION, text, texts } from '../command.ts';
import { openHere } from '../load.ts';
import { allNamed, dateNamed, strandNamed } from '../named.ts';

/** What may be told of a visit. */
export const VISIT_OPTIONS = [
  ['--date <date>', 'the day of the visit'],
  ['--kind <visit-kind>', 'accreditation (the usual) or advisory'],
  ['--strand <strand>', 'a strand that it is about; may be given several times', 'many'],
  ['--audit-sent <date>', 'the day the audit went to the team'],
  ON_OPTION,
] as const;

/** What was told of a visit, and the calendar it goes into. */
export interface VisitRequest {
  readonly root: string;
  readonly workspace: Workspace;
  readonly calendar: CalendarFile;
  readonly visits: readonly VisitBooked[];
  readonly on: IsoDate;
  /** Only what was given. */
  readonly given: Partial<VisitBooked>;
}

/** Reads the calendar and the options of a visit, or says why they can't be used. */
export function visitRequest(world: World, input: Input): VisitRequest | { readonly refusal: Outcome } {
  const here = openHere(world, input);
  if ('refusal' in here) return here;
  const { root, workspace } = here;
  const read = readable(workspace.calendar);
  if ('refusal' in read) return read;
  const given = givenVisit(workspace, input, here.on);
  if ('refusal' in given) return given;
  const calendar = read.value ?? {};
  return { root, workspace, calendar, visits: calendar.visits ?? [], on: here.on, given };
}

function givenVisit(
  { programme }: Workspace,
  input: Input,
  on: IsoDate,
): Partial<VisitBooked> | { readonly refusal: Outcome } {
  const date = text(input, 'date');
  const unfit = date === undefined ? null : unfitDay(date, on);
  if (unfit !== null) return { refusal: unfit };
  const word = text(input, 'kind');
  const kind = word === undefined ? undefined : kindNamed(word);
  if (kind === null)
    return { refusal: unusable(`${word} is not a kind of visit.`, didYouMean(word ?? '', VISIT_KINDS)) };
  const strands = allNamed(texts(input, 'strand'), (each) => strandNamed(programme, each));
  if ('refusal' in strands) return strands;
  const auditSent = text(input, 'auditSent');
  const sent = auditSent === undefined ? null : dateNamed('--audit-sent', auditSent);
  if (sent !== null && 'refusal' in sent) return sent;
  if (sent !== null && sent.date > on)
    return {
      refusal: unusable(
        `${inWords(sent.date)} is to come, so the audit has not been sent on it.`,
        'Say so once it is sent.',
      ),
    };
  return {
    ...(date === undefined ? {} : { date }),
    ...(kind === undefined ? {} : { kind }),
    ...(strands.ids.length === 0 ? {} : { strands: strands.ids }),
    ...(sent === null ? {} : { auditSent: sent.date }),
  };
}

/** Why a visit can't be booked for a day, or null. */
export function unfitDay(date: string, on: IsoDate): Outcome | null {
  const named = dateNamed('--date', date);
  if ('refusal' in named) return named.refusal;
  return date >= on ? null : unusable(`${inWords(date)} is past.`, 'A visit is booked for a day that is to come.');
}

/** The kinds of visit that there are. */
export const VISIT_KINDS = schemaAt('calendar', ['visits', 0, 'kind'])?.enum ?? [];

/** A kind of visit; null for a word that is none. */
export function kindNamed(word: string): VisitBooked['kind'] | null {
  const pairs = VISIT_KINDS.map((each) => [each, each] as const);
  return exactly(word, pairs) as VisitBooked['kind'] | null;
}
