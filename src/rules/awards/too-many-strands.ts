import { always, type Rule } from '../rule.ts';
import { visitsMade } from '../visits.ts';

export const awardsTooManyStrands: Rule = {
  id: 'awards/too-many-strands',
  title: 'One visit decides no more strands than the programme allows.',
  why: 'A visit has time to verify only so many strands (step 6). More than that suggests that the decisions of two visits stand together.',
  severity: always('warning'),
  wrong: {
    'awards.yaml':
      'visits:\n  - date: 2027-05-26\n    kind: accreditation\n    decisions: { race: awarded, gender: not-yet, disability: not-yet, religion-and-belief: not-yet }\n',
  },
  right: {
    'awards.yaml':
      'visits:\n  - date: 2027-05-26\n    kind: accreditation\n    decisions: { race: awarded, gender: not-yet, disability: not-yet }\n',
  },
  *check({ workspace }) {
    const most = workspace.programme.file.visits?.mostStrands;
    if (most === undefined) return;
    for (const { visit, place } of visitsMade(workspace)) {
      const decided = Object.keys(visit.decisions ?? {}).length;
      if (decided <= most) continue;
      yield {
        place: place('decisions'),
        message: `This visit decides ${decided} strands, and one visit decides at most ${most}.`,
        hint: 'Give each visit its own entry.',
      };
    }
  },
};
