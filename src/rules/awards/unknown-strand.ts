import { wordsOf } from '../audits.ts';
import { unknownStrandOf } from '../references.ts';
import { always, type Rule } from '../rule.ts';
import { visitsMade } from '../visits.ts';

export const awardsUnknownStrand: Rule = {
  id: 'awards/unknown-strand',
  title: 'Decisions, the reasons for them and recommendations are about strands of the programme.',
  why: 'Only a decision of the Equality team makes a badge held (step 6). Under another name it makes none.',
  severity: always('error'),
  wrong: {
    'awards.yaml': 'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { rase: further-evidence } }\n',
  },
  right: {
    'awards.yaml': 'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: further-evidence } }\n',
  },
  *check({ workspace }) {
    for (const { visit, place } of visitsMade(workspace)) {
      const words = wordsOf(workspace, visit.edition);
      for (const strand of Object.keys(visit.decisions ?? {})) {
        yield* unknownStrandOf(words, strand, { ...place('decisions', strand), part: 'key' });
      }
      for (const strand of Object.keys(visit.because ?? {})) {
        yield* unknownStrandOf(words, strand, { ...place('because', strand), part: 'key' });
      }
      for (const [index, { strand }] of (visit.recommendations ?? []).entries()) {
        if (strand !== undefined) yield* unknownStrandOf(words, strand, place('recommendations', index, 'strand'));
      }
    }
  },
};
