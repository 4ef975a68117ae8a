import { at } from '../../model/place.ts';
import { respelt } from '../../model/respelt.ts';
import { eachOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const auditElementMismatch: Rule = {
  id: 'audit/element-mismatch',
  title: 'An audit file is named after the element it judges.',
  why: 'Parts of the audit are given to different people (step 2), each with a file of their own. Where name and content part ways, one element’s judgements would count for another.',
  severity: always('error'),
  wrong: { 'audit/2025-26/learning-and-teaching.yaml': 'element: pupil-involvement\nstatus: draft\n' },
  right: { 'audit/2025-26/learning-and-teaching.yaml': 'element: learning-and-teaching\nstatus: draft\n' },
  *check({ workspace }) {
    for (const { id, file, value } of eachOfYears(workspace.audits)) {
      if (value.element === id) continue;
      const place = at(file, 'element');
      const known = [id, value.element].filter((each) => workspace.programme.elements.has(each));
      yield {
        place,
        message: 'This file is named after another element.',
        hint: `Write element: ${id}, or rename the file.`,
        ...(known.includes(value.element) ? {} : respelt(place, value.element, known)),
      };
    }
  },
};
