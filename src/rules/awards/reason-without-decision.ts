import { wordsOf } from '../audits.ts';
import { always, type Rule } from '../rule.ts';
import { visitsMade } from '../visits.ts';

export const awardsReasonWithoutDecision: Rule = {
  id: 'awards/reason-without-decision',
  title: 'A visit that says why has decided.',
  why: 'The reasons of a visit are those for its decisions (step 6). A reason for a strand on which nothing was decided is shown nowhere: the decision was left out, or the reason stands under the wrong strand.',
  severity: always('warning'),
  wrong: {
    'awards.yaml':
      'visits:\n  - date: 2027-05-26\n    kind: accreditation\n    decisions: { race: awarded }\n    because: { gender: Pupils were not asked. }\n',
  },
  right: {
    'awards.yaml':
      'visits:\n  - date: 2027-05-26\n    kind: accreditation\n    decisions: { race: awarded, gender: not-yet }\n    because: { gender: Pupils were not asked. }\n',
  },
  *check({ workspace }) {
    for (const { visit, place } of visitsMade(workspace)) {
      const words = wordsOf(workspace, visit.edition);
      for (const strand of Object.keys(visit.because ?? {})) {
        // A strand that there is not is reported as such.
        const isKnown = words.length === 0 || words.some(({ strands }) => strands.has(strand));
        if (!isKnown || Object.hasOwn(visit.decisions ?? {}, strand)) continue;
        yield {
          place: { ...place('because', strand), part: 'key' },
          message: `This visit says why, and decided nothing on ${strand}.`,
          hint: 'Add what was decided to decisions, or move the reason to the strand that it is for.',
        };
      }
    }
  },
};
