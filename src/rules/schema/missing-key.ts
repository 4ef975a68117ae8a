import { always, type Rule } from '../rule.ts';

export const schemaMissingKey: Rule = {
  id: 'schema/missing-key',
  title: 'A file has the keys without which it says nothing.',
  why: 'Few keys are needed from the start: those without which the file can’t count for any step, such as the strands of an action (step 4).',
  severity: always('error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstatus: planned\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\n' },
};
