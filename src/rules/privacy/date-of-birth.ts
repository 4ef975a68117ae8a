import { datesOfBirthIn, MAYBE_BIRTH } from '../../model/dates-of-birth.ts';
import { findInTexts } from '../personal-texts.ts';
import { always, type Rule } from '../rule.ts';

const ITEM = 'title: What a pupil told us about the passport\nkind: pupil-voice\ndate: 2027-02-11\nconsent: held\n';

export const privacyDateOfBirth: Rule = {
  id: 'privacy/date-of-birth',
  title: 'Nobody’s date of birth stands in the workspace.',
  why: 'A date of birth, with the name of the school, names one child in most year groups. Git keeps what was once committed, and the workspace goes to the Equality team (step 6).',
  severity: always('error'),
  unsuppressible: true,
  wrong: { 'evidence/passport/evidence.yaml': `${ITEM}holder: SENDCo, under the pupil born on 12 March 2017\n` },
  right: { 'evidence/passport/evidence.yaml': `${ITEM}holder: SENDCo, locked cabinet\n` },
  check: ({ workspace, on }) =>
    findInTexts(workspace, {
      maybe: MAYBE_BIRTH,
      find: (text) => datesOfBirthIn(text, on),
      says: 'gives a date of birth',
      hint: 'Take it out; a year group says enough. Take it out of the history of git too if it was committed.',
    }),
};
