import { filled } from '../../facts/requirements/requirement.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

export const planNoLead: Rule = {
  id: 'plan/no-lead',
  title: 'An action has someone who answers for it.',
  why: 'A plan is carried out by people (steps 4 and 5). What is everyone’s to do is often nobody’s.',
  severity: onceReady('warning', 'error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\n' },
  right: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nlead: Year 2 teacher\nstatus: planned\n',
  },
  *check({ workspace }) {
    for (const { id, file, value } of eachSound(workspace.actions)) {
      if (value.status === 'stopped' || filled(value.lead)) continue;
      yield {
        place: at(file, 'lead'),
        message: 'Nobody answers for this action yet.',
        hint: `Add lead with a role or a name: lem plan update ${plainWord(id, 'action')} --lead …`,
      };
    }
  },
};
