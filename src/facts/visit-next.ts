import type { IsoDate } from '../model/calendar.ts';
import type { VisitBooked } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The visit that a school gets ready for. */
export interface VisitNext {
  /** The first that is booked on or after a day; null where none is. */
  readonly visit: VisitBooked | null;
  /** The strands it is about; all of them where it names none, or none is booked. */
  readonly strands: readonly string[];
  /** calendar.yaml, where it can’t be read, so that another visit may come first. */
  readonly untold: string | null;
}

/** The next visit as seen on a day. Strands that the programme lacks are left out. */
export function nextVisit({ calendar, programme }: Workspace, on: IsoDate): VisitNext {
  const [visit = null] = (seen(calendar)?.visits ?? [])
    .filter(({ date }) => date >= on)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const named = [...programme.strands.keys()].filter((strand) => visit?.strands?.includes(strand));
  return {
    visit,
    strands: named.length > 0 ? named : [...programme.strands.keys()],
    untold: calendar.state === 'unreadable' ? calendar.file : null,
  };
}
