import { lateAction } from '../examples.ts';
import { always, type Rule } from '../rule.ts';

export const suppressionNotAllowed: Rule = {
  id: 'suppression/not-allowed',
  title: 'What must not stay as it is, is not suppressed.',
  why: 'Pupils’ privacy is no matter of opinion, and a file that can’t be read says nothing for a badge. Such findings have to be mended.',
  severity: always('error'),
  unsuppressible: true,
  wrong: lateAction('# lem-ignore yaml/syntax: It is the way we write.'),
  right: lateAction('# lem-ignore plan/overdue: The shelves come in July.'),
};
