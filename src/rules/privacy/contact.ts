import { contactsIn, MAYBE_CONTACT } from '../../model/contacts.ts';
import { seen } from '../../model/known.ts';
import { findInTexts } from '../personal-texts.ts';
import { type Rule, warningThen } from '../rule.ts';

const ACTION = 'title: An evening with families\nstrands: [race]\nstatus: planned\n';

export const privacyContact: Rule = {
  id: 'privacy/contact',
  title: 'No e-mail address or telephone number of a family stands in the workspace.',
  why: 'Families gave them to the school, not to everybody who reads the plan (step 4) or receives the workspace (step 6). The co-ordinators’ addresses in lem.yaml, and others of the school’s own, may stand.',
  severity: warningThen('error'),
  unsuppressible: true,
  wrong: { 'plan/story-corner.yaml': `${ACTION}resources: "Ask the Roma parents' group, 07700 900123"\n` },
  right: { 'plan/story-corner.yaml': `${ACTION}resources: "Ask the Roma parents' group, through the office"\n` },
  check: ({ workspace }) => {
    const emails = (seen(workspace.settings)?.coordinators ?? []).flatMap(({ email }) => (email ? [email] : []));
    return findInTexts(workspace, {
      maybe: MAYBE_CONTACT,
      find: (text) => contactsIn(text, emails),
      says: 'gives an e-mail address or a telephone number',
      hint: 'Take it out, and say who in school has it.',
    });
  },
};
