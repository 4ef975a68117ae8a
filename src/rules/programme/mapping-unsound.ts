import { always, type Rule } from '../rule.ts';

const HEAD = 'format: 1\nfrom: lem-5\nto: lem-6\nstrands:\n';
const STRANDS = `  - { from: race, to: race }
  - { from: gender, to: sex }
  - { from: disability, to: disability }
  - { to: socio-economic }
  - { from: sexual-orientation, to: sexual-orientation-and-gender-reassignment }
`;

export const programmeMappingUnsound: Rule = {
  id: 'programme/mapping-unsound',
  title: 'A mapping says what becomes of everything in an edition.',
  why: 'Judgements and badges of earlier years are read through the mapping. A strand with no line in it would be lost, and one with two would count twice.',
  severity: always('error'),
  unsuppressible: true,
  wrong: { 'editions/lem-5--lem-6.yaml': `${HEAD}${STRANDS}` },
  right: {
    'editions/lem-5--lem-6.yaml': `${HEAD}${STRANDS}  - { from: religion-and-belief, to: religion-and-belief }\n`,
  },
};
