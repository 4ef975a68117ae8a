import type { Span } from '../model/calendar.ts';

/** How often a group meets: so many times a term, or once in a span. */
export type Rhythm = { readonly perTerm: number } | { readonly every: Span };

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Units of time as people write them, each in days or months; a term is counted apart. */
const UNITS: { readonly [word: string]: readonly [length: number, unit: 'D' | 'M'] } = {
  fortnight: [14, 'D'],
  week: [7, 'D'],
  month: [1, 'M'],
  halfyear: [6, 'M'],
  year: [12, 'M'],
  annual: [12, 'M'],
};
/** Three terms make a year, where it is not known when they are. */
const TERM = 4;
const SHARE = /\b(?:(twice)|(\w+)[- ]times)\b/;
const UNIT = /\b(?:(\w+)[- ])?(halfterm|halfyear|term|fortnight|week|month|year|annual)/;

/** Reads how often a group meets from its own words, `termly`, `twice a term`, `every six weeks`; null for others. */
export function rhythmOf(words: string): Rhythm | null {
  const text = words.toLowerCase().replaceAll(/half[- ](?=term|year)/g, 'half');
  const [, word, name = ''] = UNIT.exec(text) ?? [];
  const [, twice, number] = SHARE.exec(text) ?? [];
  const share = twice === undefined ? (numberOf(number) ?? 1) : 2;
  const many = numberOf(word) ?? 1;
  if (name === 'halfterm') return { perTerm: 2 * share };
  if (name === 'term') return many === 1 ? { perTerm: share } : { every: `P${TERM * many}M` };
  const [length, unit] = UNITS[name] ?? [0, 'D'];
  if (length === 0) return null;
  const amount = (length * many) / share;
  if (unit === 'M' && amount >= 1) return { every: `P${Math.floor(amount)}M` };
  return { every: `P${Math.max(1, Math.floor(unit === 'M' ? amount * 30 : amount))}D` };
}

/** The span that is left between meetings held so many times a term, where it is not known when terms are. */
export function withoutTerms(perTerm: number): Span {
  return `P${Math.max(1, Math.floor((TERM * 30) / perTerm))}D`;
}

/** A number in figures or words that can be a number of times or units; null for other words. */
function numberOf(word = ''): number | null {
  const number = word === 'other' ? 2 : /^\d{1,2}$/.test(word) ? Number(word) : NUMBERS.indexOf(word);
  return number >= 1 ? number : null;
}
