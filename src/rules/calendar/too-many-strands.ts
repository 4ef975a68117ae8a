import { always, type Rule } from '../rule.ts';
import { visitsBooked } from '../visits.ts';

export const calendarTooManyStrands: Rule = {
  id: 'calendar/too-many-strands',
  title: 'An accreditation visit is booked for no more strands than one visit can decide.',
  why: 'A visit has time to verify only so many strands (step 6): for each there is a summary, with claims to look into. The school decides which come first.',
  severity: always('warning'),
  wrong: {
    'calendar.yaml':
      'visits:\n  - date: 2027-11-24\n    kind: accreditation\n    strands: [race, gender, disability, religion-and-belief]\n',
  },
  right: {
    'calendar.yaml':
      'visits:\n  - date: 2027-11-24\n    kind: accreditation\n    strands: [race, gender, disability]\n',
  },
  *check({ workspace }) {
    const most = workspace.programme.file.visits?.mostStrands;
    if (most === undefined) return;
    for (const { visit, place } of visitsBooked(workspace)) {
      const { date, kind, strands = [] } = visit;
      if (kind !== 'accreditation' || strands.length <= most) continue;
      yield {
        place: place('strands'),
        message: `This visit is booked for ${strands.length} strands, and one visit decides at most ${most}.`,
        hint: `Choose which come first, and book the others for the next visit: lem visit update ${date} --strand …`,
      };
    }
  },
};
