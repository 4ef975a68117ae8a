import { count } from '../../facts/requirements/requirement.ts';
import { at } from '../../model/place.ts';
import { SCIENCE_CLUB, summaryOf } from '../examples.ts';
import { eachSoundOfYears } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';
import { settingsOf } from '../settings.ts';

const SIGNED = 'signed: [{ by: Headteacher, on: 2027-05-20 }, { by: Chair of governors, on: 2027-05-21 }]\n';

export const summaryUnsigned: Rule = {
  id: 'summary/unsigned',
  title: 'A final summary is signed by as many people as the programme asks for.',
  why: 'With the summary the school claims a badge (step 6). Signatures show that those who answer for the school stand behind it.',
  severity: onceReady('warning', 'error'),
  wrong: { ...SCIENCE_CLUB, 'accreditation/2026-27/gender.yaml': summaryOf('') },
  right: { ...SCIENCE_CLUB, 'accreditation/2026-27/gender.yaml': summaryOf(SIGNED) },
  *check({ workspace, on }) {
    const settings = settingsOf(workspace.programme, 'summary-signed');
    if (settings === undefined) return;
    const needed = settings.atLeast ?? 1;
    for (const { file, value } of eachSoundOfYears(workspace.summaries)) {
      const signatures = (value.signed ?? []).filter((signature) => signature.on <= on);
      const people = new Set(signatures.map(({ by }) => by.trim().toLowerCase())).size;
      if (value.status !== 'final' || people >= needed) continue;
      yield {
        place: at(file, 'signed'),
        message: `The summary is final, and ${count(people, 'person has', 'people have')} signed it, of at least ${needed}.`,
        hint: 'Add each signature under signed, with by and on, once it is given.',
      };
    }
  },
};
