import { always, type Rule } from '../rule.ts';

export const fileTooLarge: Rule = {
  id: 'file/too-large',
  title: 'A YAML file is no larger than a person would write.',
  why: 'Each file is about one element, action, item or strand, so that several people can work at once (step 2). One that is very large holds something else, which belongs beside an evidence item.',
  severity: always('error'),
  unsuppressible: true,
  wrong: {},
  right: {},
};
