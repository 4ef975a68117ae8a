import { evidenceUse } from '../../facts/evidence-use.ts';
import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

const ITEM = 'title: Walk through the classes\nkind: observation\ndate: 2027-02-11\nholder: SENDCo\n';

export const evidenceUnused: Rule = {
  id: 'evidence/unused',
  title: 'Every evidence item is named by a judgement, an action or a claim.',
  why: 'Evidence shows something only where a judgement (step 2), an action (step 5) or a summary (step 6) points to it.',
  severity: onceReady('info'),
  wrong: { 'evidence/class-walk/evidence.yaml': ITEM },
  right: {
    'evidence/class-walk/evidence.yaml': ITEM,
    'plan/story-corner.yaml': 'title: A story corner\nstrands: [race]\nstatus: planned\nevidence: [class-walk]\n',
  },
  *check({ workspace }) {
    const { uses, isComplete } = evidenceUse(workspace);
    if (!isComplete) return;
    for (const { id, file } of eachSound(workspace.evidence)) {
      if (uses.has(id)) continue;
      yield {
        place: at(file),
        message: 'Nothing points to this evidence item.',
        hint: `Name it under evidence where it shows something: lem plan update … --add-evidence ${plainWord(id, 'item')}.`,
      };
    }
  },
};
