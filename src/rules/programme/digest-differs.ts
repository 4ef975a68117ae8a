import { always, type Rule } from '../rule.ts';

const SETTINGS = `format: 1
programme: lem-5
programmeDigest: sha256-DIGEST
school: { name: Ribble Bank Primary School }
`;

/** An edition that was taken over and is not in use: the workspace itself goes by one that comes with lem. */
const EDITION = `format: 1
id: county-2027
title: County Mark
schoolYear: { starts: "09-01" }
strands: [{ id: voice, title: Voice, badge: Voice Badge }]
scale:
  - { id: begun, title: Begun, letter: B, colour: "#b3261e", needsAction: true }
  - { id: done, title: Done, letter: D, colour: "#1f6b3a" }
notApplicable: { id: not-applicable, title: Not applicable, letter: "–", colour: "#5f6368" }
rollUp: worst
elements:
  - { id: lessons, title: Lessons, statements: [{ id: lessons.1, text: Everyone can take part. }] }
referenceGroup: { groups: [{ id: staff, title: Staff }] }
requirements: [{ kind: audit-complete }]
mark: { title: County Mark, window: P3Y }
`;

export const programmeDigestDiffers: Rule = {
  id: 'programme/digest-differs',
  title: 'A county’s own edition is as it was taken over.',
  why: 'Every badge is worked out from the edition. One that was changed on the way would ask other things of this school than of the next.',
  severity: always('error'),
  unsuppressible: true,
  wrong: {
    'lem.yaml': SETTINGS.replace('DIGEST', '0'.repeat(64)),
    'programme.yaml': EDITION,
  },
  right: {
    'lem.yaml': SETTINGS.replace('DIGEST', '19ff8cc4d392920168efa6e1cb9c19dd7b2437974aa3fe94ab58ae183a86b4e4'),
    'programme.yaml': EDITION,
  },
};
