import { type IsoDate, isDate } from '../../model/calendar.ts';
import { visible } from '../../model/visible.ts';
import type { World } from '../../world.ts';
import { isPlanned, type Series } from './series.ts';

/** What is told of a meeting; a part that is undefined has not been given. */
export interface Told {
  readonly date?: string | undefined;
  readonly attended?: readonly string[] | undefined;
  readonly notes?: string | undefined;
}

/** Asks for what has not been given of a meeting. @returns null where the user broke off */
export async function askMeeting(world: World, series: Series, told: Told, on: IsoDate): Promise<Told | null> {
  const prompts = await world.prompts();
  const check = (answer: string): string | null => {
    const day = answer.trim();
    if (!isDate(day)) return 'Write the date with the year first, such as 2026-10-12.';
    const there = series.meetings.find((meeting) => meeting.date === day);
    if (there === undefined || (isPlanned(there) && day <= on)) return null;
    return `There is a ${series.name.toLowerCase()} on that day already.`;
  };
  const date = told.date ?? (await prompts.text({ message: 'The day of the meeting:', default: on, check }))?.trim();
  if (date === undefined) return null;
  // Nobody has been at a meeting that is to come.
  if (date > on) return { ...told, date };
  const attended = told.attended ?? (await askAttended());
  if (attended === null) return null;
  if (!series.takesNotes || told.notes !== undefined) return { ...told, date, attended };
  const notes = await prompts.text({ message: 'What was agreed, in a line or two (Enter to leave it out):' });
  return notes === null ? null : { date, attended, notes };

  async function askAttended(): Promise<readonly string[] | null> {
    const choices = series.people.map((name) => ({ value: name, name: visible(name) }));
    const known = choices.length === 0 ? [] : await prompts.many({ message: 'Who was there:', choices });
    if (known === null) return null;
    const message = `${choices.length === 0 ? 'Who was there' : 'Who else'}, with commas between (Enter to leave it out):`;
    const others = await prompts.text({ message });
    return others === null ? null : [...known, others];
  }
}
