import { always, type Rule } from '../rule.ts';

export const fileNotText: Rule = {
  id: 'file/not-text',
  title: 'Every YAML file is UTF-8 text.',
  why: 'Several colleagues write the audit and the plan (steps 2 and 4), on Windows and on Macs. Only one encoding shows the same letters to all of them.',
  severity: always('error'),
  unsuppressible: true,
  wrong: {},
  right: {},
};
