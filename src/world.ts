import type { IsoDate } from './model/calendar.ts';
import type { Entry, Listing, ReadingList } from './model/listing.ts';
import type { Changes } from './model/outcome.ts';

/** Everything outside lem that a command can reach. The shell provides it; tests can provide their own. */
export interface World {
  readonly cwd: string;
  readonly today: IsoDate;
  /** The time of day, `14:03:22`. */
  readonly time: () => string;
  readonly files: Files;
  readonly terminal: Terminal;
  readonly openBrowser: () => Promise<BrowserOpened>;
  /** The questions of an interview; loaded when first asked. */
  readonly prompts: () => Promise<Prompts>;
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
  /**
   * Writes files before a command is over, as an interview does after each answer. Everything else leaves its files to
   * its outcome.
   */
  readonly save: (changes: Changes) => Promise<Saved>;
}

/** What came of writing files: where one could not be written, none was. */
export type Saved =
  | { readonly state: 'saved' }
  | { readonly state: 'not-saved'; readonly message: string; readonly remedy?: string };

/** What git says has changed, or why that can't be told. */
export type ChangedFiles =
  | { readonly state: 'known'; readonly files: readonly string[] }
  | { readonly state: 'none'; readonly message: string; readonly remedy: string };

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
  /** A text file, or null where there is nothing. */
  readonly readText: (path: string) => Entry | null;
  /** A file's bytes, or null where there is no such file. */
  readonly readBytes: (path: string) => Uint8Array | null;
  /** Every file below a folder, relative to it, sorted; empty where there is no such folder. */
  readonly walk: (folder: string) => readonly string[];
  /** The folders at or below one that hold a file of this name, none inside another, in the order of their paths. */
  readonly foldersWith: (folder: string, name: string) => readonly string[];
  readonly exists: (path: string) => boolean;
  /** A text file that comes with lem, by its path in the package. */
  readonly shipped: (path: string) => string;
  /** The absolute path of a folder that comes with lem. */
  readonly shippedFolder: (path: string) => string;
}

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
  /** The footer of every page, as HTML with the browser's classes pageNumber and totalPages. */
  readonly footer: string;
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

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly description?: string;
}

/** An answer that a single key gives. */
export interface KeyChoice {
  /** A character: `r`. */
  readonly key: string;
  readonly value: string;
  readonly name: string;
}

/** What the interviews ask. Each answers null where the user broke off. */
export interface Prompts {
  readonly text: (question: {
    readonly message: string;
    readonly default?: string;
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
