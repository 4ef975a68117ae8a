import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const planCompletedInFuture: Rule = {
  id: 'plan/completed-in-future',
  title: 'An action’s day of completion has come.',
  why: 'A badge rests on actions that have been carried out (step 5). One that is completed on a day still to come counts from that day.',
  severity: always('warning'),
  wrong: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: in-progress\ncompleted: 2028-03-12\n',
  },
  right: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: in-progress\ndue: 2028-03-12\n',
  },
  *check({ workspace, on }) {
    for (const { file, value } of each(workspace.actions)) {
      if (value.completed === undefined || value.completed <= on) continue;
      yield {
        place: at(file, 'completed'),
        message: 'This action’s day of completion is still to come.',
        hint: 'Correct the year or the day, or write it as due.',
      };
    }
  },
};
