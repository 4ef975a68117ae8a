/** Letters by their value, 0 to 22: I, O and S are left out. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const CANDIDATE = /(?<![a-z\d])[a-hj-np-rt-z]\d{11}[\da-hj-np-rt-z](?![a-z\d])/gi;

/**
 * Whether a text is a Unique Pupil Number: a check letter and 12 digits, the last of which is a letter in a temporary
 * number. The letter is the sum of the characters, each times its position from 2 to 13, modulo 23.
 *
 * Source: UK Government Data Standards Catalogue, Unique Pupil Number 2.0 (18 November 2004), "Validations".
 */
function isUpn(text: string): boolean {
  const [letter, ...rest] = text.toUpperCase();
  const sum = rest.reduce((all, character, index) => {
    const value = character >= '0' && character <= '9' ? Number(character) : LETTERS.indexOf(character);
    return all + value * (index + 2);
  }, 0);
  return LETTERS[sum % LETTERS.length] === letter;
}

/** What is in every text with such a number. */
export const MAYBE_UPN = /(?<![a-z\d])[a-z]\d{11}/i;

/** Where Unique Pupil Numbers begin in a text. */
export function upnsIn(text: string): readonly number[] {
  return [...text.matchAll(CANDIDATE)].filter(([word]) => isUpn(word)).map(({ index }) => index);
}
