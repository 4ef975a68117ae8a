import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { inList, unknownElement } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const evidenceUnknownElement: Rule = {
  id: 'evidence/unknown-element',
  title: 'An evidence item names elements of the programme.',
  why: 'Evidence is looked for by element when the audit is made (step 2). Under another name it is not found.',
  severity: always('error'),
  wrong: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nelements: [teaching]\nholder: SENDCo\n',
  },
  right: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nelements: [learning-and-teaching]\nholder: SENDCo\n',
  },
  *check({ workspace, workspace: { programme } }) {
    for (const { file, value } of each(workspace.evidence)) {
      yield* inList(value.elements, at(file, 'elements'), (word, place) => unknownElement(programme, word, place));
    }
  },
};
