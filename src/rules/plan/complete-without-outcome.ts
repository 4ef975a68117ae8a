import { filled } from '../../facts/requirements/requirement.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { type Rule, warningThen } from '../rule.ts';

const ASKED = {
  outcome: 'Add outcome, what is different now, against the baseline',
  impact: 'Add impact, what difference it made to people',
} as const;

const COMPLETE = 'title: A story corner\nstrands: [race]\nstatus: complete\nbaseline: 2 of 7 classes had one.\n';

export const planCompleteWithoutOutcome: Rule = {
  id: 'plan/complete-without-outcome',
  title: 'A complete action says what changed, and what difference it made.',
  why: 'A badge asks for goals that are met and have had a significant impact (step 5). That an action was done shows neither.',
  severity: warningThen('error'),
  wrong: { 'plan/story-corner.yaml': COMPLETE },
  right: {
    'plan/story-corner.yaml': `${COMPLETE}outcome: All 7 classes have one.\nimpact: Pupils ask for the books by name.\n`,
  },
  *check({ workspace }) {
    for (const { id, file, value } of eachSound(workspace.actions)) {
      if (value.status !== 'complete') continue;
      for (const key of ['outcome', 'impact'] as const) {
        if (filled(value[key])) continue;
        yield {
          place: at(file, key),
          message: `This action is complete, and does not say its ${key}.`,
          hint: `${ASKED[key]}: lem plan update ${plainWord(id, 'action')} --${key} …`,
        };
      }
    }
  },
};
