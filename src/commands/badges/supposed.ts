import type { Award } from '../../facts/mark.ts';
import { isDate } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Programme } from '../../model/programme.ts';
import { type Input, texts } from '../command.ts';
import { strandNamed } from '../named.ts';

export const WHAT_IF_OPTION = [
  '--what-if <strand=date>',
  'suppose that this badge were awarded on that day; may be given several times',
  'many',
] as const;

/** The awards that `--what-if` supposes. */
export function supposedBy(
  programme: Programme,
  input: Input,
): { readonly awards: readonly Award[] } | { readonly refusal: Outcome } {
  const awards: Award[] = [];
  for (const given of texts(input, 'whatIf')) {
    const [word = '', day, ...more] = given.split('=');
    if (day === undefined || more.length > 0)
      return {
        refusal: unusable(
          `--what-if takes a strand and a date, and ${given} is not that.`,
          `Write it such as --what-if ${[...programme.strands.keys()][0]}=2027-06-24.`,
        ),
      };
    const strand = strandNamed(programme, word);
    if ('refusal' in strand) return strand;
    if (!isDate(day))
      return {
        refusal: unusable(
          `${day} is not a date of the calendar.`,
          `Write it with the year first, such as --what-if ${strand.id}=2027-06-24.`,
        ),
      };
    awards.push({ strand: strand.id, date: day });
  }
  return { awards };
}
