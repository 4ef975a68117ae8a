import { lateAction } from '../examples.ts';
import { always, type Rule } from '../rule.ts';

export const suppressionNoReason: Rule = {
  id: 'suppression/no-reason',
  title: 'Whoever suppresses a finding says why.',
  why: 'A finding that is accepted without a reason can’t be judged by a colleague, nor by the Equality team at a visit (step 6). Without one, the comment suppresses nothing.',
  severity: always('error'),
  unsuppressible: true,
  wrong: lateAction('# lem-ignore plan/overdue'),
  right: lateAction('# lem-ignore plan/overdue: The shelves come in July.'),
};
