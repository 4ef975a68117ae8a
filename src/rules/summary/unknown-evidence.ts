import { at } from '../../model/place.ts';
import { eachOfYears } from '../files.ts';
import { inList, unknownEvidence } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const summaryUnknownEvidence: Rule = {
  id: 'summary/unknown-evidence',
  title: 'A summary’s claims name evidence items that there are.',
  why: 'Each outcome that is claimed is verified at the visit by its evidence (step 6). An item that is not there verifies nothing.',
  severity: always('error'),
  wrong: {
    'accreditation/2026-27/gender.yaml':
      'strand: gender\nstatus: draft\noutcomes:\n  - { claim: Half of the club are girls., evidence: [book-counts] }\n',
  },
  right: {
    'accreditation/2026-27/gender.yaml':
      'strand: gender\nstatus: draft\noutcomes:\n  - { claim: Half of the club are girls., evidence: [book-count] }\n',
  },
  *check({ workspace }) {
    for (const { file, value } of eachOfYears(workspace.summaries)) {
      for (const [index, { evidence }] of (value.outcomes ?? []).entries()) {
        const list = at(file, 'outcomes', index, 'evidence');
        yield* inList(evidence, list, (word, place) => unknownEvidence(workspace, word, place));
      }
    }
  },
};
