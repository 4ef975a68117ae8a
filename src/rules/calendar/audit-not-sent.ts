import { inWords, plus } from '../../model/calendar.ts';
import { onceReady, type Rule } from '../rule.ts';
import { visitsBooked } from '../visits.ts';

export const calendarAuditNotSent: Rule = {
  id: 'calendar/audit-not-sent',
  title: 'The audit goes to the Equality team before an accreditation visit.',
  why: 'Before a visit the whole-school audit is brought up to date and sent to the Equality team (step 6), which comes prepared by it.',
  severity: onceReady('warning'),
  wrong: { 'calendar.yaml': 'visits:\n  - { date: 2027-06-10, kind: accreditation, strands: [gender] }\n' },
  right: {
    'calendar.yaml':
      'visits:\n  - { date: 2027-06-10, kind: accreditation, strands: [gender], auditSent: 2027-05-28 }\n',
  },
  *check({ workspace, on }) {
    const before = workspace.programme.file.visits?.auditBefore;
    if (before === undefined) return;
    for (const { visit, place } of visitsBooked(workspace)) {
      const { date, kind, auditSent } = visit;
      if (kind !== 'accreditation' || auditSent !== undefined || date < on || date > plus(on, before)) continue;
      yield {
        place: place('auditSent'),
        message: `The visit is on ${inWords(date)}, and the audit has not been sent.`,
        hint: `Bring the audit up to date, send it, and add auditSent with the day: lem visit update ${date} --audit-sent …`,
      };
    }
  },
};
