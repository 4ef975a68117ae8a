import { at } from '../../model/place.ts';
import { eachSoundOfYears } from '../files.ts';
import { onceReady, type Rule } from '../rule.ts';

export const summaryClaimWithoutEvidence: Rule = {
  id: 'summary/claim-without-evidence',
  title: 'Every claim of a summary names its evidence.',
  why: 'Each outcome that is claimed is verified at the visit (step 6). A claim that nothing shows can’t be.',
  severity: onceReady('warning', 'error'),
  wrong: {
    'accreditation/2026-27/gender.yaml':
      'strand: gender\nstatus: draft\noutcomes:\n  - { claim: Half of the club are girls. }\n',
  },
  right: {
    'accreditation/2026-27/gender.yaml':
      'strand: gender\nstatus: draft\noutcomes:\n  - { claim: Half of the club are girls., evidence: [book-count] }\n',
  },
  *check({ workspace }) {
    for (const { file, value } of eachSoundOfYears(workspace.summaries)) {
      for (const [index, { evidence }] of (value.outcomes ?? []).entries()) {
        if (evidence?.length) continue;
        yield {
          place: at(file, 'outcomes', index, 'evidence'),
          message: 'This claim names no evidence.',
          hint: 'Add evidence with one or more items, by their ids.',
        };
      }
    }
  },
};
