import { always, type Rule } from '../rule.ts';

const AUDIT = 'element: pupil-involvement\nstatus: draft\njudgements:\n';
const OURS = '  pupil-involvement.1: { rating: green, because: Seen in lessons. }\n';
const THEIRS = '  pupil-involvement.1: { rating: amber, because: Seen once. }\n';

export const yamlConflict: Rule = {
  id: 'yaml/conflict',
  title: 'No place of a file stands there in two versions.',
  why: 'Where two people change the same judgement (step 2), cell (step 3) or action (step 4), git writes both versions into the file and asks which counts. Until someone says so, the file can’t be read.',
  severity: always('error'),
  unsuppressible: true,
  wrong: {
    'audit/2025-26/pupil-involvement.yaml': `${AUDIT}<<<<<<< HEAD\n${OURS}=======\n${THEIRS}>>>>>>> ali\n`,
  },
  right: { 'audit/2025-26/pupil-involvement.yaml': AUDIT + OURS },
};
