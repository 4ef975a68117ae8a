import { at } from '../../model/place.ts';
import { plainWord } from '../../model/plain-word.ts';
import { each } from '../files.ts';
import { type Rule, warningThen } from '../rule.ts';

const ITEM = 'title: The new reading corner in use\nkind: photo\ndate: 2027-02-11\nholder: School office\n';

export const evidenceConsentMissing: Rule = {
  id: 'evidence/consent-missing',
  title: 'Consent is held for evidence that shows or quotes people.',
  why: 'Evidence goes to the Equality team (step 6), and may be about what is most private. Nobody is shown or quoted who has not agreed to it.',
  severity: warningThen('warning', 'error'),
  wrong: { 'evidence/reading-corner/evidence.yaml': `${ITEM}consent: missing\n` },
  right: { 'evidence/reading-corner/evidence.yaml': `${ITEM}consent: held\n` },
  *check({ workspace }) {
    for (const { id, file, value } of each(workspace.evidence)) {
      if (value.consent !== 'missing') continue;
      yield {
        place: at(file, 'consent'),
        message: 'Consent for this item is missing.',
        hint: `Ask for it and write consent: held (lem evidence review ${plainWord(id, 'item')} --consent held), or take the item out.`,
      };
    }
  },
};
