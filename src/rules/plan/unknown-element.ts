import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { inList, unknownElement } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const planUnknownElement: Rule = {
  id: 'plan/unknown-element',
  title: 'An action names elements of the programme.',
  why: 'An action takes up cells of the grid, element by strand (step 4). An element that the programme does not have leaves its cells with no action.',
  severity: always('error'),
  wrong: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nelements: [curriculum]\nstatus: planned\n',
  },
  right: {
    'plan/story-corner.yaml':
      'title: A story corner\nstrands: [race]\nelements: [curriculum-and-resources]\nstatus: planned\n',
  },
  *check({ workspace, workspace: { programme } }) {
    for (const { file, value } of each(workspace.actions)) {
      yield* inList(value.elements, at(file, 'elements'), (word, place) => unknownElement(programme, word, place));
    }
  },
};
