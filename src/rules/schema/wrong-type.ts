import { always, type Rule } from '../rule.ts';

export const schemaWrongType: Rule = {
  id: 'schema/wrong-type',
  title: 'A value is of the type that its key holds.',
  why: 'A text where a list should be, or a number where a text should be, can be read in more than one way. What counts towards a badge must be plain.',
  severity: always('error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: race\nstatus: planned\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\n' },
};
