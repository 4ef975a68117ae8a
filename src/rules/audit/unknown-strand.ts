import { keyAt } from '../../model/place.ts';
import { concerns } from '../../model/programme.ts';
import { judgementsIn, wordsOf } from '../audits.ts';
import { eachOfYears } from '../files.ts';
import { unknownStrandOf } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const auditUnknownStrand: Rule = {
  id: 'audit/unknown-strand',
  title: 'Judgements differ only for strands that the statement concerns.',
  why: 'Each strand’s judgements make its cell of the grid (step 3). One for a strand that the programme does not have, or that the statement is not about, makes none.',
  severity: always('error'),
  wrong: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { rating: amber, strands: { disabilty: green } }\n',
  },
  right: {
    'audit/2025-26/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { rating: amber, strands: { disability: green } }\n',
  },
  *check({ workspace: { programme }, workspace }) {
    for (const audit of eachOfYears(workspace.audits)) {
      const words = wordsOf(workspace, audit.value.edition);
      for (const { statement, judgement } of judgementsIn(audit)) {
        const known = programme.statements.get(statement);
        for (const strand of Object.keys(judgement.strands ?? {})) {
          const place = keyAt(audit.file, 'judgements', statement, 'strands', strand);
          yield* unknownStrandOf(words, strand, place);
          if (
            words[0] !== programme ||
            known === undefined ||
            !programme.strands.has(strand) ||
            concerns(known, strand)
          )
            continue;
          yield {
            place,
            message: `${statement} does not concern ${programme.strands.get(strand)?.title}.`,
            hint: `Take it out: the statement is about ${known.strands?.join(', ')}.`,
          };
        }
      }
    }
  },
};
