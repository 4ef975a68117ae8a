import type { Programme } from '../../model/programme.ts';
import type { KeyChoice } from '../../world.ts';

/** What a key can do besides answering. A colon begins no rating's id. */
export const MOVES = { skip: ':skip', back: ':back', stop: ':stop' } as const;

const MOVE_KEYS: readonly KeyChoice[] = [
  { key: 's', value: MOVES.skip, name: 'skip' },
  { key: 'b', value: MOVES.back, name: 'back' },
  { key: 'q', value: MOVES.stop, name: 'stop' },
];

/** The keys that move from where one is. @param canGoBack whether there is anything before it */
export function moveKeys(canGoBack: boolean): readonly KeyChoice[] {
  return MOVE_KEYS.filter(({ value }) => canGoBack || value !== MOVES.back);
}

/** In what order keys stand in where the letters of a scale can't be used. */
const SPARE = [...'123456789acdefghijklmoprtuvwxyz'];

/**
 * A key for each rating of the scale, worst first, and for not applicable: its letter. Where one letter is no single key,
 * or is another's or a move's, all the ratings are numbered instead: 1 is the worst.
 */
export function ratingKeys({ file }: Programme): readonly KeyChoice[] {
  const moves = MOVE_KEYS.map(({ key }) => key);
  const letters = file.scale.map(({ letter }) => letter.toLowerCase());
  const isClear =
    letters.every((letter) => isKey(letter) && !moves.includes(letter)) && new Set(letters).size === letters.length;
  const keys = isClear ? letters : SPARE;
  const taken = [...moves, ...keys.slice(0, file.scale.length)];
  const none = [file.notApplicable.letter.toLowerCase(), 'n', 'x', '0', ...SPARE].find(
    (key) => isKey(key) && !taken.includes(key),
  );
  return [...file.scale, file.notApplicable].map(({ id, title }, index) => ({
    key: (index < file.scale.length ? keys[index] : none) ?? '',
    value: id,
    name: title,
  }));
}

/** Whether a text is one letter or digit, and so a key of its own. */
function isKey(text: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(text);
}
