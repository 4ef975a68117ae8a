import type { Element } from '../model/files.generated.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { carried } from '../workspace/carried.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The elements whose audit of a year is not complete, or can't be read: the grid comes after all of them (step 3). */
export function openElements(workspace: Workspace, year: SchoolYear): readonly Element[] {
  return [...workspace.programme.elements.values()].filter(({ id }) => {
    const audit = carried(workspace).audits.get(year)?.get(id);
    return audit?.state !== 'known' || audit.value.status !== 'complete';
  });
}
