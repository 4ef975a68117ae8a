import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Bundled, Bundles } from '../world.ts';

/** What every entry says of itself besides its name: a fixed day, which has the same parts in every time zone, and `-rw-r--r--`. */
const ENTRY = { level: 0, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 } as const;
/** Where the length of the comment stands, from the end of an archive that has none. */
const COMMENT_LENGTH = 2;
const MOST_FILES = 100_000;

/** Zip archives of which every byte is settled by what is in them: the same files make the same archive everywhere. */
export const bundles: Bundles = { pack, unpack };

/**
 * Packs files, in the order of their names. They are stored as they are: so no version of a compressor has a part in the
 * bytes, and nothing can unpack to more than the archive's own size.
 * @param seal a text that the archive ends in
 */
function pack(files: ReadonlyMap<string, Uint8Array>, seal: string): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = Object.fromEntries(sorted.map(([name, bytes]) => [name, [bytes, ENTRY]]));
  const archive = zipSync(entries);
  const comment = new TextEncoder().encode(seal);
  const sealed = Buffer.concat([archive, comment]);
  sealed.writeUInt16LE(comment.length, archive.length - COMMENT_LENGTH);
  return sealed;
}

/**
 * Unpacks such an archive. An archive that packing the same files would not have given, byte for byte, has been tampered
 * with: names that come twice, parts that nothing names, links, sizes that are not so.
 */
function unpack(archive: Uint8Array): Bundled {
  let size = 0;
  let count = 0;
  let isStored = true;
  let entries: { readonly [name: string]: Uint8Array };
  try {
    entries = unzipSync(archive, {
      filter: (entry) => {
        size += entry.originalSize;
        count += 1;
        isStored &&= entry.compression === 0 && entry.size === entry.originalSize && size <= archive.length;
        return isStored && count <= MOST_FILES;
      },
    });
  } catch {
    return { state: 'none' };
  }
  if (!isStored || count === 0 || count > MOST_FILES) return { state: 'none' };
  const files = new Map(Object.entries(entries));
  const seal = sealOf(archive);
  const isWhole = Buffer.compare(pack(files, seal), archive) === 0;
  return { state: 'unpacked', files, seal, isWhole };
}

/** The comment that an archive ends in; empty where it has none. */
function sealOf(archive: Uint8Array): string {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  return end === -1 ? '' : bytes.toString('utf8', end + 22);
}
