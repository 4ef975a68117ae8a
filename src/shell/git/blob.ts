import type { Asset, Entry } from '../../model/listing.ts';
import { bad, LARGEST_HASHED, LARGEST_TEXT, textOf, UNFIT } from '../entry.ts';
import type { Objects } from './objects.ts';

const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*oid sha256:([0-9a-f]{64})\nsize (\d+)\n/;
/** A pointer of Git LFS is no larger. In bytes. */
const LARGEST_POINTER = 1024;

const MISSING = bad('file/unreadable', 'This file is not in this clone.', 'Fetch it, or clone the repository anew.');
const POINTED = bad('file/not-text', 'Git LFS keeps this file, and lem can’t read it there.', 'Keep it in git itself.');

/** A text file, or why it can't be had as one. */
export async function readEntry(objects: Objects, id: string): Promise<Entry> {
  const size = await objects.sizeOf(id);
  if (size === null) return MISSING;
  if (size > LARGEST_TEXT) return UNFIT.tooLarge;
  const bytes = await objects.bytesOf(id, LARGEST_TEXT);
  if (bytes === null) return MISSING;
  return POINTER.test(bytes.toString('latin1', 0, LARGEST_POINTER)) ? POINTED : textOf(bytes);
}

/**
 * The size and fingerprint of a file's content as it is stored: that is what lies on disk where the folder of evidence is
 * kept byte for byte, as `lem init` sees to. Where Git LFS keeps it, its pointer says both. One that is not in this
 * clone is taken for one that can't be fingerprinted, never for one that is not there.
 */
export async function readAsset(objects: Objects, id: string): Promise<Asset> {
  const size = await objects.sizeOf(id);
  if (size === null || size > LARGEST_HASHED) return { size: size ?? 0, sha256: null };
  if (size <= LARGEST_POINTER) {
    const text = (await objects.bytesOf(id, LARGEST_POINTER))?.toString('latin1') ?? '';
    const [, sha256, pointed] = POINTER.exec(text) ?? [];
    if (sha256 !== undefined) return { size: Number(pointed), sha256 };
  }
  return { size, sha256: await objects.fingerprintOf(id) };
}
