import type { Visit, VisitBooked } from '../model/files.generated.ts';
import { seen } from '../model/known.ts';
import { at, type Place, type Step } from '../model/place.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A visit with the place of something in it. */
export interface NamedVisit<T> {
  readonly visit: T;
  readonly place: (...path: Step[]) => Place;
}

/** The visits that awards.yaml tells of. */
export function visitsMade({ awards }: Workspace): readonly NamedVisit<Visit>[] {
  return named(awards.file, seen(awards)?.visits);
}

/** The visits that calendar.yaml tells of. */
export function visitsBooked({ calendar }: Workspace): readonly NamedVisit<VisitBooked>[] {
  return named(calendar.file, seen(calendar)?.visits);
}

function named<T>(file: string, visits: readonly T[] = []): readonly NamedVisit<T>[] {
  return visits.map((visit, index) => ({ visit, place: (...path) => at(file, 'visits', index, ...path) }));
}
