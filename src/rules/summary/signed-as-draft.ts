import { at } from '../../model/place.ts';
import { eachSoundOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const summarySignedAsDraft: Rule = {
  id: 'summary/signed-as-draft',
  title: 'Only a final summary is signed.',
  why: 'Who signs stands behind what the summary says (step 6). A draft can still change under a signature.',
  severity: always('warning'),
  wrong: {
    'accreditation/2026-27/gender.yaml':
      'strand: gender\nstatus: draft\nsigned: [{ by: Headteacher, on: 2027-05-20 }]\n',
  },
  right: { 'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\n' },
  *check({ workspace }) {
    for (const { file, value } of eachSoundOfYears(workspace.summaries)) {
      if (value.status !== 'draft' || !value.signed?.length) continue;
      yield {
        place: at(file, 'status'),
        message: 'This summary is signed, and still a draft.',
        hint: 'Write status: final, or take the signatures out until it is.',
      };
    }
  },
};
