import { always, type Rule } from '../rule.ts';

const AUDIT = 'element: pupil-involvement\nstatus: draft\njudgements:\n  pupil-involvement.1:';

export const yamlMergeKey: Rule = {
  id: 'yaml/merge-key',
  title: 'No file uses the merge key, <<.',
  why: 'It was left out of YAML 1.2: lem and other programs bring nothing in by it. What was meant to be judged or claimed (steps 2 to 6) would be missing without a sign.',
  severity: always('error'),
  wrong: {
    'audit/2025-26/pupil-involvement.yaml': `${AUDIT} &seen { rating: green, because: Seen. }\n  pupil-involvement.2:\n    <<: *seen\n`,
  },
  right: {
    'audit/2025-26/pupil-involvement.yaml': `${AUDIT} { rating: green, because: Seen. }\n  pupil-involvement.2: { rating: green, because: Seen. }\n`,
  },
};
