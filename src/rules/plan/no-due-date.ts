import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { isOpen } from '../../workspace/select.ts';
import { eachSound } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

export const planNoDueDate: Rule = {
  id: 'plan/no-due-date',
  title: 'An open action has a day it should be done by.',
  why: 'The reference group sees by its dates whether the plan is on its way (steps 4 and 5).',
  severity: onceReady('warning', 'error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\ndue: 2027-07-09\nstatus: planned\n' },
  *check({ workspace }) {
    for (const { id, file, value } of eachSound(workspace.actions)) {
      if (!isOpen(value) || value.due !== undefined) continue;
      yield {
        place: at(file, 'due'),
        message: 'This action has no day it should be done by.',
        hint: `Add due with a date, such as 2027-03-26: lem plan update ${plainWord(id, 'action')} --due …`,
      };
    }
  },
};
