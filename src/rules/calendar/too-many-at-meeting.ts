import { seen } from '../../model/known.ts';
import { at } from '../../model/place.ts';
import { always, type Rule } from '../rule.ts';

export const calendarTooManyAtMeeting: Rule = {
  id: 'calendar/too-many-at-meeting',
  title: 'No more people go to a co-ordinators’ meeting than the programme has places for.',
  why: 'There is a co-ordinators’ meeting once a term, for a fixed number of people from each school at no extra cost.',
  severity: always('warning'),
  wrong: { 'calendar.yaml': 'meetings:\n  - { date: 2026-10-07, attended: [J. Patel, A. Khan, M. Shaw] }\n' },
  right: { 'calendar.yaml': 'meetings:\n  - { date: 2026-10-07, attended: [J. Patel, A. Khan] }\n' },
  *check({ workspace: { calendar, programme } }) {
    const most = programme.file.meetings?.mostFromSchool;
    if (most === undefined) return;
    for (const [index, { attended = [] }] of (seen(calendar)?.meetings ?? []).entries()) {
      if (attended.length <= most) continue;
      yield {
        place: at(calendar.file, 'meetings', index, 'attended'),
        message: `${attended.length} people are named, and the meeting has places for ${most} from a school.`,
        hint: 'Name those who went, or ask the team whether more may come.',
      };
    }
  },
};
