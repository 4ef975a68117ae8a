import { isGivenName } from './given-names.ts';
import { isSchoolWord } from './words.ts';

/** A word with what may stand inside it; what may stand before a name is looked at by itself. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|cllr|revd|rev|canon|sr|fr|ustadh|ustadha)$/;

/** In words. A longer text is a sentence, and has small letters for its other words. */
const LONGEST_NAME = 3;

/** A word of a text: as it is written, and in small letters without accents. */
interface Word {
  readonly text: string;
  readonly plain: string;
  readonly index: number;
  readonly end: number;
}

/** A word in small letters without accents, so that a name is found however it is written. */
export function plain(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

/**
 * The words of a name in a text that gives a name or a role, such as `Mrs A. Khan, SENDCo`, each as `plain` has it. A
 * word that can't be told from one is taken for one.
 * @param isOrdinary whether a word is one of the language, where it has no capital letter
 */
export function nameIn(text: string, isOrdinary: (word: string) => boolean): readonly string[] {
  const words = wordsOf(text);
  const isShort = words.length <= LONGEST_NAME;
  const names = words.filter((word, index) => {
    const { plain: small } = word;
    if (!/\p{L}{2}/u.test(small) || TITLE.test(small) || (!isShort && !isCapital(word))) return false;
    if (isTitled(words, index)) return isCapital(word) || !isSchoolWord(small);
    if (isSchoolWord(small)) return false;
    // `Volunteer at the library` begins as a sentence does; `Rose Green` goes on with another capital.
    const isSentence = index === 0 && words[1] !== undefined && !isCapital(words[1]);
    return !(isOrdinary(small) && (!isCapital(word) || isSentence));
  });
  return [...new Set(names.flatMap(({ plain: small }) => [small, ...partsOf(small)]))];
}

/**
 * Where a text may name one of the people whose names are known. A name that is also a word, as Green is, needs its
 * capital letter.
 * @returns offsets, in their order
 */
export function namesIn(
  text: string,
  names: ReadonlySet<string>,
  isOrdinary: (word: string) => boolean,
): readonly number[] {
  const words = wordsOf(text).filter((word) =>
    [word.plain, ...partsOf(word.plain)].some(
      (part) => names.has(part) && (isCapital(word) || !(isOrdinary(part) || isSchoolWord(part))),
    ),
  );
  // Where words have no spaces between them a name is found inside.
  const without = [...names].filter((name) => /\p{Lo}/u.test(name)).map((name) => plain(text).indexOf(name));
  return [...words.map(({ index }) => index), ...without.filter((index) => index >= 0)].sort((a, b) => a - b);
}

/**
 * Where a text may name somebody of whom nothing is known: after a title or an initial, by a common given name, or by a
 * capital letter inside a sentence that nothing else explains. In a headline whose every word has a capital it takes two.
 * @returns offsets, in their order
 */
export function strangersIn(text: string, isOrdinary: (word: string) => boolean): readonly number[] {
  const words = wordsOf(text);
  const isOdd = (word: Word | undefined): boolean =>
    word !== undefined && isCapital(word) && !/\d/.test(word.text) && !isAcronym(word) && !isUsual(word.plain);
  const isUsual = (small: string): boolean =>
    isSchoolWord(small) || isOrdinary(small) || (small.includes('-') && partsOf(small).every(isUsual));
  const long = words.filter(({ text: word }) => /^\p{L}{4}/u.test(word));
  const isHeadline = long.length > 2 && long.filter(isCapital).length * 3 > long.length * 2;
  return words
    .filter((word, index) => {
      if (!isCapital(word) || TITLE.test(word.plain)) return false;
      const before = words[index - 1];
      const isLetter = /^(?:I|A)$/.test(before?.text ?? '') && text[before?.end ?? 0] !== '.';
      if (isTitled(words, index) && !isLetter) return true;
      if (isGivenName(word.plain)) return true;
      if (!isOdd(word)) return false;
      const follows = words[index + 1];
      const isPair = isOdd(follows) && /^\s+$/.test(text.slice(word.end, follows?.index));
      if (isPair || /['’]s$/.test(word.text)) return true;
      return !isHeadline && !startsSentence(text, word);
    })
    .map(({ index }) => index);
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    plain: plain(word),
    index,
    end: index + word.length,
  }));
}

/** Whether what stands before a word makes it a name: a title, or an initial such as the A. of `A. Khan`. */
function isTitled(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  if (before === undefined || words[index] === undefined || words[index].text.length < 2) return false;
  const isNext = words[index].index - before.end <= 3;
  return isNext && (TITLE.test(before.plain) ? isCapital(before) : /^\p{Lu}$/u.test(before.text));
}

/** The parts of a double name, and a name without what makes it its owner’s. */
function partsOf(small: string): readonly string[] {
  const bare = small.replace(/'s?$/, '');
  const parts = bare.split('-').filter((part) => part.length > 2);
  return [bare, ...parts].filter((part) => part !== small);
}

/** Whether a word begins as a name does. Scripts without small letters have nothing else to begin with. */
function isCapital({ text }: Word): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text);
}

function isAcronym({ text }: Word): boolean {
  return /^\p{Lu}{2,6}s?$/u.test(text);
}

function startsSentence(text: string, { index }: Word): boolean {
  return /(?:^|[.!?:;…]["'”’)\]]*\s+|[\n"“‘([*•–—-]\s*|\s['])$/u.test(text.slice(0, index));
}
