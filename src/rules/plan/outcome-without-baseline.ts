import { filled } from '../../facts/requirements/requirement.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { always, type Rule } from '../rule.ts';

const DONE = `title: A story corner
strands: [race]
status: complete
outcome: All 7 classes have one.
impact: Pupils ask for the books by name.
`;

export const planOutcomeWithoutBaseline: Rule = {
  id: 'plan/outcome-without-baseline',
  title: 'An action with an outcome has a baseline.',
  why: 'An outcome is a change from where things stood (step 5). The starting point is recorded before work begins, while it can still be seen.',
  severity: always('warning'),
  wrong: { 'plan/story-corner.yaml': DONE },
  right: { 'plan/story-corner.yaml': `${DONE}baseline: 2 of 7 classes had one.\n` },
  *check({ workspace }) {
    for (const { id, file, value } of eachSound(workspace.actions)) {
      // The outcome of an action that was stopped is the reason for it.
      if (value.status === 'stopped' || !filled(value.outcome) || filled(value.baseline)) continue;
      yield {
        place: at(file, 'baseline'),
        message: 'This action has an outcome, and no baseline to hold it against.',
        hint: `Add baseline, where things stood before work began: lem plan update ${plainWord(id, 'action')} --baseline …`,
      };
    }
  },
};
