import { at } from '../../model/place.ts';
import { respelt } from '../../model/respelt.ts';
import { eachOfYears } from '../files.ts';
import { always, type Rule } from '../rule.ts';

export const summaryStrandMismatch: Rule = {
  id: 'summary/strand-mismatch',
  title: 'A summary’s file is named after its strand.',
  why: 'There is one Accreditation Summary for each strand (step 6). Where name and content part ways, it would speak for another badge.',
  severity: always('error'),
  wrong: { 'accreditation/2026-27/gender.yaml': 'strand: disability\nstatus: draft\n' },
  right: { 'accreditation/2026-27/gender.yaml': 'strand: gender\nstatus: draft\n' },
  *check({ workspace }) {
    for (const { id, file, value } of eachOfYears(workspace.summaries)) {
      if (value.strand === id) continue;
      const place = at(file, 'strand');
      const known = [id, value.strand].filter((each) => workspace.programme.strands.has(each));
      yield {
        place,
        message: 'This file is named after another strand.',
        hint: `Write strand: ${id}, or rename the file.`,
        ...(known.includes(value.strand) ? {} : respelt(place, value.strand, known)),
      };
    }
  },
};
