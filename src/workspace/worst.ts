import type { Programme } from '../model/programme.ts';

/** The worst of several ratings; any rating before not applicable, and a word that the scale lacks before all. */
export function worst(programme: Programme, ratings: readonly string[]): string {
  const rank = (word: string): number =>
    programme.ranks.get(word) ?? (word === programme.file.notApplicable.id ? programme.ranks.size : -1);
  return ratings.reduce((kept, word) => (rank(word) < rank(kept) ? word : kept));
}
