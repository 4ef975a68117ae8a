import { always, type Rule } from '../rule.ts';

export const fileUnexpected: Rule = {
  id: 'file/unexpected',
  title: 'What stands where lem keeps a file is that file.',
  why: 'lem follows no links and reads only files that end in .yaml. Anything else would drop out of the audit, the grid or the plan (steps 2 to 4) without anyone noticing.',
  severity: always('error'),
  unsuppressible: true,
  wrong: {},
  right: {},
};
