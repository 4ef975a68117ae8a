import type { Fix } from './edit.ts';
import { surelyMeant } from './nearest.ts';
import type { Place } from './place.ts';

/** The fix of a misspelt word, a key or a value, to go into its finding; empty where it is not sure what was meant. */
export function respelt(
  place: Place,
  word: string,
  known: Iterable<string | readonly [string, string]>,
): { readonly fix?: Fix } {
  const meant = surelyMeant(word, known);
  if (meant === null || meant === word) return {};
  const does = `written as ${meant}`;
  if (place.part === 'key') return { fix: { does, edits: [{ kind: 'rename', place, key: meant }] } };
  return { fix: { does, edits: [{ kind: 'set', place, value: meant, was: word }] } };
}
