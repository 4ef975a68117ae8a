import { always, type Rule } from '../rule.ts';

export const yamlOctalNumber: Rule = {
  id: 'yaml/octal-number',
  title: 'A text of digits that begins with 0 stands in quotes.',
  why: 'Without quotes it is a number, and a number has no 0 before it: some programs even count it in eights. A reference number that has lost its first digit names no school at the visit (step 6).',
  severity: always('error'),
  wrong: {
    'lem.yaml': 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank Primary School, urn: 019999 }\n',
  },
  right: {
    'lem.yaml': 'format: 1\nprogramme: lem-5\nschool: { name: Ribble Bank Primary School, urn: "019999" }\n',
  },
};
