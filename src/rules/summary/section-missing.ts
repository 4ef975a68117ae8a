import { ALL_SECTIONS } from '../../facts/requirements/summary-complete.ts';
import type { SummaryFile } from '../../model/files.generated.ts';
import { at } from '../../model/place.ts';
import { SCIENCE_CLUB, summaryOf } from '../examples.ts';
import { eachSoundOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';
import { settingsOf } from '../settings.ts';

export const summarySectionMissing: Rule = {
  id: 'summary/section-missing',
  title: 'A final summary has every section that the programme asks for.',
  why: 'The summary tells of the actions taken and the outcomes achieved (step 6). The Equality team reads each section before the visit.',
  severity: always('error'),
  wrong: {
    ...SCIENCE_CLUB,
    'accreditation/2026-27/gender.yaml': summaryOf('').replace(/^pupilVoice:.*\n/m, ''),
  },
  right: { ...SCIENCE_CLUB, 'accreditation/2026-27/gender.yaml': summaryOf('') },
  *check({ workspace }) {
    const settings = settingsOf(workspace.programme, 'summary-complete');
    if (settings === undefined) return;
    for (const { file, value } of eachSoundOfYears(workspace.summaries)) {
      if (value.status !== 'final') continue;
      for (const section of (settings.sections ?? ALL_SECTIONS).filter((each) => isEmpty(value[each]))) {
        yield {
          place: at(file, section),
          message: `The summary is final, and has nothing under ${section}.`,
          hint: 'Fill it in, or write status: draft.',
        };
      }
    }
  },
};

function isEmpty(section: SummaryFile[(typeof ALL_SECTIONS)[number]]): boolean {
  return section === undefined || (typeof section === 'string' ? section.trim() : section).length === 0;
}
