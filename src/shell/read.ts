import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import type { Asset, Entry, EntryFault } from '../model/listing.ts';
import type { Given } from '../world.ts';

/** YAML files beyond this are not read. In bytes. */
const LARGEST_TEXT = 1_000_000;
/** Evidence files beyond this are not fingerprinted. In bytes. */
const LARGEST_HASHED = 100_000_000;

export const LINK = bad(
  'file/unexpected',
  'This is a link, and lem does not follow links.',
  'Put the file itself here.',
);

const FOLDER = bad('file/unexpected', 'A folder stands where lem keeps a file.', 'Move it elsewhere.');

/** A text file, why it can't be read as one, or null where there is nothing. */
export function readEntry(path: string): Entry | null {
  return withFile<Entry | null>(path, entryOf, (code) => {
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP') return LINK;
    if (code === 'EISDIR') return FOLDER;
    if (code === 'ENXIO') return bad('file/unexpected', 'This is not an ordinary file.', 'Put an ordinary file here.');
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
      if (stat.size > most) return { state: 'too-large', size: stat.size };
      return { state: 'read', bytes: readFileSync(handle) };
    },
    (code) => ({ state: (code === undefined ? undefined : UNFIT[code]) ?? 'unreadable' }),
  );
}

const UNFIT: { readonly [code: string]: Exclude<Given['state'], 'read' | 'too-large'> } = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  ELOOP: 'link',
  EISDIR: 'folder',
  ENXIO: 'not-ordinary',
};

function entryOf(handle: number, stat: Stats): Entry {
  if (stat.isDirectory())
    return bad('file/unexpected', 'A folder stands where lem keeps a file.', 'Move it elsewhere.');
  if (!stat.isFile()) return bad('file/unexpected', 'This is not an ordinary file.', 'Put an ordinary file here.');
  if (stat.size > LARGEST_TEXT) {
    return bad('file/too-large', 'This file is larger than lem reads.', 'Keep each file under 1 MB.');
  }
  const bytes = readFileSync(handle);
  if (!isUtf8(bytes)) return bad('file/not-text', 'This file is not UTF-8 text.', 'Save it again as UTF-8.');
  const text = bytes.toString('utf8');
  return { kind: 'text', text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

function assetOf(handle: number, stat: Stats): Asset | null {
  if (!stat.isFile()) return null;
  if (stat.size > LARGEST_HASHED) return { size: stat.size, sha256: null };
  return { size: stat.size, sha256: fingerprint(readFileSync(handle)) };
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
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

export function bad(code: EntryFault, message: string, hint: string): Entry {
  return { kind: 'bad', code, message, hint };
}
