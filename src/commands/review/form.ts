import { inWords } from '../../model/calendar.ts';
import { visible } from '../../model/visible.ts';
import { keyText } from '../../source/edit-text.ts';
import { schemaAt } from '../../source/schema-at.ts';
import { claimWords } from '../../views/verification.ts';
import { pathOf } from '../../workspace/layout.ts';
import { comment, listed } from '../../workspace/scaffold-text.ts';
import { type Answered, usualDay } from './answered.ts';

/** A review file of a submission to fill in. @param again the command line that then takes it */
export function reviewForm(answered: Answered, again: string): string {
  const { manifest, workspace } = answered;
  const words = schemaAt('response', ['decisions', '', 'decision'])?.enum ?? [];
  const strands = manifest.strands.map(({ strand, eligible }) => {
    const badge = workspace.programme.strands.get(strand)?.badge ?? strand;
    return `  ${keyText(strand)}:
${comment(visible(`${badge}: ${claimWords(eligible)}.`), '    ')}
    decision: …
    because: …
`;
  });
  const [{ strand, year } = { strand: '', year: '' }] = manifest.strands;
  return `${comment(visible(`The answer to the submission of ${manifest.school.name}, as on ${inWords(manifest.on)}.`), '')}
${comment(`Fill it in, take out what is not decided, then: ${again}`, '')}
visit:
  date: ${usualDay(answered)}
  assessor: …
  notes: …
# For each strand: ${listed(words, 'or')}. Why is needed where it is not awarded.
decisions:
${strands.join('')}# comments:
#   - file: ${pathOf.summary(year, strand)}
#     pointer: /goals
#     text: What there is to say of this place, or without a pointer of the whole file.
# recommendations:
#   - { text: What the school might do next., strand: ${strand} }
`;
}
