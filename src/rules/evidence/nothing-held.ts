import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { eachSound } from '../files.ts';
import { always, type Rule } from '../rule.ts';

const ITEM = 'title: What pupils said of cover lessons\nkind: pupil-voice\ndate: 2027-02-11\n';

export const evidenceNothingHeld: Rule = {
  id: 'evidence/nothing-held',
  title: 'An evidence item has a file, a holder or a link.',
  why: 'The Equality team verifies a claim by what it can be shown (step 6). What may not be committed can stay where it is, as long as someone is named who holds it.',
  severity: always('warning'),
  wrong: { 'evidence/cover-lessons/evidence.yaml': ITEM },
  right: { 'evidence/cover-lessons/evidence.yaml': `${ITEM}holder: SENDCo, locked cabinet\n` },
  *check({ workspace }) {
    for (const { id, file, value } of eachSound(workspace.evidence)) {
      if (value.files?.length || value.holder || value.link) continue;
      yield {
        place: at(file, 'files'),
        message: 'Nothing is held for this item: no file, no holder and no link.',
        hint: `Add holder with who keeps it and where, or its files: lem evidence add … --to ${plainWord(id, 'item')}.`,
      };
    }
  },
};
