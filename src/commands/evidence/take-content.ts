import { type Outcome, unusable } from '../../model/outcome.ts';
import { endsAsPhoto, type PhotoFormat, photoFormatOf } from '../../model/photo-format.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { cleanPhoto, keptPhoto } from './clean-photo.ts';
import { isTooLarge, readGiven, tooLarge } from './read-given.ts';

/** What a file of evidence will hold. */
export interface TakenContent {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Null for what is no photo. */
  readonly format: PhotoFormat | null;
  /** What was done to it, or what is still in it. */
  readonly note: string | null;
}

/**
 * Reads a file that the user gave and cleans it if it is a photo.
 * @param given its path, the path as it was written, and its name
 * @param before the files taken before it: none is taken twice
 */
export async function takeContent(
  world: World,
  {
    workspace: { programme, assets },
    keepsMetadata,
  }: { readonly workspace: Workspace; readonly keepsMetadata: boolean },
  { path, shown, base }: { readonly path: string; readonly shown: string; readonly base: string },
  before: readonly { readonly sha256: string }[],
): Promise<TakenContent | { readonly refusal: Outcome }> {
  const twice = (sha256: string): Outcome | null => {
    if (before.some((file) => file.sha256 === sha256)) return unusable(`${shown} is given twice.`, 'Name it once.');
    const same = [...assets].find(([, asset]) => asset.sha256 === sha256)?.[0];
    if (same === undefined) return null;
    const remedy = `Name the item ${same.split('/')[1]} wherever it shows something: one can serve many times.`;
    return unusable(`${shown} is in the workspace already: ${same} holds the same.`, remedy);
  };
  const read = readGiven(world, programme, path, shown);
  if ('refusal' in read) return read;
  const format = photoFormatOf(read.bytes, base);
  if (format === null && endsAsPhoto(base))
    return { refusal: unusable(`${shown} is no photo, though its name says so.`, 'Save it again as what it is.') };
  const known = twice(world.files.fingerprint(read.bytes));
  if (known !== null) return { refusal: known };
  if (format === null || keepsMetadata) {
    const note = format !== null ? await keptPhoto(world, read.bytes) : isPlainText(read.bytes) ? null : UNCLEANED;
    return { bytes: read.bytes, sha256: world.files.fingerprint(read.bytes), format, note };
  }
  const cleaned = await cleanPhoto(world, read.bytes, format, shown);
  if ('refusal' in cleaned) return cleaned;
  const { bytes, note } = cleaned;
  if (isTooLarge(programme, bytes.length))
    return { refusal: tooLarge(programme, `${shown}, once cleaned,`, bytes.length) };
  const sha256 = world.files.fingerprint(bytes);
  const knownCleaned = twice(sha256);
  return knownCleaned === null ? { bytes, sha256, format, note } : { refusal: knownCleaned };
}

const UNCLEANED = 'copied as it is: lem cleans only photos, and this may still name its author';

/** Whether bytes are text that is all there is to see. */
function isPlainText(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && String.fromCharCode(...bytes.subarray(0, 5)) !== '%PDF-';
}
