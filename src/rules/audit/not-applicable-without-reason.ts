import { filled } from '../../facts/requirements/requirement.ts';
import { plainWord } from '../../model/plain-word.ts';
import { judgementsIn, soundAudits } from '../audits.ts';
import { yearFlag } from '../command-words.ts';
import { onceReady, type Rule } from '../rule.ts';

export const auditNotApplicableWithoutReason: Rule = {
  id: 'audit/not-applicable-without-reason',
  title: 'A statement judged not applicable says why.',
  why: 'What does not apply is left out of the grid’s suggestion (step 3). Without a reason nobody can tell a considered judgement from a gap.',
  severity: onceReady('error'),
  wrong: {
    'audit/2025-26/curriculum-and-resources.yaml':
      'element: curriculum-and-resources\nstatus: draft\njudgements:\n  curriculum-and-resources.5: { rating: not-applicable }\n',
  },
  right: {
    'audit/2025-26/curriculum-and-resources.yaml':
      'element: curriculum-and-resources\nstatus: draft\njudgements:\n  curriculum-and-resources.5: { rating: not-applicable, because: No visits took place this year. }\n',
  },
  *check({ workspace, year }) {
    const none = workspace.programme.file.notApplicable;
    for (const audit of soundAudits(workspace)) {
      for (const { statement, judgement, place } of judgementsIn(audit)) {
        const ratings = [judgement.rating, ...Object.values(judgement.strands ?? {})];
        if (!ratings.includes(none.id) || filled(judgement.because)) continue;
        yield {
          place: place('because'),
          message: `A judgement of ${none.id} needs its reason.`,
          hint: `Say in because why it does not apply: lem audit answer --statement ${plainWord(statement, 'statement')}${yearFlag(audit.year, year)}.`,
        };
      }
    }
  },
};
