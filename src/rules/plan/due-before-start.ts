import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const planDueBeforeStart: Rule = {
  id: 'plan/due-before-start',
  title: 'An action is due no earlier than it begins.',
  why: 'The plan is carried out by its dates (step 5). One of these two is wrong, most often by a year.',
  severity: always('error'),
  wrong: {
    'plan/story-corner.yaml':
      'title: A story corner\nstrands: [race]\nstart: 2027-04-19\ndue: 2026-07-09\nstatus: planned\n',
  },
  right: {
    'plan/story-corner.yaml':
      'title: A story corner\nstrands: [race]\nstart: 2027-04-19\ndue: 2027-07-09\nstatus: planned\n',
  },
  *check({ workspace }) {
    for (const { file, value } of each(workspace.actions)) {
      const { start, due } = value;
      if (start === undefined || due === undefined || due >= start) continue;
      yield { place: at(file, 'due'), message: 'This action is due before it begins.', hint: 'Correct due or start.' };
    }
  },
};
