import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { Asset, Entry } from '../model/listing.ts';
import type { Given } from '../world.ts';
import { bad, LARGEST_HASHED, LARGEST_TEXT, textOf, UNFIT } from './entry.ts';

/** A text file, why it can't be read as one, or null where there is nothing. */
export function readEntry(path: string): Entry | null {
  return withFile<Entry | null>(path, entryOf, (code) => {
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP') return UNFIT.link;
    if (code === 'EISDIR') return UNFIT.folder;
    if (code === 'ENXIO') return UNFIT.other;
    return bad('file/unreadable', 'This file can’t be read.', 'Give yourself permission to read it.');
  });
}

/** What files were found to be, and the state they were in then: a watch looks at the same ones again and again. */
const fingerprinted = new Map<string, { readonly stamp: string; readonly asset: Asset | null }>();
const MOST_KEPT = 20_000;

/** The size and fingerprint of an ordinary file; null for anything else. */
export function readAsset(path: string): Asset | null {
  return withFile(
    path,
    (handle, stat) => {
      const stamp = `${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
      const kept = fingerprinted.get(path);
      if (kept?.stamp === stamp) return kept.asset;
      const asset = assetOf(handle, stat);
      if (fingerprinted.size < MOST_KEPT) fingerprinted.set(path, { stamp, asset });
      return asset;
    },
    () => null,
  );
}

/** A file that the user gave, if it is an ordinary one and no larger than a size in bytes. */
export function readGiven(path: string, most: number): Given {
  return withFile<Given>(
    path,
    (handle, stat) => {
      if (stat.isDirectory()) return { state: 'folder' };
      if (!stat.isFile()) return { state: 'not-ordinary' };
      const bytes = bytesUpTo(handle, stat, most);
      return bytes === null ? { state: 'too-large', size: Math.max(stat.size, most + 1) } : { state: 'read', bytes };
    },
    (code) => ({ state: (code === undefined ? undefined : NOT_GIVEN[code]) ?? 'unreadable' }),
  );
}

const NOT_GIVEN: { readonly [code: string]: Exclude<Given['state'], 'read' | 'too-large'> } = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ELOOP: 'link',
  EISDIR: 'folder',
  ENXIO: 'not-ordinary',
};

function entryOf(handle: number, stat: Stats): Entry {
  if (stat.isDirectory()) return UNFIT.folder;
  if (!stat.isFile()) return UNFIT.other;
  const bytes = bytesUpTo(handle, stat, LARGEST_TEXT);
  return bytes === null ? UNFIT.tooLarge : textOf(bytes);
}

function assetOf(handle: number, stat: Stats): Asset | null {
  if (!stat.isFile()) return null;
  const bytes = bytesUpTo(handle, stat, LARGEST_HASHED);
  return bytes === null ? { size: stat.size, sha256: null } : { size: bytes.length, sha256: fingerprint(bytes) };
}

/**
 * All that a file holds, or null where that is more than so many bytes: what it said of its size may be false by now, and
 * a file that the system makes up while it is read says that it is empty and may have no end.
 */
function bytesUpTo(handle: number, { size }: Stats, most: number): Buffer | null {
  if (size > most) return null;
  const parts: Buffer[] = [];
  let length = 0;
  // One byte more than there should be, so that the end of an ordinary file is found at once.
  for (let room = size === 0 ? STEP : size + 1; length <= most; room = STEP) {
    const part = Buffer.allocUnsafe(room);
    const read = readSync(handle, part);
    if (read === 0) return parts.length === 1 ? (parts[0] ?? part) : Buffer.concat(parts, length);
    parts.push(part.subarray(0, read));
    length += read;
  }
  return null;
}

/** How much more is read at a time of a file that goes on. In bytes. */
const STEP = 64 * 1024;

/** The SHA-256 of bytes, in hexadecimal digits. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same of a text, whatever its line ends: git may change them. */
export function textDigest(text: string): string {
  return fingerprint(Buffer.from(text.replaceAll('\r\n', '\n'), 'utf8'));
}

/** Opens a file once and looks at what was opened, so that it can't be swapped in between; never waits on a pipe. */
function withFile<T>(
  path: string,
  use: (handle: number, stat: Stats) => T,
  failed: (code: string | undefined) => T,
): T {
  let handle: number;
  try {
    // Windows has no such flag, and no other way to leave a link alone.
    if (constants.O_NOFOLLOW === undefined && lstatSync(path).isSymbolicLink()) return failed('ELOOP');
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return failed((error as NodeJS.ErrnoException).code);
  }
  try {
    return use(handle, fstatSync(handle));
  } catch (error) {
    return failed((error as NodeJS.ErrnoException).code);
  } finally {
    closeSync(handle);
  }
}
