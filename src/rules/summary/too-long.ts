import { at } from '../../model/place.ts';
import { eachOfYears } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

const SECTIONS = ['goals', 'pupilVoice', 'embedding', 'next'] as const;
const SENTENCE =
  '  Girls told us what they would join, and each term we asked again and changed what we had planned.\n';

export const summaryTooLong: Rule = {
  id: 'summary/too-long',
  title: 'No section of a summary is longer than the programme wants.',
  why: 'The Equality team reads every school’s summaries before its visits (step 6). What matters most is missed in a section of several pages; details belong to the evidence.',
  severity: onceReady('info', 'warning'),
  wrong: {
    'accreditation/2026-27/gender.yaml': `strand: gender\nstatus: draft\npupilVoice: >-\n${SENTENCE.repeat(32)}`,
  },
  right: { 'accreditation/2026-27/gender.yaml': `strand: gender\nstatus: draft\npupilVoice: >-\n${SENTENCE}` },
  *check({ workspace, workspace: { programme } }) {
    const longest = programme.file.summary?.longestSection;
    if (longest === undefined) return;
    for (const { file, value } of eachOfYears(workspace.summaries)) {
      for (const section of SECTIONS) {
        const length = value[section]?.trim().length ?? 0;
        if (length <= longest) continue;
        yield {
          place: { ...at(file, section), part: 'key' },
          message: `This section has ${length} characters, and ${longest} are wanted at most.`,
          hint: 'Keep what changed and for whom, and let evidence items show the rest.',
        };
      }
    }
  },
};
