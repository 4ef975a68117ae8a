import { at } from '../../model/place.ts';
import { auditOf } from '../examples.ts';
import { eachOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const auditCompletedInFuture: Rule = {
  id: 'audit/completed-in-future',
  title: 'An audit’s day of completion has come.',
  why: 'The day says when the team agreed its judgements (step 2). One that is still to come counts for nothing until then.',
  severity: always('warning'),
  wrong: { 'audit/2026-27/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2027-10-12') },
  right: { 'audit/2026-27/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2026-10-12') },
  *check({ workspace, on }) {
    for (const { file, value } of eachOfYears(workspace.audits)) {
      if (value.completed === undefined || value.completed <= on) continue;
      yield {
        place: at(file, 'completed'),
        message: 'The audit’s day of completion is still to come.',
        hint: 'Correct the year or the day.',
      };
    }
  },
};
