/** What has no place in the name of a file: characters that show nothing, and those that turn the direction of writing. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** What Windows takes for something else. */
const RESERVED_CHARACTERS = /[<>:"|?*/\\]/g;
const RESERVED_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Systems take 255 bytes; folders above, and a number where a name is taken, want room too. */
const LONGEST = 150;

/**
 * A name that a file can bear on every system and in git: no folders, accents each in one form, nothing that a system
 * hides, reserves or refuses. Spaces and accents stay.
 * @param path a path, or what is meant for a name
 */
export function safeFileName(path: string): string {
  const base = path.split(/[/\\]/).findLast((step) => step !== '') ?? '';
  const plain = base
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(RESERVED_CHARACTERS, '-')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [stem, ending] = parted(plain);
  return shortened(stem === '' ? 'file' : stem.replace(RESERVED_NAME, '$&-file'), ending);
}

/** A name that is not taken: the same, or with a number. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const [stem, ending] = parted(name);
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${stem}-${number}${ending}`;
  return free;
}

/** A name as those systems see it that tell no names apart by capitals or by how an accent is written. */
export function folded(name: string): string {
  // A capital may have several small letters, as S has the long one.
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/** A name and its ending with its point; a name without one, or with what is too long for one, has none. */
export function parted(name: string): readonly [stem: string, ending: string] {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^. ]{1,12})$/u.exec(name) ?? [];
  return [stem, ending];
}

function shortened(stem: string, ending: string): string {
  let short = stem;
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  while (bytes(short + ending) > LONGEST) short = [...short].slice(0, -1).join('').trimEnd();
  return short + ending;
}
