import { inWords, plus } from '../../model/calendar.ts';
import { summaryOn } from '../../workspace/select.ts';
import { onceReady, type Rule } from '../rule.ts';
import { isAwarded } from '../summaries-to-come.ts';
import { visitsBooked } from '../visits.ts';

const VISIT = {
  'calendar.yaml': 'visits:\n  - { date: 2027-06-14, kind: accreditation, strands: [gender], auditSent: 2027-05-28 }\n',
} as const;

export const calendarVisitWithoutSummary: Rule = {
  id: 'calendar/visit-without-summary',
  title: 'Each strand of an accreditation visit has its Accreditation Summary in time.',
  why: 'The summary goes to the Equality team with the other documents, and is what the visit verifies (step 6). Without it the strand can’t be decided.',
  severity: onceReady('warning'),
  wrong: VISIT,
  right: { ...VISIT, 'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\n' },
  needsWhole: true,
  *check({ workspace, workspace: { programme }, on }) {
    const before = programme.file.visits?.summaryBefore;
    if (before === undefined) return;
    for (const { visit, place } of visitsBooked(workspace)) {
      const { date, kind, strands = [] } = visit;
      if (kind !== 'accreditation' || date < on || date > plus(on, before)) continue;
      for (const [index, strand] of strands.entries()) {
        const { year, summary } = summaryOn(workspace, strand, date);
        const isThere = summary.state !== 'absent' && !isAwarded(workspace, strand, year, on);
        if (isThere || !programme.strands.has(strand)) continue;
        yield {
          place: place('strands', index),
          message: `The visit is on ${inWords(date)}, and this strand has no Accreditation Summary for it.`,
          hint: `Begin it with lem summary new ${strand}.`,
        };
      }
    }
  },
};
