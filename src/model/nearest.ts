import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant, or null where none is near enough.
 * @param word what was written
 * @param known the words there are; a pair's first word is what is looked for, its second what is offered
 */
export function nearest(word: string, known: Iterable<string | readonly [string, string]>): string | null {
  const wanted = fold(word);
  let best: { word: string; away: number } | null = null;
  for (const candidate of known) {
    const [look, offer] = typeof candidate === 'string' ? [candidate, candidate] : candidate;
    const folded = fold(look);
    if (folded === wanted) return offer;
    if (Math.abs(folded.length - wanted.length) > 4) continue;
    const away = isSwapped(wanted, folded) ? 1 : distance(wanted, folded);
    if (
      away <= Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3)) &&
      (best === null || away < best.away)
    ) {
      best = { word: offer, away };
    }
  }
  return best?.word ?? null;
}

/** Whether two words differ by two neighbouring letters that changed places. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** What a word stands for that differs from a known one in nothing but capitals, spaces and underscores; null for others. */
export function exactly(word: string, known: Iterable<readonly [string, string]>): string | null {
  const wanted = fold(word.trim());
  for (const [look, offer] of known) if (fold(look) === wanted) return offer;
  return null;
}

/** "Did you mean x?" for the nearest known word, or a list of what there is. */
export function didYouMean(word: string, known: Iterable<string | readonly [string, string]>): string {
  const words = [...known];
  const near = nearest(word, words) ?? begun(word, words);
  if (near !== null) return `Did you mean ${near}?`;
  const offers = [...new Set(words.map((item) => (typeof item === 'string' ? item : item[1])))];
  if (offers.length === 0) return 'There is none yet.';
  const shown = offers.slice(0, 12);
  return `There ${offers.length === 1 ? 'is' : 'are'}: ${shown.join(', ')}${offers.length > shown.length ? ', …' : ''}.`;
}

/** The one known word that begins like this: ids are long, and who types one may stop short. Null for none or several. */
function begun(word: string, known: readonly (string | readonly [string, string])[]): string | null {
  const wanted = fold(word);
  if (wanted.length < SHORTEST) return null;
  const pairs = known.map((each) => (typeof each === 'string' ? ([each, each] as const) : each));
  const offers = new Set(pairs.filter(([look]) => fold(look).startsWith(wanted)).map(([, offer]) => offer));
  return offers.size === 1 ? ([...offers][0] ?? null) : null;
}

/**
 * The one known word that a misspelt one surely stands for, or null: it differs in nothing but capitals, spaces and
 * underscores, or by a single letter, and no other known word does. Digits are never a misspelling: `survey-2025` is not
 * `survey-2026`.
 * @param known as for `nearest`
 */
export function surelyMeant(word: string, known: Iterable<string | readonly [string, string]>): string | null {
  const wanted = fold(word);
  const pairs = [...known].map((each) => (typeof each === 'string' ? ([each, each] as const) : each));
  const offers = (isNear: (look: string) => boolean): readonly string[] => [
    ...new Set(pairs.filter(([look]) => isNear(fold(look))).map(([, offer]) => offer)),
  ];
  const same = offers((look) => look === wanted);
  const near = same.length > 0 ? same : offers((look) => isOneLetterAway(wanted, look));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** In words of two letters every letter counts. */
const SHORTEST = 3;

function isOneLetterAway(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  return a.replaceAll(/\D/g, '') === b.replaceAll(/\D/g, '') && distance(a, b) === 1;
}

function fold(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}
