import type { Fix } from '../../model/edit.ts';
import { at, type Place } from '../../model/place.ts';
import { readSchoolYear } from '../../model/school-year.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { eachSound } from '../files.ts';

/** What is sound, and written in another form than lem writes it: no finding, but tidied up along with the rest. */
export function otherForms(workspace: Workspace): readonly { readonly place: Place; readonly fix: Fix }[] {
  return [...eachSound(workspace.grids)].flatMap(({ id, file, value: { year } }) => {
    if (year === id || readSchoolYear(year) !== id) return [];
    const place = at(file, 'year');
    return [{ place, fix: { does: `written as ${id}`, edits: [{ kind: 'set', place, value: id, was: year }] } }];
  });
}
