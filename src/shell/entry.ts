import { isUtf8 } from 'node:buffer';
import type { Entry, EntryFault } from '../model/listing.ts';

/** YAML files beyond this are not read. In bytes. */
export const LARGEST_TEXT = 1_000_000;
/** Evidence files beyond this are not fingerprinted. In bytes. */
export const LARGEST_HASHED = 100_000_000;

/** Why something that stands where lem keeps a text file can't be had as one. */
export const UNFIT = {
  link: bad('file/unexpected', 'This is a link, and lem does not follow links.', 'Put the file itself here.'),
  folder: bad('file/unexpected', 'A folder stands where lem keeps a file.', 'Move it elsewhere.'),
  file: bad('file/unexpected', 'A file stands where lem keeps a folder.', 'Move it elsewhere.'),
  module: bad('file/unexpected', 'This is a repository of its own.', 'Put the file itself here.'),
  other: bad('file/unexpected', 'This is not an ordinary file.', 'Put an ordinary file here.'),
  tooLarge: bad('file/too-large', 'This file is larger than lem reads.', 'Keep each file under 1 MB.'),
  notText: bad('file/not-text', 'This file is not UTF-8 text.', 'Save it again as UTF-8.'),
} as const;

/** A text file’s bytes as its text, or why they can’t be had as one. */
export function asEntry(bytes: Uint8Array): Entry {
  return bytes.length > LARGEST_TEXT
    ? UNFIT.tooLarge
    : textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** The text that bytes are, or why they are none. */
export function textOf(bytes: Buffer): Entry {
  if (!isUtf8(bytes)) return UNFIT.notText;
  const text = bytes.toString('utf8');
  return { kind: 'text', text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

export function bad(code: EntryFault, message: string, hint: string): Entry {
  return { kind: 'bad', code, message, hint };
}
