import { filled } from '../../facts/requirements/requirement.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { type Rule, warningThen } from '../rule.ts';

const STOPPED = 'title: A story corner\nstrands: [race]\nstatus: stopped\n';

export const planStoppedWithoutReason: Rule = {
  id: 'plan/stopped-without-reason',
  title: 'An action that was stopped says why.',
  why: 'What did not work is written down, so that next year’s audit and plan can learn from it (steps 2 and 4).',
  severity: warningThen('error'),
  wrong: { 'plan/story-corner.yaml': STOPPED },
  right: {
    'plan/story-corner.yaml': `${STOPPED}outcome: Pupils preferred the library, and we moved the books there.\n`,
  },
  *check({ workspace }) {
    for (const { id, file, value } of eachSound(workspace.actions)) {
      if (value.status !== 'stopped' || filled(value.outcome)) continue;
      yield {
        place: at(file, 'outcome'),
        message: 'This action was stopped, and does not say why.',
        hint: `Add outcome with the reason: lem plan update ${plainWord(id, 'action')} --outcome …`,
      };
    }
  },
};
