import { always, type Rule } from '../rule.ts';
import { visitsBooked } from '../visits.ts';

export const calendarAuditSentAfterVisit: Rule = {
  id: 'calendar/audit-sent-after-visit',
  title: 'The audit was sent before the visit, not after it.',
  why: 'The audit goes to the Equality team before a visit (step 6). One of the two dates is wrong, most often by a month or a year.',
  severity: always('error'),
  wrong: {
    'calendar.yaml': 'visits:\n  - { date: 2027-06-10, kind: advisory, strands: [gender], auditSent: 2027-06-28 }\n',
  },
  right: {
    'calendar.yaml': 'visits:\n  - { date: 2027-06-10, kind: advisory, strands: [gender], auditSent: 2027-05-28 }\n',
  },
  *check({ workspace }) {
    for (const { visit, place } of visitsBooked(workspace)) {
      if (visit.auditSent === undefined || visit.auditSent <= visit.date) continue;
      yield {
        place: place('auditSent'),
        message: 'The audit was sent after the visit.',
        hint: 'Correct the day of the one or the other.',
      };
    }
  },
};
