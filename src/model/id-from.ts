/** What an id may look like: lower-case words joined by hyphens. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Long enough to be understood, short enough to be typed. The schemas allow more. */
const LONGEST = 50;
/** Letters that no accent tells from those an id may hold. */
const FOLDED: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};
/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a text can be the id of something that has a file or folder of its own. */
export function isId(text: string): boolean {
  return ID.test(text) && text.length <= 80 && !RESERVED.test(text);
}

/**
 * An id made from a title: its words without accents, as many as fit, and a number where it is taken.
 * @param title of which there may be no letter or digit that an id can hold
 * @param otherwise what to make the id from then
 */
export function idFrom(title: string, otherwise: string, isTaken: (id: string) => boolean): string {
  const base = [title, otherwise].map(worded).find((id) => id !== '') ?? 'item';
  let id = base;
  for (let number = 2; RESERVED.test(id) || isTaken(id); number++) id = `${base}-${number}`;
  return id;
}

function worded(title: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[^a-z0-9]/g, (letter) => FOLDED[letter] ?? ' ')
    .split(' ')
    .filter((word) => word !== '');
  let id = words[0]?.slice(0, LONGEST) ?? '';
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > LONGEST) break;
    id += `-${word}`;
  }
  return id;
}
