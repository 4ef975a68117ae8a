import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const planCompletedBeforeStart: Rule = {
  id: 'plan/completed-before-start',
  title: 'An action is completed no earlier than it begins.',
  why: 'A badge rests on actions that were carried out and had an impact (step 5). Dates in the wrong order can’t show that.',
  severity: always('error'),
  wrong: {
    'plan/story-corner.yaml':
      'title: A story corner\nstrands: [race]\nstart: 2026-11-10\nstatus: in-progress\ncompleted: 2026-03-12\n',
  },
  right: {
    'plan/story-corner.yaml':
      'title: A story corner\nstrands: [race]\nstart: 2026-11-10\nstatus: in-progress\ncompleted: 2027-03-12\n',
  },
  *check({ workspace }) {
    for (const { file, value } of each(workspace.actions)) {
      const { start, completed } = value;
      if (start === undefined || completed === undefined || completed >= start) continue;
      yield {
        place: at(file, 'completed'),
        message: 'This action was completed before it began.',
        hint: 'Correct completed or start.',
      };
    }
  },
};
