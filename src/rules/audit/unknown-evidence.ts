import { judgementsIn } from '../audits.ts';
import { eachOfYears } from '../files.ts';
import { inList, unknownEvidence } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const auditUnknownEvidence: Rule = {
  id: 'audit/unknown-evidence',
  title: 'Judgements name evidence items that there are.',
  why: 'A judgement is worth what it rests on (step 2), and the Equality team may ask to see it. An item that is not there shows nothing.',
  severity: always('error'),
  wrong: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.5: { rating: green, evidence: [book-counts] }\n',
  },
  right: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.5: { rating: green, evidence: [book-count] }\n',
  },
  needsWhole: true,
  *check({ workspace }) {
    for (const audit of eachOfYears(workspace.audits)) {
      for (const { judgement, place } of judgementsIn(audit)) {
        yield* inList(judgement.evidence, place('evidence'), (word, where) => unknownEvidence(workspace, word, where));
      }
    }
  },
};
