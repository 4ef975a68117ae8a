import type { Line } from './model/block.ts';
import type { IsoDate } from './model/calendar.ts';
import type { Face } from './model/face.ts';
import type { Entry, Listing, ReadingList } from './model/listing.ts';
import type { Changes } from './model/outcome.ts';
import type { Sheet, Table } from './model/sheet.ts';
import type { WordDocument } from './model/word-document.ts';

/** Everything outside lem that a command can reach. The shell provides it; tests can provide their own. */
export interface World {
  readonly cwd: string;
  readonly today: IsoDate;
  /** The time of day, `14:03:22`. */
  readonly time: () => string;
  readonly files: Files;
  readonly terminal: Terminal;
  /** The typeface that comes with lem. */
  readonly fonts: () => readonly Face[];
  readonly openBrowser: () => Promise<BrowserOpened>;
  /** The questions of an interview; loaded when first asked. */
  readonly prompts: () => Promise<Prompts>;
  /** What reads and writes spreadsheet files; loaded when first asked. */
  readonly sheets: () => Promise<Sheets>;
  /** What packs and unpacks submissions; loaded when first asked. */
  readonly bundles: () => Promise<Bundles>;
  /** What signs submissions, and checks signatures; loaded when first asked. */
  readonly sshKeys: () => Promise<SshKeys>;
  /** What takes out of photos what cameras and programs write into them; loaded when first asked. */
  readonly photos: () => Promise<Photos>;
  /** What writes documents for Word; loaded when first asked. */
  readonly word: () => Promise<WordWriter>;
  /**
   * Runs a task on every job, on as many cores as there are. Results come in the order of the jobs.
   * @param task a name in `commands/tasks`
   * @param jobs what can be sent from one thread to another
   */
  readonly inParallel: (
    task: string,
    jobs: readonly unknown[],
    each: (result: unknown, index: number) => void,
  ) => Promise<void>;
  /** A memory of what was worked out before: safe to lose, and never to be trusted with a decision. */
  readonly remembered: () => Promise<Memory>;
  /**
   * The files in a folder that git says have changed, relative to it, those that are gone too.
   * @param base null for what is not committed; otherwise also what was since the last commit in common with this one
   */
  readonly changedFiles: (folder: string, base: string | null) => Promise<ChangedFiles>;
  /** The commit that a folder is at, in full; null without git, and where files of it are not committed. */
  readonly commitOf: (folder: string) => Promise<string | null>;
  /**
   * What git remembers of a folder; to be closed.
   * @param most how many commits are looked at
   */
  readonly history: (folder: string, most: number) => Promise<History>;
  /**
   * Writes files before a command is over, as an interview does after each answer. Everything else leaves its files to
   * its outcome.
   */
  readonly save: (changes: Changes) => Promise<Saved>;
  /** Serves pages to this machine alone, until it is closed. */
  readonly serve: (serving: Serving) => Promise<Served>;
}

/** Pages to serve. */
export interface Serving {
  /** The port that it must be, 0 for any; null for the usual one, or the next that is free. */
  readonly port: number | null;
  /** The page at a path, in which what bears the nonce may run; null where there is none. */
  readonly page: (path: string, nonce: string) => ServedPage | null;
  /** Whether a page as it was served is no longer what there is to show. @param mark the page's, as it was served */
  readonly isOld: (path: string, mark: string) => boolean;
}

/** A page as it is served, with its Content-Security-Policy. */
export interface ServedPage {
  readonly html: string;
  readonly policy: string;
}

/** What serves pages, or why none can be served. */
export type Served =
  | {
      readonly state: 'serving';
      /** Where the pages are: `http://127.0.0.1:4650`. */
      readonly address: string;
      /** Has every page that is open and old loaded anew, and tells the paths of those. */
      readonly refresh: () => readonly string[];
      /** Opens a path in the user’s browser. @returns whether that could be done */
      readonly show: (path: string) => Promise<boolean>;
      readonly close: () => Promise<void>;
    }
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

/** What came of writing files: where one could not be written, none was. */
export type Saved =
  | { readonly state: 'saved' }
  | { readonly state: 'not-saved'; readonly message: string; readonly remedy?: string };

/** What git says has changed, or why that can't be told. */
export type ChangedFiles =
  | { readonly state: 'known'; readonly files: readonly string[] }
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

/** What git remembers of a folder, or why that can't be told. */
export type History =
  | ({ readonly state: 'open' } & Repository)
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

