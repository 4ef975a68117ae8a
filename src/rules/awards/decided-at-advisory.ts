import { always, type Rule } from '../rule.ts';
import { visitsMade } from '../visits.ts';

export const awardsDecidedAtAdvisory: Rule = {
  id: 'awards/decided-at-advisory',
  title: 'Only an accreditation visit decides anything.',
  why: 'A visit is advisory or for accreditation, as the school chooses. Badges are decided at accreditation visits (step 6); what stands under another counts for nothing.',
  severity: always('error'),
  wrong: { 'awards.yaml': 'visits:\n  - { date: 2027-05-26, kind: advisory, decisions: { race: awarded } }\n' },
  right: { 'awards.yaml': 'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: awarded } }\n' },
  *check({ workspace }) {
    for (const { visit, place } of visitsMade(workspace)) {
      if (visit.kind !== 'advisory' || Object.keys(visit.decisions ?? {}).length === 0) continue;
      yield {
        place: place('decisions'),
        message: 'This visit was advisory, so its decisions count for nothing.',
        hint: 'Write kind: accreditation if it was one, or remove the decisions.',
      };
    }
  },
};
