/** Why a file can't be had as text. Each is a rule of its own. */
export type EntryFault = 'file/unreadable' | 'file/not-text' | 'file/too-large' | 'file/unexpected';

/** What the shell found at a path where lem keeps a YAML file: its text, or why it can't be had. */
export type Entry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bad'; readonly code: EntryFault; readonly message: string; readonly hint: string };

/** A file that lies beside an evidence item. `size` in bytes; `sha256` is null where the file is too large or can't be read. */
export interface Asset {
  readonly size: number;
  readonly sha256: string | null;
}

/** What is on disk, read once. Paths are relative to the workspace, with / between folders. */
export interface Listing {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly assets: ReadonlyMap<string, Asset>;
  /** The SHA-256 of files that are pinned by it, in hexadecimal digits, taken of their text with plain line ends. */
  readonly digests?: ReadonlyMap<string, string>;
}

/** What to read of a folder: files at its top, folders with how deep YAML files lie in them, and the folder whose other files are assets. */
export interface ReadingList {
  readonly files: readonly string[];
  /** Those of them whose digest is taken. */
  readonly pinned: readonly string[];
  readonly folders: { readonly [folder: string]: number };
  readonly assets: string;
  /** Whether a YAML file in that folder is one of lem's own and no asset. */
  readonly isOwn: (path: string) => boolean;
}
