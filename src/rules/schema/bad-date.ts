import { always, type Rule } from '../rule.ts';

export const schemaBadDate: Rule = {
  id: 'schema/bad-date',
  title: 'A date is one of the calendar, with the year first.',
  why: 'Whether an audit is current (step 2), an action overdue (step 5) or a badge within the Mark’s window hangs on dates. 03/04 is March to some and April to others.',
  severity: always('error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\ndue: 26/03/2027\nstatus: planned\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\ndue: 2027-07-09\nstatus: planned\n' },
};
