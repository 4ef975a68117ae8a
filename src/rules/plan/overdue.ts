import { inWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { isOpen } from '../../workspace/select.ts';
import { each } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const planOverdue: Rule = {
  id: 'plan/overdue',
  title: 'No open action is past the day it was due.',
  why: 'The plan is carried out until its goals are met (step 5). An action that is late needs a decision of the reference group: help, a new day, or an end.',
  severity: always('warning'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\ndue: 2027-03-26\nstatus: in-progress\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\ndue: 2027-07-09\nstatus: in-progress\n' },
  *check({ workspace, on }) {
    for (const { id, file, value } of each(workspace.actions)) {
      if (!isOpen(value) || value.due === undefined || value.due >= on) continue;
      yield {
        place: at(file, 'due'),
        message: `This action was due on ${inWords(value.due)} and is still open.`,
        hint: `Complete it, stop it or agree a new day: lem plan update ${plainWord(id, 'action')} --due …`,
      };
    }
  },
};
