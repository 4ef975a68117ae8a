import { inWords, plus, spanInWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { auditOf } from '../examples.ts';
import { eachSound } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';
import { settingsOf } from '../settings.ts';

export const auditOutdated: Rule = {
  id: 'audit/outdated',
  title: 'The audit is recent enough to claim a badge on.',
  why: 'The audit is yearly, and is brought up to date before a visit (step 2): the Equality team looks at the school as it is.',
  severity: onceReady('warning', 'error'),
  wrong: { 'audit/2026-27/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2026-05-11') },
  right: { 'audit/2026-27/learning-and-teaching.yaml': auditOf('status: complete\ncompleted: 2026-10-12') },
  *check({ workspace, year, on }) {
    const within = settingsOf(workspace.programme, 'audit-current')?.within;
    if (within === undefined) return;
    for (const { file, value } of eachSound(workspace.audits.get(year) ?? new Map())) {
      if (value.completed === undefined || plus(value.completed, within) >= on) continue;
      yield {
        place: at(file, 'completed'),
        message: `This part of the audit is of ${inWords(value.completed)}, more than ${spanInWords(within)} ago.`,
        hint: 'Go through it again with the team: lem audit start begins this year’s.',
      };
    }
  },
};
