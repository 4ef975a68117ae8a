import { MAYBE_ONLY_ONE, onlyOnesIn } from '../../model/only-ones.ts';
import { findInTexts, withoutEmphasis } from '../personal-texts.ts';
import { type Rule, warningThen } from '../rule.ts';

const ACTION = 'title: A quiet room for prayer\nstrands: [religion-and-belief]\nstatus: planned\n';

export const privacyOnlyPupil: Rule = {
  id: 'privacy/only-pupil',
  title: 'No text tells of somebody as the only one of their kind.',
  why: 'Whoever knows the school knows who that is. Most strands are about what is private (step 2), and the summary goes to the Equality team and to governors (step 6).',
  severity: warningThen('error'),
  unsuppressible: true,
  wrong: { 'plan/quiet-room.yaml': `${ACTION}baseline: The only Muslim pupil in Year 6 prayed in the cloakroom.\n` },
  right: { 'plan/quiet-room.yaml': `${ACTION}baseline: There was no room in which pupils could pray.\n` },
  check: ({ workspace }) =>
    findInTexts(workspace, {
      maybe: MAYBE_ONLY_ONE,
      find: (text) => onlyOnesIn(withoutEmphasis(text)),
      says: 'tells of somebody who is the only one of their kind',
      hint: 'Say what the school does or lacks, and leave out for whom.',
    }),
};