/** A repository's commits as it has stored them: what is in them is read only when asked for, and only by id. */
export interface Repository {
  /** The path of the folder in the repository, with / between folders; empty for its top. */
  readonly folder: string;
  /** The commits from the one checked out on, each followed to its first parent: newest first. */
  readonly commits: readonly Commit[];
  /** The one before them all, where there is one. */
  readonly next: Commit | null;
  /** Whether there are older ones: `more` than were asked for, or such as are `missing` in this clone. */
  readonly older: 'none' | 'more' | 'missing';
  /** What some names in a folder of a commit stand for: the same parts where they hold the same. */
  readonly stamp: (commit: string, folder: string, names: readonly string[]) => Promise<Stamp>;
  /** A text file in a folder of a commit, or null where there is nothing. */
  readonly read: (commit: string, folder: string, name: string) => Promise<Entry | null>;
  /** The folders of a commit that hold a file of this name, none inside another, each with the file's id. */
  readonly filesNamed: (
    commit: string,
    name: string,
  ) => Promise<readonly { readonly folder: string; readonly id: string }[]>;
  /** A folder of a commit as `Files.list` would find it, or null where a part of it is not to be had. */
  readonly list: (commit: string, folder: string, reading: ReadingList) => Promise<Listing | null>;
  readonly close: () => void;
}

/** A commit: when it was made, by the clock of who made it. Null where it has no date, or none of the calendar. */
export interface Commit {
  readonly id: string;
  readonly day: IsoDate | null;
  /** Since 1970. */
  readonly seconds: number | null;
}

/** What was found at a folder of a commit; `lost` where it is not in this clone. */
export type Stamp =
  | { readonly state: 'there'; readonly parts: readonly string[] }
  | { readonly state: 'absent' | 'lost' };

/** A memory of texts. It keeps one for each name, with the key it was worked out from. */
export interface Memory {
  /** A short key for any number of texts. */
  readonly keyOf: (parts: Iterable<string>) => string;
  /** The text kept under a name, if it was worked out from the same key. */
  readonly recall: (name: string, key: string) => string | null;
  readonly keep: (name: string, key: string, text: string) => void;
}

/** The file system. Paths are absolute, or relative to a folder that is given. */
export interface Files {
  /** Joins a folder with a path as the user wrote it. */
  readonly resolve: (folder: string, path: string) => string;
  /** A path as it is best shown from a folder. */
  readonly shown: (folder: string, path: string) => string;
  /** The nearest folder at or above one that holds a file of this name, or null. */
  readonly findUp: (folder: string, name: string) => string | null;
  readonly list: (root: string, reading: ReadingList) => Listing;
  /** A text file’s bytes as its text, or why they can’t be had as one. */
  readonly asEntry: (bytes: Uint8Array) => Entry;
  /** A text file, or null where there is nothing. */
  readonly readText: (path: string) => Entry | null;
  /** A file's bytes, or null where there is no such file. */
  readonly readBytes: (path: string) => Uint8Array | null;
  /** A file that the user gave, if it is an ordinary one and no larger than a size in bytes. */
  readonly readGiven: (path: string, most: number) => Given;
  /** The SHA-256 of bytes, in hexadecimal digits. */
  readonly fingerprint: (bytes: Uint8Array) => string;
  /** The same of a text, whatever its line ends: git may change them. */
  readonly textDigest: (text: string) => string;
  /** Every file below a folder, relative to it, sorted; empty where there is no such folder. */
  readonly walk: (folder: string) => readonly string[];
  /** The folders at or below one that hold a file of this name, none inside another, in the order of their paths. */
  readonly foldersWith: (folder: string, name: string) => readonly string[];
  /**
   * The files at or below a folder whose names have an ending, in capitals or not, in the order of their paths: but none
   * in a folder that holds a file of this name, nor below one.
   */
  readonly filesOutside: (folder: string, name: string, ending: string) => readonly string[];
  readonly exists: (path: string) => boolean;
  /** A text file that comes with lem, by its path in the package. */
  readonly shipped: (path: string) => string;
  /** The absolute path of a folder that comes with lem. */
  readonly shippedFolder: (path: string) => string;
}

/** A file that the user gave: its bytes, or why it can't be taken. */
export type Given =
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'too-large'; readonly size: number }
  | { readonly state: 'absent' | 'folder' | 'link' | 'not-ordinary' | 'unreadable' };

export interface Terminal {
  /** In columns. */
  readonly width: number;
  /** Whether someone is there to answer a question. */
  readonly interactive: boolean;
  /** Shows a line of progress in place of the last one; says nothing where no one watches. */
  readonly progress: (line: string) => void;
}

/** A page to print: an HTML document that stands alone. */
export interface Printing {
  readonly html: string;
  /** The SHA-256 of what it shows, in hexadecimal digits. */
  readonly digest: string;
  /** The day that the document bears as that of its making. */
  readonly created: IsoDate;
}

/** What came of printing one document. */
export type Printed =
  | { readonly state: 'printed'; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly state: 'failed'; readonly message: string; readonly remedy: string };

