import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { inList, unknownStrand } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const planUnknownStrand: Rule = {
  id: 'plan/unknown-strand',
  title: 'An action names strands of the programme.',
  why: 'An action counts towards a badge through its strands (step 4). A strand that the programme does not have counts towards none.',
  severity: always('error'),
  wrong: {
    'plan/story-corner.yaml': 'title: A story corner for every class\nstrands: [disabilty]\nstatus: planned\n',
  },
  right: {
    'plan/story-corner.yaml': 'title: A story corner for every class\nstrands: [disability]\nstatus: planned\n',
  },
  *check({ workspace, workspace: { programme } }) {
    for (const { file, value } of each(workspace.actions)) {
      yield* inList(value.strands, at(file, 'strands'), (word, place) => unknownStrand(programme, word, place));
    }
  },
};
