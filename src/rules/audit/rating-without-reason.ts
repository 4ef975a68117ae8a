import { filled } from '../../facts/requirements/requirement.ts';
import { plainWord } from '../../model/plain-word.ts';
import { judgementsIn, soundAudits } from '../audits.ts';
import { onceReady, type Rule } from '../rule.ts';

export const auditRatingWithoutReason: Rule = {
  id: 'audit/rating-without-reason',
  title: 'Every rating of this year’s audit has a reason.',
  why: 'The audit is a discussion (step 2). What was seen, heard or read is what next year’s team, and the Equality team at a visit, can build on.',
  severity: onceReady('warning'),
  wrong: {
    'audit/2026-27/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { rating: green }\n',
    'grid/2026-27.yaml': null,
  },
  right: {
    'audit/2026-27/learning-and-teaching.yaml':
      'element: learning-and-teaching\nstatus: draft\njudgements:\n  learning-and-teaching.1: { rating: green, because: Seen in every class. }\n',
    'grid/2026-27.yaml': null,
  },
  *check({ workspace, year }) {
    const none = workspace.programme.file.notApplicable.id;
    for (const audit of soundAudits(workspace)) {
      if (audit.year !== year) continue;
      for (const { statement, judgement, place } of judgementsIn(audit)) {
        const ratings = [judgement.rating, ...Object.values(judgement.strands ?? {})];
        const rated = ratings.some((rating) => rating !== undefined) && !ratings.includes(none);
        if (!rated || filled(judgement.because)) continue;
        yield {
          place: place('because'),
          message: 'This judgement has no reason yet.',
          hint: `Say in because what was seen, heard or read: lem audit answer --statement ${plainWord(statement, 'statement')}.`,
        };
      }
    }
  },
};
