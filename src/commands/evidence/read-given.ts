import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Programme } from '../../model/programme.ts';
import type { Given, World } from '../../world.ts';

const MEGABYTE = 1_000_000;
/** In megabytes, where the programme sets no limit: beyond this lem makes no fingerprints. */
const LARGEST = 100;

/** How large a file of evidence may be, in megabytes. */
function largest({ file }: Programme): number {
  return file.evidence?.largestFile ?? LARGEST;
}

/** A file that the user gave, or the outcome that says why it can't be evidence. @param shown its path as it was written */
export function readGiven(
  world: World,
  programme: Programme,
  path: string,
  shown: string,
): { readonly bytes: Uint8Array } | { readonly refusal: Outcome } {
  const given = world.files.readGiven(path, largest(programme) * MEGABYTE);
  if (given.state === 'too-large') return { refusal: tooLarge(programme, shown, given.size) };
  if (given.state !== 'read') return { refusal: unusable(`${shown} ${UNFIT[given.state][0]}`, UNFIT[given.state][1]) };
  if (given.bytes.length > 0) return { bytes: given.bytes };
  return { refusal: unusable(`${shown} is empty.`, 'Check that it was saved, or still has to come from the cloud.') };
}

/** Says that a file is too large; null where it is not. */
export function tooLarge(programme: Programme, shown: string, size: number): Outcome {
  return unusable(
    `${shown} has ${Math.ceil(size / MEGABYTE)} MB, and ${largest(programme)} MB are allowed.`,
    'Make it smaller. Or leave it where it is, and give --holder with who keeps it and where.',
  );
}

/** Whether so many bytes are more than the programme allows for a file. */
export function isTooLarge(programme: Programme, size: number): boolean {
  return size > largest(programme) * MEGABYTE;
}

const UNFIT: {
  readonly [state in Exclude<Given['state'], 'read' | 'too-large'>]: readonly [what: string, remedy: string];
} = {
  absent: ['is not there.', 'Check the path; one with a space or * in it needs the right quotes.'],
  folder: ['is a folder.', 'Name the files in it that belong to the item, one by one.'],
  link: ['is a link, and lem does not follow links.', 'Name the file that it leads to.'],
  'not-ordinary': ['is not an ordinary file.', 'Save what it gives as a file, and add that.'],
  unreadable: ['can’t be read.', 'Close it in other programs, or give yourself permission to read it.'],
};
