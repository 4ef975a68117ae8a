import { always, type Rule } from '../rule.ts';

export const fileUnreadable: Rule = {
  id: 'file/unreadable',
  title: 'Every file can be opened.',
  why: 'A file that lem can’t open counts for nothing: what it says of any step, and so of a badge, can’t be told.',
  severity: always('error'),
  unsuppressible: true,
  wrong: {},
  right: {},
};
