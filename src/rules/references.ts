import type { Finding } from '../model/diagnostic.ts';
import { didYouMean } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';
import { elementWords, isRating, type Programme, ratingWords, strandWords } from '../model/programme.ts';
import { respelt } from '../model/respelt.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Findings for words that should name something and don't; each `unknown…` gives none where the word is known. */

export function unknownStrand(programme: Programme, word: string, place: Place): readonly Finding[] {
  if (programme.strands.has(word)) return [];
  const message = `There is no ${named('strand', word)} in ${programme.id}.`;
  return unknown(place, message, word, strandWords(programme));
}

export function unknownElement(programme: Programme, word: string, place: Place): readonly Finding[] {
  if (programme.elements.has(word)) return [];
  const message = `There is no ${named('element', word)} in ${programme.id}.`;
  return unknown(place, message, word, elementWords(programme));
}

export function unknownRating(programme: Programme, word: string, place: Place): readonly Finding[] {
  if (isRating(programme, word)) return [];
  const message = `There is no ${named('rating', word)} in ${programme.id}.`;
  return unknown(place, message, word, ratingWords(programme));
}

export function unknownEvidence(workspace: Workspace, word: string, place: Place): readonly Finding[] {
  if (workspace.evidence.has(word)) return [];
  const message = `There is no ${named('evidence item', word)}.`;
  return unknown(place, message, word, [...workspace.evidence.keys()]);
}

export function unknownAction(workspace: Workspace, word: string, place: Place): readonly Finding[] {
  if (workspace.actions.has(word)) return [];
  const message = `There is no ${named('action', word)}.`;
  return unknown(place, message, word, [...workspace.actions.keys()]);
}

function unknown(
  place: Place,
  message: string,
  word: string,
  known: readonly (string | readonly [string, string])[],
): readonly Finding[] {
  return [{ place, message, hint: didYouMean(word, known), ...respelt(place, word, known) }];
}

/** The same for a file that may be of an earlier edition: the word is known if one of the programmes has it. */
export function unknownStrandOf(programmes: readonly Programme[], word: string, place: Place): readonly Finding[] {
  const [own] = programmes;
  return own === undefined || programmes.some(({ strands }) => strands.has(word))
    ? []
    : unknownStrand(own, word, place);
}

/** The findings for each word of a list, at its own place in the list. */
export function inList(
  words: readonly string[] | undefined,
  list: Place,
  find: (word: string, place: Place) => readonly Finding[],
): readonly Finding[] {
  return (words ?? []).flatMap((word, index) => find(word, { ...list, path: [...list.path, index] }));
}

/** The same findings about a word that is the file's name: no edit of the file mends them. */
export function ofFileName(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(({ fix: _fix, ...finding }) => finding);
}

/** The word is named only where it could be an id: a sentence, or a stranger's control characters, are not quoted back. */
function named(kind: string, word: string): string {
  return /^[\p{L}\p{N}._-]{1,80}$/u.test(word) ? `${kind} ${word}` : `such ${kind}`;
}
