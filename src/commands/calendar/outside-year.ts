import type { IsoDate } from '../../model/calendar.ts';
import { boundsOf, type SchoolYear } from '../../model/school-year.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What to say of a day of completion that does not lie in its year; nothing of one that does. */
export function outsideYear({ programme }: Workspace, year: SchoolYear, on: IsoDate): readonly string[] {
  const { from, before } = boundsOf(year, programme.file.schoolYear.starts);
  return on >= from && on < before
    ? []
    : [`That day is not in the school year ${year}: is it the right year? lem audit start begins a new one.`];
}
