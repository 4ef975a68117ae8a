import type { Command } from '../command.ts';

/** A word that may stand on the command line, with what it is. */
export type Candidate = readonly [word: string, note: string];

/** A command as completion sees it: what may follow it, and nothing that runs. */
export interface Shape extends Pick<Command, 'summary' | 'args' | 'options'> {
  readonly verbs?: { readonly [verb: string]: Shape };
}

/**
 * All that completion knows before it looks at a workspace. The build writes it to a file, because a Tab can't wait for
 * the commands themselves to load.
 */
export interface Book {
  /** In the order of `lem --help`. */
  readonly commands: { readonly [name: string]: Shape };
  /** Words that are the same in every workspace, by the name of the placeholder that stands for them. */
  readonly words: { readonly [name: string]: readonly Candidate[] };
}

/** Where the build writes it, in the package. */
export const BOOK_FILE = 'dist/completion.json';
