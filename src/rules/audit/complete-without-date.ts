import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { yearFlag } from '../command-words.ts';
import { auditOf } from '../examples.ts';
import { eachSoundOfYears } from '../files.ts';
import { type Rule, warningThen } from '../rule.ts';

export const auditCompleteWithoutDate: Rule = {
  id: 'audit/complete-without-date',
  title: 'A complete audit says when it was completed.',
  why: 'The audit is made every year and brought up to date before a visit (step 2). Without the day nobody can tell whether it still is.',
  severity: warningThen('error'),
  wrong: { 'audit/2025-26/learning-and-teaching.yaml': auditOf('status: complete') },
  right: { 'audit/2025-26/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2025-10-13') },
  *check({ workspace, year }) {
    for (const { id, year: ofYear, file, value } of eachSoundOfYears(workspace.audits)) {
      if (value.status !== 'complete' || value.completed !== undefined) continue;
      yield {
        place: at(file, 'completed'),
        message: 'The audit is marked complete, and its day is missing.',
        hint: `Add completed with the day the team agreed it: lem audit complete ${plainWord(id, 'element')}${yearFlag(ofYear, year)} --on …`,
      };
    }
  },
};
