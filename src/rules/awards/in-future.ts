import { always, type Rule } from '../rule.ts';
import { visitsMade } from '../visits.ts';

export const awardsInFuture: Rule = {
  id: 'awards/in-future',
  title: 'A visit whose decisions are recorded has taken place.',
  why: 'A badge is decided at the visit (step 6). Nobody can know that decision before; visits to come belong in calendar.yaml.',
  severity: always('error'),
  wrong: { 'awards.yaml': 'visits:\n  - { date: 2028-05-26, kind: accreditation, decisions: { race: awarded } }\n' },
  right: { 'awards.yaml': 'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: awarded } }\n' },
  *check({ workspace, on }) {
    for (const { visit, place } of visitsMade(workspace)) {
      if (visit.date <= on) continue;
      yield {
        place: place('date'),
        message: 'This visit is still to come.',
        hint: 'Correct the year or the day, or move the visit to calendar.yaml.',
      };
    }
  },
};
