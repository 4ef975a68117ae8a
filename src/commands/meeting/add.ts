import type { Line } from '../../model/block.ts';
import { type IsoDate, inWords } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { wrap } from '../../model/width.ts';
import { calendarTooManyAtMeeting } from '../../rules/calendar/too-many-at-meeting.ts';
import { listed } from '../../workspace/scaffold-text.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { addEntry } from '../calendar/add-entry.ts';
import { objection } from '../calendar/objection.ts';
import { changing, DRY_RUN_OPTION, next, type TextChange, wrote } from '../change.ts';
import { type Command, flag, type Input, ON_OPTION, text, texts } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { openHere } from '../load.ts';
import { dateNamed } from '../named.ts';
import { askMeeting } from './ask.ts';
import { type People, peopleNamed } from './people.ts';
import { groupMeetings, isPlanned, networkMeetings, type Series } from './series.ts';

export const addMeeting: Command = {
  summary: 'Records a meeting of the reference group, or plans one; with --network a meeting of co-ordinators.',
  options: [
    ['--network', 'a co-ordinators’ meeting of the programme instead'],
    ['--date <date>', 'the day of the meeting (default: today)'],
    ['--attended <name>', 'who was there; may be given several times, or several names with commas between', 'many'],
    ['--notes <text>', 'what was agreed'],
    ON_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    [
      'lem meeting add --attended "A. Khan, M. Shaw" --notes "Agreed the audit teams."',
      'a meeting of the group, held today',
    ],
    ['lem meeting add --date 2027-01-14', 'plan one, or record who was at an earlier one'],
    ['lem meeting add --network --date 2026-10-07 --attended "J. Patel"', 'a co-ordinators’ meeting'],
  ],
  run: add,
};

async function add(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  const series = flag(input, 'network') ? networkMeetings(workspace) : groupMeetings(workspace);
  if ('refusal' in series) return series.refusal;
  if (!series.takesNotes && text(input, 'notes') !== undefined)
    return unusable('No notes are kept of a co-ordinators’ meeting.', 'Leave --notes out.');
  const given = {
    date: text(input, 'date'),
    attended: input.options.attended === undefined ? undefined : texts(input, 'attended'),
    notes: text(input, 'notes'),
  };
  const early = given.date === undefined ? null : unfitDate(series, given.date);
  if (early !== null) return early;
  const asks = world.terminal.interactive;
  if (!asks && Object.values(given).every((each) => each === undefined))
    return unusable('Nothing is said of the meeting.', 'Name its day with --date, or who was there with --attended.');
  const told = asks ? await askMeeting(world, series, given, here.on) : given;
  if (told === null)
    return unusable('Nothing was written: the questions were broken off.', 'Begin again with lem meeting add.');
  const { date = here.on, attended = [] } = told;
  const people = peopleNamed(attended, series.people);
  const notes = told.notes?.trim() ?? '';
  const meeting: Held = {
    date,
    ...(people.names.length === 0 ? {} : { attended: people.names }),
    ...(notes === '' ? {} : { notes }),
  };
  const refusal = unfitDate(series, date) ?? refused(workspace, series, meeting, here.on);
  if (refusal !== null) return refusal;
  const change = changed(workspace, series, meeting);
  if ('refusal' in change) return change.refusal;
  const lines = said(world, series, meeting, people, here.on);
  return changing(world, input, { root, texts: [change], said: asks ? ['', ...lines] : lines });
}

/** A meeting as it is written down. */
interface Held {
  readonly date: IsoDate;
  readonly attended?: readonly string[];
  readonly notes?: string;
}

function unfitDate({ name, file, meetings }: Series, date: string): Outcome | null {
  const named = dateNamed('--date', date);
  if ('refusal' in named) return named.refusal;
  const there = meetings.find((meeting) => meeting.date === date);
  if (there === undefined || isPlanned(there)) return null;
  return unusable(`${file} has a ${name.toLowerCase()} on ${inWords(date)} already.`, 'Change it in your editor.');
}

function refused(workspace: Workspace, series: Series, meeting: Held, on: IsoDate): Outcome | null {
  const { name, file, meetings, takesNotes } = series;
  const when = inWords(meeting.date);
  if (isPlanned(meeting) && meetings.some(({ date }) => date === meeting.date))
    return unusable(
      `${file} has a ${name.toLowerCase()} on ${when} already.`,
      meeting.date > on
        ? 'Record it once it has been held.'
        : 'To record it, name those who were there with --attended.',
    );
  if (meeting.date > on && meeting.attended !== undefined)
    return unusable(
      `The meeting on ${when} is to come, so nobody has been there yet.`,
      'Leave --attended out for now, and add it once the meeting has been held.',
    );
  if (takesNotes) return null;
  const calendar = { ...seen(workspace.calendar), meetings: [...meetings, meeting] };
  const remedy = 'Name those who went, or ask the team whether more may come.';
  return objection(workspace, calendar, on, [[calendarTooManyAtMeeting, remedy]]);
}

/** The change to the file: a new entry, or what happened at a meeting that was planned. */
function changed(
  workspace: Workspace,
  { file, meetings }: Series,
  meeting: Held,
): TextChange | { readonly refusal: Outcome } {
  const planned = meetings.findIndex(({ date }) => date === meeting.date);
  if (planned === -1) return addEntry(workspace, file, 'meetings', meetings.length, { ...meeting });
  const parts = Object.entries(meeting).map(([key, value]) => ({ path: ['meetings', planned, key], value }));
  return editFile(workspace, file, parts);
}

function said(
  world: World,
  series: Series,
  { date, attended = [] }: Held,
  people: People,
  on: IsoDate,
): readonly Line[] {
  const who = attended.length === 0 ? '' : `: ${listed(attended)}`;
  const notes = people.unknown.map(
    ({ name, meant }) =>
      `${name} is not ${series.belonging}${meant === null ? '' : `; if it should be ${meant}, change it in ${series.file}`}.`,
  );
  const all = [`${series.name}${date > on ? ' planned for' : ' of'} ${inWords(date)}${who}.`, ...notes];
  return [
    wrote(series.file),
    ...all.flatMap((line) => wrap(line, world.terminal.width - 2)).map((line) => `  ${line}`),
    next('lem status'),
  ];
}
