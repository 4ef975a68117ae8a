import ical, { ICalEventTransparency } from 'ical-generator';
import type { Deadline } from '../facts/deadlines.ts';
import type { IsoDate } from '../model/calendar.ts';
import { seen } from '../model/known.ts';
import { visible } from '../model/visible.ts';
import { oneLine } from '../workspace/scaffold-text.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Deadlines as a calendar file (RFC 5545) of events that last all day, in no time zone. An event has the same id each
 * time, so that a calendar that takes the file in again updates it; the day of the file decides which is newer.
 */
export function calendarFile(workspace: Workspace, deadlines: readonly Deadline[], on: IsoDate): string {
  const school = seen(workspace.settings)?.school;
  // The library escapes the texts of events only.
  const title = [school?.name, workspace.programme.file.title].filter(Boolean).join(': ');
  const name = plain(title).replaceAll(/[\\;,]/g, '\\$&');
  const owner = school?.urn || school?.name || '';
  const calendar = ical({ name, prodId: '//lem//equality-mark//EN', scale: 'gregorian' });
  for (const { kind, id, date, what, place } of deadlines) {
    calendar.createEvent({
      // The library writes it as it is, and there may be line breaks in a file's name.
      id: ['lem', owner, kind, id].map(worded).filter(Boolean).join('-'),
      start: date,
      allDay: true,
      stamp: `${on}T00:00:00Z`,
      summary: plain(what),
      // A day by which something is due is no day on which nobody is free.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(place === null ? {} : { description: plain(place.file) }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** A text in words with hyphens between, for an id. */
function worded(text: string): string {
  return plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}

/** A text on one line in which nothing can be hidden. */
function plain(text: string): string {
  return visible(oneLine(text));
}
