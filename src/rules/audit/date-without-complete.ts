import { at } from '../../model/place.ts';
import { auditOf } from '../examples.ts';
import { eachSoundOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const auditDateWithoutComplete: Rule = {
  id: 'audit/date-without-complete',
  title: 'An audit with a day of completion is marked complete.',
  why: 'Only an audit that is marked complete counts for a badge (step 2). A day beside a draft suggests that the mark was forgotten.',
  severity: always('warning'),
  wrong: { 'audit/2025-26/learning-and-teaching.yaml': auditOf('status: draft\ncompleted: 2025-10-13') },
  right: { 'audit/2025-26/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2025-10-13') },
  *check({ workspace }) {
    for (const { file, value } of eachSoundOfYears(workspace.audits)) {
      if (value.status !== 'draft' || value.completed === undefined) continue;
      yield {
        place: at(file, 'status'),
        message: 'The audit has a day of completion, and is still a draft.',
        hint: 'Write status: complete, or take the day out.',
      };
    }
  },
};
