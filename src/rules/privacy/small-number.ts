import { smallestPublished } from '../../facts/suppression.ts';
import { MAYBE_COUNT, smallCountsIn } from '../../model/small-counts.ts';
import { findInTexts, withoutEmphasis } from '../personal-texts.ts';
import { type Rule, warningThen } from '../rule.ts';

const ACTION = 'title: Stories from many places\nstrands: [race]\nstatus: planned\n';

export const privacySmallNumber: Rule = {
  id: 'privacy/small-number',
  title: 'No text counts people where they are few.',
  why: 'Who belongs to a very small number can be worked out, with all that is said of them. Such counts are not published, and are not committed, because git keeps them and the workspace goes to the Equality team (step 6).',
  severity: warningThen('error'),
  unsuppressible: true,
  wrong: { 'plan/story-corner.yaml': `${ACTION}baseline: Two Traveller children found themselves in a book.\n` },
  right: { 'plan/story-corner.yaml': `${ACTION}baseline: Traveller children seldom found themselves in a book.\n` },
  check: ({ workspace }) => {
    const below = smallestPublished(workspace.programme);
    return findInTexts(workspace, {
      maybe: MAYBE_COUNT,
      find: (text) => smallCountsIn(withoutEmphasis(text), below),
      says: `counts fewer than ${below} people`,
      hint: 'Write a few, or a share of a larger number, and keep the count with somebody named as its holder.',
    });
  },
};
