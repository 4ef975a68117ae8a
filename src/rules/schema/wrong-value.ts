import { always, type Rule } from '../rule.ts';

export const schemaWrongValue: Rule = {
  id: 'schema/wrong-value',
  title: 'A value is one that its key can have.',
  why: 'Words such as complete or final decide whether an action (step 5) or a summary (step 6) counts. Another word decides nothing.',
  severity: always('error'),
  wrong: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: begun\n' },
  right: { 'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: in-progress\n' },
};
