import { lateAction } from '../examples.ts';
import { always, type Rule } from '../rule.ts';

export const suppressionUnknownRule: Rule = {
  id: 'suppression/unknown-rule',
  title: 'A suppression names a rule that there is.',
  why: 'With a slip of the pen in the rule’s name the comment suppresses nothing, and nobody would know why. It takes one whole id, not a group.',
  severity: always('error'),
  unsuppressible: true,
  wrong: lateAction('# lem-ignore plan/overdo: The shelves come in July.'),
  right: lateAction('# lem-ignore plan/overdue: The shelves come in July.'),
};
