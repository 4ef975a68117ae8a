import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { inList, unknownStrand } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const evidenceUnknownStrand: Rule = {
  id: 'evidence/unknown-strand',
  title: 'An evidence item names strands of the programme.',
  why: 'Evidence is looked for by strand when a summary is written (step 6). Under another name it is not found.',
  severity: always('error'),
  wrong: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nstrands: [disabilty]\nholder: SENDCo\n',
  },
  right: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nstrands: [disability]\nholder: SENDCo\n',
  },
  *check({ workspace, workspace: { programme } }) {
    for (const { file, value } of each(workspace.evidence)) {
      yield* inList(value.strands, at(file, 'strands'), (word, place) => unknownStrand(programme, word, place));
    }
  },
};
