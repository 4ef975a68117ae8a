import { dayOfVisit } from '../../facts/requirements/evidence-live.ts';
import { inWords, plus, spanInWords } from '../../model/calendar.ts';
import { at } from '../../model/place.ts';
import { onceReady, type Rule } from '../rule.ts';
import { settingsOf } from '../settings.ts';
import { summariesToCome } from '../summaries-to-come.ts';

const SUMMARY = {
  'accreditation/2026-27/gender.yaml':
    'strand: gender\nstatus: draft\noutcomes:\n  - { claim: Half of the club are girls., evidence: [book-count, club-list] }\n',
} as const;

export const evidenceTooOld: Rule = {
  id: 'evidence/too-old',
  title: 'Evidence that a summary names is recent enough on the day of the visit.',
  why: 'Every claim is verified at the visit (step 6), which looks at the school as it is. Evidence older than the programme allows on that day no longer counts.',
  severity: onceReady('warning'),
  wrong: {
    ...SUMMARY,
    'evidence/club-list/evidence.yaml': 'title: Who joins\nkind: data\ndate: 2024-05-31\nholder: Science lead\n',
  },
  right: {
    ...SUMMARY,
    'evidence/club-list/evidence.yaml': 'title: Who joins\nkind: data\ndate: 2026-05-29\nholder: Science lead\n',
  },
  *check({ workspace, on }) {
    const within = settingsOf(workspace.programme, 'evidence-live')?.within;
    if (within === undefined) return;
    const found = new Set<string>();
    for (const { strand, value } of summariesToCome(workspace, on)) {
      const day = dayOfVisit({ workspace, strand, on });
      for (const id of (value.outcomes ?? []).flatMap(({ evidence = [] }) => evidence)) {
        const item = workspace.evidence.get(id);
        if (item?.state !== 'known' || found.has(id) || plus(item.value.date, within) >= day) continue;
        found.add(id);
        yield {
          place: at(item.file, 'date'),
          message: `A summary names this item, which is older than ${spanInWords(within)} on ${inWords(day)}.`,
          hint: 'Look again and add a newer item with lem evidence add, or take this one out of the claim.',
        };
      }
    }
  },
};
