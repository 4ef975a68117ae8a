import { inList, unknownStrand } from '../references.ts';
import { always, type Rule } from '../rule.ts';
import { visitsBooked } from '../visits.ts';

export const calendarUnknownStrand: Rule = {
  id: 'calendar/unknown-strand',
  title: 'Visits are booked for strands of the programme.',
  why: 'The school decides what a visit is about (step 6), and by that lem tells which badges are due. Another name makes none due.',
  severity: always('error'),
  wrong: { 'calendar.yaml': 'visits:\n  - { date: 2027-06-24, kind: advisory, strands: [disabilty] }\n' },
  right: { 'calendar.yaml': 'visits:\n  - { date: 2027-06-24, kind: advisory, strands: [disability] }\n' },
  *check({ workspace, workspace: { programme } }) {
    for (const { visit, place } of visitsBooked(workspace)) {
      yield* inList(visit.strands, place('strands'), (word, where) => unknownStrand(programme, word, where));
    }
  },
};
