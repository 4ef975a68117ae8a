import zlib from 'node:zlib';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Bundled, Bundles } from '../world.ts';

/** What every entry says of itself besides its name: a fixed day, which has the same parts in every time zone, and `-rw-r--r--`. */
const ENTRY = { level: 0, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 } as const;
/** Where the length of the comment stands, from the end of an archive that has none. */
const COMMENT_LENGTH = 2;
const MOST_FILES = 100_000;
/** In bytes: what the format has room for. */
const LONGEST_SEAL = 65_535;
/** What the last part of an archive begins with. */
const END_SIGNATURE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/** Zip archives of which every byte is settled by what is in them: the same files make the same archive everywhere. */
export const bundles: Bundles = { pack, unpack };

/**
 * Packs files, in the order of their names. They are stored as they are: so no version of a compressor has a part in the
 * bytes, and nothing can unpack to more than the archive's own size.
 * @param seal a text that the archive ends in
 */
function pack(files: ReadonlyMap<string, Uint8Array>, seal: string): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of inOrder(files)) entries[name] = [bytes, ENTRY];
  const archive = zipSync(entries);
  const comment = new TextEncoder().encode(seal);
  const sealed = Buffer.concat([archive, comment]);
  sealed.writeUInt16LE(comment.length, archive.length - COMMENT_LENGTH);
  return sealed;
}

/** In the order of their names; but those that are numbers come first, as in every object of JavaScript’s. */
function inOrder<T>(files: ReadonlyMap<string, T>): readonly (readonly [name: string, T])[] {
  return Object.entries(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Unpacks such an archive. An archive that packing the same files would not have given, byte for byte, has been tampered
 * with: names that come twice, parts that nothing names, links, sizes that are not so.
 */
function unpack(archive: Uint8Array): Bundled {
  const sizes = sizesIn(archive);
  if (sizes === null) return { state: 'none' };
  const seal = sealOf(archive);
  const whole = filesInPlace(archive, sizes, seal);
  if (whole !== null) return { state: 'unpacked', files: whole, seal, isWhole: true };
  try {
    return { state: 'unpacked', files: new Map(Object.entries(unzipSync(archive))), seal, isWhole: false };
  } catch {
    return { state: 'none' };
  }
}

/** The sizes of an archive’s files by their names; null where it is none, or holds what could unpack to more than its own size. */
function sizesIn(archive: Uint8Array): ReadonlyMap<string, number> | null {
  const sizes = new Map<string, number>();
  let size = 0;
  let count = 0;
  let isStored = true;
  try {
    unzipSync(archive, {
      filter: (entry) => {
        size += entry.originalSize;
        count += 1;
        isStored &&= entry.compression === 0 && entry.size === entry.originalSize && size <= archive.length;
        if (isStored && count <= MOST_FILES) sizes.set(entry.name, entry.size);
        return false;
      },
    });
  } catch {
    return null;
  }
  return isStored && count > 0 && count <= MOST_FILES ? sizes : null;
}

/** Where the headers of the format have what hangs on a file’s content, and how long they are without its name. In bytes. */
const LOCAL = { checksum: 14, sizes: [18, 22], length: 30 } as const;
const CENTRAL = { checksum: 16, sizes: [20, 24], offset: 42, length: 46 } as const;
const END = { offset: 16, length: 22 } as const;

/**
 * The files of an archive that is, byte for byte, what packing them makes; null for any other. They are parts of it, and
 * nothing is copied. The headers that it must have are those of an archive of empty files of the same names, with what
 * hangs on the contents put in.
 */
function filesInPlace(
  archive: Uint8Array,
  sizes: ReadonlyMap<string, number>,
  seal: string,
): ReadonlyMap<string, Uint8Array> | null {
  if (Buffer.byteLength(seal) > LONGEST_SEAL) return null;
  const files = new Map<string, Uint8Array>();
  const headers = Buffer.from(pack(new Map([...sizes.keys()].map((name) => [name, new Uint8Array()])), seal));
  const start = headers.readUInt32LE(headers.lastIndexOf(END_SIGNATURE) + END.offset);
  let local = 0;
  let central = start;
  let at = 0;
  const isNext = (bytes: Uint8Array): boolean => {
    const from = at;
    at += bytes.length;
    return Buffer.compare(bytes, archive.subarray(from, at)) === 0;
  };
  for (const [name, size] of inOrder(sizes)) {
    const header = headers.subarray(local, local + LOCAL.length + Buffer.byteLength(name));
    const bytes = archive.subarray(at + header.length, at + header.length + size);
    const checksum = checksumOf(bytes);
    headers.writeUInt32LE(checksum, central + CENTRAL.checksum);
    for (const place of CENTRAL.sizes) headers.writeUInt32LE(size, central + place);
    headers.writeUInt32LE(at, central + CENTRAL.offset);
    header.writeUInt32LE(checksum, LOCAL.checksum);
    for (const place of LOCAL.sizes) header.writeUInt32LE(size, place);
    if (!isNext(header)) return null;
    files.set(name, bytes);
    at += size;
    local += header.length;
    central += header.length - LOCAL.length + CENTRAL.length;
  }
  headers.writeUInt32LE(at, headers.lastIndexOf(END_SIGNATURE) + END.offset);
  return isNext(headers.subarray(start)) && at === archive.length ? files : null;
}

/** The CRC-32 of bytes: by Node, and where it is too old for that, as an archive of them has it. */
const checksumOf: (bytes: Uint8Array) => number =
  zlib.crc32 ?? ((bytes) => Buffer.from(zipSync({ x: [bytes, ENTRY] })).readUInt32LE(LOCAL.checksum));

/** The comment that an archive ends in; empty where it has none. */
function sealOf(archive: Uint8Array): string {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.lastIndexOf(END_SIGNATURE);
  return end === -1 ? '' : bytes.toString('utf8', end + END.length);
}
