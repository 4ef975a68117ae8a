import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

export const planNoStrand: Rule = {
  id: 'plan/no-strand',
  title: 'An action is for at least one strand.',
  why: 'An action counts towards a badge through its strands (step 4). One without any counts towards none.',
  severity: onceReady('error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner for every class\nstrands: []\nstatus: planned\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner for every class\nstrands: [race]\nstatus: planned\n' },
  *check({ workspace, workspace: { programme } }) {
    for (const { id, file, value } of eachSound(workspace.actions)) {
      if (value.strands.length > 0) continue;
      yield {
        place: at(file, 'strands'),
        message: 'This action is for no strand yet.',
        hint: `Name one or more of ${[...programme.strands.keys()].join(', ')}: lem plan update ${plainWord(id, 'action')} --strand …`,
      };
    }
  },
};
