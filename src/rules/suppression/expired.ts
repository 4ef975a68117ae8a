import { lateAction } from '../examples.ts';
import { always, type Rule } from '../rule.ts';

export const suppressionExpired: Rule = {
  id: 'suppression/expired',
  title: 'A suppression has not ended.',
  why: 'What was put off until a day is due on it: from the next day on, the finding is back. A day that can’t be read puts nothing off.',
  severity: always('warning'),
  unsuppressible: true,
  wrong: lateAction('# lem-ignore plan/overdue: The shelves come in May. (until 2027-05-31)'),
  right: lateAction('# lem-ignore plan/overdue: The shelves come in July. (until 2027-07-09)'),
};
