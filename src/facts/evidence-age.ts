import { type IsoDate, plus, type Span } from '../model/calendar.ts';
import type { EvidenceFile } from '../model/files.generated.ts';
import type { Programme } from '../model/programme.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { dayOfVisit } from './requirements/evidence-live.ts';

/** How far ahead an item is said to be ageing, so that there is time to look again. */
const AHEAD: Span = 'P3M';

/** How long an evidence item counts. */
export interface EvidenceAge {
  /** The last day on which it does. */
  readonly until: IsoDate;
  readonly state: 'recent' | 'ageing' | 'too-old';
  /** The visit booked for one of its strands by which it no longer counts, if there is one. */
  readonly visit: IsoDate | null;
}

/** How old evidence may be on the day of a visit, or undefined where the programme does not say. */
export function evidenceWithin({ file }: Programme): Span | undefined {
  return file.requirements.find(({ kind }) => kind === 'evidence-live')?.within;
}

/** How long an item counts, as seen on a day; null where the programme sets no age. */
export function evidenceAge(workspace: Workspace, item: EvidenceFile, on: IsoDate): EvidenceAge | null {
  const within = evidenceWithin(workspace.programme);
  if (within === undefined) return null;
  const until = plus(item.date, within);
  const visits = (item.strands ?? [])
    .map((strand) => dayOfVisit({ workspace, strand, on }))
    .filter((day) => day > until);
  const visit = visits.sort()[0] ?? null;
  if (until < on) return { until, state: 'too-old', visit: null };
  return { until, state: visit !== null || until < plus(on, AHEAD) ? 'ageing' : 'recent', visit };
}
