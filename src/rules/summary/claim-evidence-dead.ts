import { dayOfVisit, faultOf } from '../../facts/requirements/evidence-live.ts';
import { at } from '../../model/place.ts';
import { onceReady, type Rule } from '../rule.ts';
import { settingsOf } from '../settings.ts';
import { summariesToCome } from '../summaries-to-come.ts';

const SUMMARY = {
  'accreditation/2026-27/gender.yaml':
    'strand: gender\nstatus: draft\noutcomes:\n  - { claim: Half of the club are girls., evidence: [club-photo] }\n',
} as const;
const ITEM = 'title: The science club at work\nkind: photo\ndate: 2027-02-11\nholder: School office\n';

export const summaryClaimEvidenceDead: Rule = {
  id: 'summary/claim-evidence-dead',
  title: 'Every claim rests on evidence that counts on the day of the visit.',
  why: 'Each outcome that is claimed is verified at the visit (step 6): by evidence that is there, unchanged since it was reviewed, recent enough, and consented to.',
  severity: onceReady('warning', 'error'),
  wrong: { ...SUMMARY, 'evidence/club-photo/evidence.yaml': `${ITEM}consent: missing\n` },
  right: { ...SUMMARY, 'evidence/club-photo/evidence.yaml': `${ITEM}consent: held\n` },
  *check({ workspace, on }) {
    const settings = settingsOf(workspace.programme, 'evidence-live');
    if (settings === undefined) return;
    for (const { strand, file, value } of summariesToCome(workspace, on)) {
      const day = dayOfVisit({ workspace, strand, on });
      for (const [index, { evidence = [] }] of (value.outcomes ?? []).entries()) {
        const items = evidence.map((id) => ({ id, known: workspace.evidence.get(id) }));
        // Items that there are not, or that can't be read, have findings of their own.
        const faults = items.map(({ id, known }) =>
          known?.state === 'known' ? faultOf(workspace, id, known.value, day, settings.within) : null,
        );
        const [first] = faults;
        if (!first || faults.includes(null)) continue;
        yield {
          place: at(file, 'outcomes', index, 'evidence'),
          message: `This claim rests on nothing that counts: ${first}.`,
          hint: 'Mend that, or name evidence that counts.',
        };
      }
    }
  },
};
