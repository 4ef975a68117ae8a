import { always, type Rule } from '../rule.ts';

export const workspaceSameThingTwice: Rule = {
  id: 'workspace/same-thing-twice',
  title: 'Each thing is in one file.',
  why: 'A school year can be written as 2026-27 or 2026-2027. Two files for the same element and year would contradict each other, and only one can count.',
  severity: always('error'),
  unsuppressible: true,
  wrong: { 'grid/2026-2027.yaml': 'year: 2026-27\n' },
  right: { 'grid/2026-2027.yaml': null },
};
