import { always, type Rule } from '../rule.ts';
import { visitsMade } from '../visits.ts';

export const awardsOutOfOrder: Rule = {
  id: 'awards/out-of-order',
  title: 'Visits stand in the order of their dates.',
  why: 'The order of the awards tells within which years all badges were held, and so whether the Mark is achieved. lem sorts them; a reader who does not notice, or a wrong year, would tell it otherwise (step 6).',
  severity: always('info'),
  wrong: {
    'awards.yaml':
      'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: awarded } }\n  - { date: 2026-06-18, kind: advisory }\n',
  },
  right: {
    'awards.yaml':
      'visits:\n  - { date: 2026-06-18, kind: advisory }\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: awarded } }\n',
  },
  *check({ workspace }) {
    let latest = '';
    for (const { visit, place } of visitsMade(workspace)) {
      if (visit.date >= latest) latest = visit.date;
      else
        yield {
          place: place('date'),
          message: 'This visit was before the one above it.',
          hint: 'Move it up, or correct its year.',
        };
    }
  },
};
