import { at } from '../../model/place.ts';
import { audits } from '../audits.ts';
import { ofFileName, unknownElement } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const auditUnknownElement: Rule = {
  id: 'audit/unknown-element',
  title: 'An audit file is about an element of the programme.',
  why: 'The audit is made element by element (step 2). Judgements on an element that the programme does not have count towards no badge.',
  severity: always('error'),
  wrong: { 'audit/2025-26/pupil-involvment.yaml': 'element: pupil-involvment\nstatus: draft\n' },
  right: { 'audit/2025-26/pupil-involvement.yaml': 'element: pupil-involvement\nstatus: draft\n' },
  *check({ workspace }) {
    for (const { id, file } of audits(workspace)) {
      yield* ofFileName(unknownElement(workspace.programme, id, at(file, 'element')));
    }
  },
};
