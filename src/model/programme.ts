import type { Element, ProgrammeFile, Rating, Statement, Strand } from './files.generated.ts';

/** A programme edition: the file as it stands, with what is looked up often. */
export interface Programme {
  readonly file: ProgrammeFile;
  readonly id: string;
  readonly strands: ReadonlyMap<string, Strand>;
  readonly elements: ReadonlyMap<string, Element>;
  readonly statements: ReadonlyMap<string, Statement>;
  /** Ratings with their place on the scale, from 0 for the worst. */
  readonly ranks: ReadonlyMap<string, number>;
}

/** Builds the look-ups of a programme file. */
export function programmeOf(file: ProgrammeFile): Programme {
  return {
    file,
    id: file.id,
    strands: new Map(file.strands.map((strand) => [strand.id, strand])),
    elements: new Map(file.elements.map((element) => [element.id, element])),
    statements: new Map(file.elements.flatMap((element) => element.statements.map((each) => [each.id, each]))),
    ranks: new Map(file.scale.map((rating, rank) => [rating.id, rank])),
  };
}

/** Whether a statement concerns a strand: one that names no strands concerns all. */
export function concerns(statement: Statement, strand: string): boolean {
  return statement.strands === undefined || statement.strands.includes(strand);
}

/** Whether a word is a rating of the scale or the word for not applicable. */
export function isRating(programme: Programme, word: string): boolean {
  return programme.ranks.has(word) || word === programme.file.notApplicable.id;
}

/** Every word that may stand for a rating, the scale first. */
export function ratingWords(programme: Programme): readonly string[] {
  return [...programme.ranks.keys(), programme.file.notApplicable.id];
}

/** How a rating is shown: its title, letter and colour; null for a word that is none. */
export function ratingShown(
  programme: Programme,
  word: string,
): Pick<Rating, 'id' | 'title' | 'letter' | 'colour'> | null {
  if (word === programme.file.notApplicable.id) return programme.file.notApplicable;
  return programme.file.scale.find((rating) => rating.id === word) ?? null;
}

/** Whether a cell with this rating calls for an open action. */
export function needsAction(programme: Programme, word: string): boolean {
  return programme.file.scale.find((rating) => rating.id === word)?.needsAction === true;
}

/** Strand ids with their titles and aliases, for a nearest match: what may be written, and the id it stands for. */
export function strandWords(programme: Programme): readonly (readonly [string, string])[] {
  return [...programme.strands.values()].flatMap((strand) =>
    [strand.id, strand.title, ...(strand.aliases ?? [])].map((word): [string, string] => [word, strand.id]),
  );
}

/** Element ids with their titles, for a nearest match. */
export function elementWords(programme: Programme): readonly (readonly [string, string])[] {
  return [...programme.elements.values()].flatMap((element) =>
    [element.id, element.title].map((word): [string, string] => [word, element.id]),
  );
}
