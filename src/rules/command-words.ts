import { plainWord } from '../model/plain-word.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { NamedCell } from './cells.ts';

/** The command line that gives a cell its reason. @param year the option that names its year, or '' */
export function reasonForCell({ element, strand, rating }: NamedCell, year: string): string {
  const cell = [plainWord(element, 'element'), plainWord(strand, 'strand'), plainWord(rating, 'rating')];
  return `lem grid set ${cell.join(' ')}${year} --because …`;
}

/** The option that names a year, where it is not the one that commands take by themselves. */
export function yearFlag(year: SchoolYear, usual: SchoolYear): string {
  return year === usual ? '' : ` --year ${year}`;
}
