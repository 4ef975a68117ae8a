import { Unzip, UnzipInflate } from 'fflate';

/** What a zip archive unpacks to at most, in bytes. No form of a school comes near it. */
const MOST_UNPACKED = 20_000_000;
const MOST_PARTS = 2000;
/** How much goes in at a time, so that little more than the limit ever comes out. */
const STEP = 16_384;

/** An archive's parts; or that it would come to more than lem unpacks, or that it is damaged. */
export type Unpacked =
  | { readonly state: 'unpacked'; readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly state: 'too-large' }
  | { readonly state: 'damaged' };

/**
 * Unpacks some parts of a zip archive. What its directory says of their sizes may be false, so what really comes out is
 * counted, and it ends where that is too much.
 */
export function unpack(archive: Uint8Array, isWanted: (name: string) => boolean): Unpacked {
  const names: string[] = [];
  const chunks = new Map<string, Uint8Array[]>();
  let size = 0;
  let open = 0;
  let isDamaged = false;
  const unzip = new Unzip((part) => {
    names.push(part.name);
    if (!isWanted(part.name)) return;
    const own: Uint8Array[] = [];
    chunks.set(part.name, own);
    open++;
    part.ondata = (error, chunk, isLast) => {
      isDamaged ||= error !== null;
      if (isLast) open--;
      size += chunk?.length ?? 0;
      own.push(chunk ?? new Uint8Array());
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length; at += STEP) {
      unzip.push(archive.subarray(at, at + STEP), at + STEP >= archive.length);
      if (size > MOST_UNPACKED || names.length > MOST_PARTS) return { state: 'too-large' };
    }
  } catch {
    return { state: 'damaged' };
  }
  // One that is cut off breaks off within a part, or before the first.
  if (isDamaged || open > 0 || names.length === 0) return { state: 'damaged' };
  return { state: 'unpacked', names, parts: new Map([...chunks].map(([name, own]) => [name, Buffer.concat(own)])) };
}
