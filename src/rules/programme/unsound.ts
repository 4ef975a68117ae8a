import { always, type Rule } from '../rule.ts';

const WORKSPACE = `format: 1
programme: two-badges
school: { name: Ribble Bank Primary School }
`;

const REST = `  - { id: fairness, title: Fairness, badge: Fairness Badge }
scale:
  - { id: begun, title: Begun, letter: B, colour: "#b3261e", needsAction: true }
  - { id: done, title: Done, letter: D, colour: "#1f6b3a" }
notApplicable: { id: not-applicable, title: Not applicable, letter: "–", colour: "#5f6368" }
rollUp: worst
elements:
  - { id: lessons, title: Lessons, statements: [{ id: lessons.1, text: Everyone can take part. }] }
referenceGroup: { groups: [{ id: staff, title: Staff }] }
requirements: [{ kind: audit-complete }]
mark: { title: Two Badges, window: P3Y }
`;

const HEAD = 'format: 1\nid: two-badges\ntitle: Two Badges\nschoolYear: { starts: "09-01" }\nstrands:\n';

export const programmeUnsound: Rule = {
  id: 'programme/unsound',
  title: 'A programme of one’s own holds together.',
  why: 'Every step is worked out from the programme. An id that stands for two things, or for none, would give answers that depend on chance.',
  severity: always('error'),
  unsuppressible: true,
  wrong: {
    'lem.yaml': WORKSPACE,
    'programme.yaml': `${HEAD}  - { id: fairness, title: Voice, badge: Voice Badge }\n${REST}`,
  },
  right: {
    'lem.yaml': WORKSPACE,
    'programme.yaml': `${HEAD}  - { id: voice, title: Voice, badge: Voice Badge }\n${REST}`,
  },
};
