import { always, type Rule } from '../rule.ts';

export const schemaUnknownKey: Rule = {
  id: 'schema/unknown-key',
  title: 'Every key is one that its kind of file has.',
  why: 'What stands under a key that lem does not know is not read: the lead of an action (step 4) or the date of an audit (step 2) would seem to be missing.',
  severity: always('error'),
  wrong: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nleed: Year 2 teacher\nstatus: planned\n',
  },
  right: {
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nlead: Year 2 teacher\nstatus: planned\n',
  },
};
