import { didYouMean } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { type Programme, strandWords } from '../../model/programme.ts';

/** The outcome for a strand that the programme lacks, with the one that was probably meant; null for one that it has. */
export function unknownStrand(programme: Programme, strand: string): Outcome | null {
  if (programme.strands.has(strand)) return null;
  return unusable(`There is no strand ${strand} in ${programme.id}.`, didYouMean(strand, strandWords(programme)));
}
