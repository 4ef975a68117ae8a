import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { inList, unknownEvidence } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const planUnknownEvidence: Rule = {
  id: 'plan/unknown-evidence',
  title: 'An action names evidence items that there are.',
  why: 'What an action achieved is shown by its evidence (step 5). An item that is not there shows nothing.',
  severity: always('error'),
  wrong: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\nevidence: [book-counts]\n',
  },
  right: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\nevidence: [book-count]\n',
  },
  *check({ workspace }) {
    for (const { file, value } of each(workspace.actions)) {
      yield* inList(value.evidence, at(file, 'evidence'), (word, place) => unknownEvidence(workspace, word, place));
    }
  },
};
