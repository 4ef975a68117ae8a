import { lateAction } from '../examples.ts';
import { always, type Rule } from '../rule.ts';

export const suppressionUnused: Rule = {
  id: 'suppression/unused',
  title: 'A suppression stands right above a finding of its rule.',
  why: 'A comment that suppresses nothing says of the plan what is no longer so, and would hide the next finding of its rule. It is judged only by rules that look at this file at this level.',
  severity: always('warning'),
  unsuppressible: true,
  wrong: lateAction('# lem-ignore plan/due-before-start: The dates are right.'),
  right: lateAction('# lem-ignore plan/overdue: The shelves come in July.'),
};
