import { at } from '../../model/place.ts';
import { strandsFrom } from '../../workspace/carried.ts';
import { eachOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const summaryActionOfOtherStrand: Rule = {
  id: 'summary/action-of-other-strand',
  title: 'A summary reports on actions for its own strand.',
  why: 'A badge is for one strand, and is claimed on what was done for it (step 6). Either the wrong action is named, or the action leaves out a strand that it served.',
  severity: always('error'),
  wrong: { 'accreditation/2026-27/disability.yaml': 'strand: disability\nstatus: draft\nactions: [family-evening]\n' },
  right: { 'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\nactions: [family-evening]\n' },
  *check({ workspace, workspace: { programme } }) {
    for (const { id, file, value } of eachOfYears(workspace.summaries)) {
      // One of an earlier edition keeps its strand’s name, and the actions have gone on under the new one.
      const strands = value.edition === undefined ? [id] : strandsFrom(workspace.route, value.edition, id);
      if (strands.length === 0) continue;
      for (const [index, name] of (value.actions ?? []).entries()) {
        const action = workspace.actions.get(name);
        if (action?.state !== 'known' || strands.some((strand) => action.value.strands.includes(strand))) continue;
        // A misspelt strand may well be this one: plan/unknown-strand says so once.
        if (action.value.strands.some((strand) => !programme.strands.has(strand))) continue;
        yield {
          place: at(file, 'actions', index),
          message: `This action is not for ${programme.strands.get(id)?.title ?? 'this strand'}.`,
          hint: `Name another, or add the strand in ${action.file} if the action served it.`,
        };
      }
    }
  },
};
