import { filled } from '../../facts/requirements/requirement.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

export const planNotLinked: Rule = {
  id: 'plan/not-linked',
  title: 'An action is linked to the School Improvement Plan.',
  why: 'Step 4 asks for an Equality Action Plan that is linked to the School Improvement Plan: there an action has money, time and governors’ attention.',
  severity: onceReady('warning', 'error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\n' },
  right: {
    'plan/story-corner.yaml':
      'title: A story corner\nstrands: [race]\nimprovementPlan: "Priority 2: reading"\nstatus: planned\n',
  },
  *check({ workspace }) {
    for (const { id, file, value } of eachSound(workspace.actions)) {
      if (value.status === 'stopped' || filled(value.improvementPlan)) continue;
      yield {
        place: at(file, 'improvementPlan'),
        message: 'This action is not linked to the School Improvement Plan.',
        hint: `Add improvementPlan with the priority it serves: lem plan update ${plainWord(id, 'action')} --improvement-plan …`,
      };
    }
  },
};
