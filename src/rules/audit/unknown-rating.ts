import { audits, judgementsIn } from '../audits.ts';
import { unknownRating } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const auditUnknownRating: Rule = {
  id: 'audit/unknown-rating',
  title: 'Ratings in the audit are steps of the programme’s scale.',
  why: 'The grid is suggested from the audit’s ratings (step 3). Another word has no place on the scale and counts as not yet judged.',
  severity: always('error'),
  wrong: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { rating: yellow }\n',
  },
  right: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { rating: amber }\n',
  },
  *check({ workspace, workspace: { programme } }) {
    for (const audit of audits(workspace)) {
      for (const { judgement, place } of judgementsIn(audit)) {
        const { rating, strands = {}, dissent = [] } = judgement;
        if (rating !== undefined) yield* unknownRating(programme, rating, place('rating'));
        for (const [strand, word] of Object.entries(strands)) {
          yield* unknownRating(programme, word, place('strands', strand));
        }
        for (const [index, { rating: word }] of dissent.entries()) {
          yield* unknownRating(programme, word, place('dissent', index, 'rating'));
        }
      }
    }
  },
};
