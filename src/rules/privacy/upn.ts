import { MAYBE_UPN, upnsIn } from '../../model/upn.ts';
import { findInTexts } from '../personal-texts.ts';
import { always, type Rule } from '../rule.ts';

const ITEM = 'title: Reading progress, autumn sample\nkind: data\ndate: 2027-02-11\n';

export const privacyUpn: Rule = {
  id: 'privacy/upn',
  title: 'No Unique Pupil Number stands in the workspace.',
  why: 'A Unique Pupil Number names one pupil, and may be used only for that pupil’s schooling. Git keeps what was once committed, and the workspace goes to the Equality team (step 6).',
  severity: always('error'),
  unsuppressible: true,
  wrong: { 'evidence/reading/evidence.yaml': `${ITEM}holder: English lead, file B801200005001\n` },
  right: { 'evidence/reading/evidence.yaml': `${ITEM}holder: English lead, locked cabinet\n` },
  check: ({ workspace }) =>
    findInTexts(workspace, {
      maybe: MAYBE_UPN,
      find: upnsIn,
      says: 'holds a Unique Pupil Number',
      hint: 'Take it out, say who holds the record, and take it out of the history of git too if it was committed.',
    }),
};
