import type { Known } from '../model/known.ts';
import type { Entry } from '../model/listing.ts';
import type { FileKind, FileTypes } from '../source/file-kinds.ts';
import { failed, parse } from '../source/parse.ts';
import type { Problem, Source } from '../source/source.ts';
import { validate } from '../source/validate.ts';
import { type Role, roleOf } from './layout.ts';

/** A file of the workspace, read and held against the schema of its kind. */
export interface ReadFile {
  readonly path: string;
  readonly source: Source;
  readonly role: Role | null;
  readonly known: Known<FileTypes[FileKind]> | null;
  readonly problems: readonly Problem[];
}

/** Reads a file from what is on disk. */
export type Reader = (path: string, entry: Entry) => ReadFile;

export const readFile: Reader = (path, entry) => {
  const source =
    entry.kind === 'text' ? parse(path, entry.text) : failed(path, '', entry.code, entry.message, entry.hint);
  const role = roleOf(path);
  return role === null
    ? { path, source, role: null, known: null, problems: [] }
    : { path, source, role, ...validate(role.kind, source) };
};

/** A reader that keeps what it last read of every file, and reads one again only once its text is another. */
export function readerWithMemory(): Reader {
  const memory = new Map<string, { readonly text: string; readonly read: ReadFile }>();
  return (path, entry) => {
    const kept = memory.get(path);
    if (entry.kind === 'text' && kept?.text === entry.text) return kept.read;
    const read = readFile(path, entry);
    if (entry.kind === 'text') memory.set(path, { text: entry.text, read });
    else memory.delete(path);
    return read;
  };
}
