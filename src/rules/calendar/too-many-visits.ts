import { schoolYearOf } from '../../model/school-year.ts';
import { always, type Rule } from '../rule.ts';
import { visitsBooked } from '../visits.ts';

export const calendarTooManyVisits: Rule = {
  id: 'calendar/too-many-visits',
  title: 'No more visits are booked in a school year than the programme has.',
  why: 'Each school has a fixed number of visits a year, advisory or for accreditation as it chooses (step 6). A further one is most often a wrong year, or a visit that was moved and still stands.',
  severity: always('warning'),
  wrong: {
    'calendar.yaml':
      'visits:\n  - { date: 2026-11-12, kind: advisory }\n  - { date: 2027-06-24, kind: accreditation, strands: [gender], auditSent: 2027-05-28 }\n',
  },
  right: {
    'calendar.yaml':
      'visits:\n  - { date: 2025-11-12, kind: advisory }\n  - { date: 2027-06-24, kind: accreditation, strands: [gender], auditSent: 2027-05-28 }\n',
  },
  *check({ workspace, workspace: { programme } }) {
    const most = programme.file.visits?.perYear;
    if (most === undefined) return;
    const booked = new Map<string, number>();
    for (const { visit, place } of [...visitsBooked(workspace)].sort((a, b) =>
      a.visit.date < b.visit.date ? -1 : 1,
    )) {
      const year = schoolYearOf(visit.date, programme.file.schoolYear.starts);
      const visits = (booked.get(year) ?? 0) + 1;
      booked.set(year, visits);
      if (visits <= most) continue;
      yield {
        place: place('date'),
        message: `This is visit ${visits} of ${year}, and a school has ${most} a year.`,
        hint: 'Correct the date, take out a visit that was moved, or ask the team whether it can come once more.',
      };
    }
  },
};
