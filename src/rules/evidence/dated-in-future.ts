import { at } from '../../model/place.ts';
import { each } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const evidenceDatedInFuture: Rule = {
  id: 'evidence/dated-in-future',
  title: 'What an evidence item shows has happened.',
  why: 'Evidence shows what has changed (step 5). What is dated after today can’t show that yet.',
  severity: always('warning'),
  wrong: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2028-02-11\nholder: SENDCo\n',
  },
  right: {
    'evidence/class-walk/evidence.yaml':
      'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nholder: SENDCo\n',
  },
  *check({ workspace, on }) {
    for (const { file, value } of each(workspace.evidence)) {
      if (value.date <= on) continue;
      yield {
        place: at(file, 'date'),
        message: 'This item’s date is still to come.',
        hint: 'Correct the year or the day.',
      };
    }
  },
};