export type BrowserOpened =
  | {
      readonly state: 'open';
      readonly name: string;
      readonly print: (printing: Printing) => Promise<Printed>;
      readonly close: () => Promise<void>;
    }
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

/** What reads and writes spreadsheet files. */
export interface Sheets {
  readonly open: (bytes: Uint8Array) => Promise<SheetFile>;
  /** A table as an .xlsx file. */
  readonly write: (table: Table) => Promise<Uint8Array>;
}

/** What a file holds: a text, a workbook's sheets, or why it is neither. A message goes on where the file's name leaves off. */
export type SheetFile =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'book'; readonly sheets: readonly Sheet[] }
  | { readonly state: 'refused'; readonly message: string; readonly remedy: string };

/** What writes documents for Word. */
export interface WordWriter {
  /** A document as a .docx file. @param created the day that it bears as that of its making */
  readonly write: (document: WordDocument, created: IsoDate) => Promise<Uint8Array>;
}

/** What handles photos, or why this machine can't. */
export type Photos =
  | {
      readonly state: 'ready';
      /** The photo without anything but its picture. */
      readonly cleaned: (photo: Uint8Array) => Promise<Cleaned>;
      /** What else a photo holds, by name, such as EXIF; null where it can't be read. */
      readonly tracesIn: (photo: Uint8Array) => Promise<readonly string[] | null>;
    }
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

/** What came of cleaning a photo. A message goes on where the photo's name leaves off. */
export type Cleaned =
  | { readonly state: 'cleaned'; readonly photo: Uint8Array; readonly removed: readonly string[] }
  | { readonly state: 'refused'; readonly message: string; readonly remedy: string };

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What stands for it once it is chosen (default: its name). */
  readonly short?: string;
  readonly description?: string;
}

/** An answer that a single key gives. */
export interface KeyChoice {
  /** A character, a letter in lower case: `r`. */
  readonly key: string;
  readonly value: string;
  readonly name: string;
}

/**
 * What the interviews ask and say. Each question answers null where the user broke off. What is said is fitted to the
 * terminal: texts are broken between words, names that are too long are cut.
 */
export interface Prompts {
  /** Says something before the next question. */
  readonly show: (...lines: readonly Line[]) => Promise<void>;
  readonly text: (question: {
    readonly message: string;
    /** What Enter alone answers. */
    readonly default?: string;
    /** What is there already, to be changed. */
    readonly initial?: string;
    /** What is wrong with an answer, or null. */
    readonly check?: (answer: string) => string | null;
  }) => Promise<string | null>;
  readonly choose: (question: {
    readonly message: string;
    readonly choices: readonly Choice[];
    readonly default?: string;
  }) => Promise<string | null>;
  readonly confirm: (question: { readonly message: string; readonly default: boolean }) => Promise<boolean | null>;
  /** Takes a single key, without Enter. */
  readonly key: (question: {
    readonly message: string;
    readonly keys: readonly KeyChoice[];
    /** Keys for something else than an answer, in a line of their own. */
    readonly moves?: readonly KeyChoice[];
    /** What Enter alone answers. */
    readonly default?: string;
  }) => Promise<string | null>;
  /** One of a long list: typing narrows it down. */
  readonly search: (question: {
    readonly message: string;
    readonly choices: readonly Choice[];
  }) => Promise<string | null>;
  /** Any number of a list, in its order. */
  readonly many: (question: {
    readonly message: string;
    readonly choices: readonly Choice[];
    readonly chosen?: readonly string[];
  }) => Promise<readonly string[] | null>;
}

/** What packs and unpacks archives of which every byte is settled by what is in them. */
export interface Bundles {
  readonly pack: (files: ReadonlyMap<string, Uint8Array>, seal: string) => Uint8Array;
  readonly unpack: (archive: Uint8Array) => Bundled;
}

/** What is in an archive, the text it ends in, and whether it is as packing the same files would have made it. */
export type Bundled =
  | {
      readonly state: 'unpacked';
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly seal: string;
      readonly isWhole: boolean;
    }
  | { readonly state: 'none' };

export interface SshKeys {
  readonly sign: (text: Uint8Array, key: string) => Promise<Signed>;
  readonly check: (text: Uint8Array, signature: string, signers: string | null) => Promise<SignatureChecked>;
}

export type Signed =
  | { readonly state: 'signed'; readonly signature: string }
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

/** `good` only where the signer is on the user's own list; a sound signature of anyone else is `unknown`. */
export type SignatureChecked =
  | { readonly state: 'good'; readonly identity: string; readonly key: string }
  | { readonly state: 'unknown'; readonly key: string }
  | { readonly state: 'bad' }
  | { readonly state: 'untold'; readonly message: string };
