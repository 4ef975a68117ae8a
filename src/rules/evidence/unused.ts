import { at } from '../../model/place.ts';
import { eachSound } from '../files.ts';
import { namedEvidence } from '../named-evidence.ts';
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
    const named = namedEvidence(workspace);
    if (named === null) return;
    for (const { id, file } of eachSound(workspace.evidence)) {
      if (named.has(id)) continue;
      yield {
        place: at(file),
        message: 'Nothing points to this evidence item.',
        hint: `Add ${id} under evidence where it shows something.`,
      };
    }
  },
};
