import { didYouMean } from '../../model/nearest.ts';
import { keyAt } from '../../model/place.ts';
import { respelt } from '../../model/respelt.ts';
import { audits, judgementsIn } from '../audits.ts';
import { always, type Rule } from '../rule.ts';

export const auditUnknownStatement: Rule = {
  id: 'audit/unknown-statement',
  title: 'Judgements are on statements of the file’s element.',
  why: 'What the audit suggests for the grid (step 3) is worked out from the element’s own statements. A judgement under another id is left out.',
  severity: always('error'),
  wrong: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.6: { rating: green, because: Seen in every class. }\n',
  },
  right: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.5: { rating: green, because: Seen in every class. }\n',
  },
  *check({ workspace }) {
    for (const audit of audits(workspace)) {
      const element = workspace.programme.elements.get(audit.id);
      if (element === undefined) continue;
      const known = element.statements.map(({ id }) => id);
      for (const { statement } of judgementsIn(audit)) {
        if (known.includes(statement)) continue;
        const place = keyAt(audit.file, 'judgements', statement);
        yield {
          place,
          message: `${element.title} has no such statement.`,
          hint: didYouMean(statement, known),
          ...respelt(place, statement, known),
        };
      }
    }
  },
};
