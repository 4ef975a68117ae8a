import { schoolYearOf } from '../../model/school-year.ts';
import { always, type Rule } from '../rule.ts';
import { visitsMade } from '../visits.ts';

export const awardsBeforeSummary: Rule = {
  id: 'awards/before-summary',
  title: 'A badge that was awarded has its Accreditation Summary.',
  why: 'A badge is awarded on the strand’s summary (step 6). Without it nobody can see later what the award was for.',
  severity: always('warning'),
  wrong: { 'awards.yaml': 'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { gender: awarded } }\n' },
  right: { 'awards.yaml': 'visits:\n  - { date: 2027-05-26, kind: accreditation, decisions: { race: awarded } }\n' },
  needsWhole: true,
  *check({ workspace, workspace: { programme } }) {
    for (const { visit, place } of visitsMade(workspace)) {
      const year = schoolYearOf(visit.date, programme.file.schoolYear.starts);
      for (const [strand, decision] of Object.entries(visit.decisions ?? {})) {
        const title = programme.strands.get(strand)?.title;
        const summed = [...workspace.summaries].some(([of, summaries]) => of <= year && summaries.has(strand));
        if (decision !== 'awarded' || title === undefined || summed) continue;
        yield {
          place: place('decisions', strand),
          message: `The badge was awarded, and there is no Accreditation Summary for ${title} up to ${year}.`,
          hint: `Add the one it was awarded on as accreditation/${year}/${strand}.yaml.`,
        };
      }
    }
  },
};
