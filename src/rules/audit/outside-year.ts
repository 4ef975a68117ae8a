import { dayBefore, inWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { boundsOf } from '../../model/school-year.ts';
import { auditOf } from '../examples.ts';
import { eachOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const auditOutsideYear: Rule = {
  id: 'audit/outside-year',
  title: 'An audit was completed in the school year it is filed under.',
  why: 'The audit is made once in each school year (step 2), and last year’s stands beside this year’s. Under the wrong year it would be compared with itself.',
  severity: always('warning'),
  wrong: { 'audit/2025-26/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2026-10-13') },
  right: { 'audit/2025-26/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2025-10-13') },
  *check({ workspace }) {
    for (const { year, file, value } of eachOfYears(workspace.audits)) {
      const { from, before } = boundsOf(year, workspace.programme.file.schoolYear.starts);
      if (value.completed === undefined || (value.completed >= from && value.completed < before)) continue;
      yield {
        place: at(file, 'completed'),
        message: `The audit’s day of completion is not in the school year ${year}.`,
        hint: `That year runs from ${inWords(from)} to ${inWords(dayBefore(before))}: correct the day, or move the file.`,
      };
    }
  },
};
