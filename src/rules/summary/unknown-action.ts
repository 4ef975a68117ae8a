import { at } from '../../model/place.ts';
import { eachOfYears } from '../files.ts';
import { inList, unknownAction } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const summaryUnknownAction: Rule = {
  id: 'summary/unknown-action',
  title: 'A summary reports on actions of the plan.',
  why: 'The summary says which actions were taken (step 6), and the Equality team looks for them in the plan.',
  severity: always('error'),
  wrong: { 'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\nactions: [family-evenings]\n' },
  right: { 'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\nactions: [family-evening]\n' },
  *check({ workspace }) {
    for (const { file, value } of eachOfYears(workspace.summaries)) {
      yield* inList(value.actions, at(file, 'actions'), (word, place) => unknownAction(workspace, word, place));
    }
  },
};
