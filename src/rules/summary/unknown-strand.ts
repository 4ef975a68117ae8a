import { at } from '../../model/place.ts';
import { isOfOtherEdition, wordsOf } from '../audits.ts';
import { eachOfYears } from '../files.ts';
import { ofFileName, unknownStrandOf } from '../references.ts';
import { always, type Rule } from '../rule.ts';

export const summaryUnknownStrand: Rule = {
  id: 'summary/unknown-strand',
  title: 'A summary is for a strand of the programme.',
  why: 'Each summary claims one strand’s Equality Badge (step 6). For a strand that the programme does not have there is none.',
  severity: always('error'),
  wrong: { 'accreditation/2026-27/disabilty.yaml': 'strand: disabilty\nstatus: draft\n' },
  right: { 'accreditation/2026-27/disability.yaml': 'strand: disability\nstatus: draft\n' },
  *check({ workspace }) {
    for (const { id, year, file, value } of eachOfYears(workspace.summaries)) {
      if (value.edition === undefined && isOfOtherEdition(workspace, year)) continue;
      yield* ofFileName(unknownStrandOf(wordsOf(workspace, value.edition), id, at(file, 'strand')));
    }
  },
};
