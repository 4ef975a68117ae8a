import { type Block, err, run } from './block.ts';

/** 0 fine · 1 findings, not eligible, or altered · 2 the command line or the input can't be used · 3 a fault of lem itself. */
export type Exit = 0 | 1 | 2 | 3;

/** A file to write, relative to the outcome's folder, with / between folders. */
export interface FileChange {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The user named this very file: it may lie outside the folder, and its path may be absolute. */
  readonly anywhere?: true;
  /** The file is taken away; its content counts for nothing. */
  readonly removed?: true;
  /** The text that the change was made from, null for none: nothing is written where the file no longer holds it. */
  readonly expected?: string | null;
}

/** Files to write into a folder, all of them or none. `replace` is whether one that is there already may be written over. */
export interface Changes {
  readonly into: string;
  readonly files: readonly FileChange[];
  readonly replace: boolean;
}

/** What a command comes to. Commands change nothing themselves: the shell writes, prints and exits. */
export interface Outcome {
  readonly exit: Exit;
  readonly report: readonly Block[];
  /** Files to write, all of them or none, before the report is printed. */
  readonly changes?: Changes;
  /** What to do once the report is printed, until the user stops it. */
  readonly watch?: Watch;
}

/** A folder to watch. */
export interface Watch {
  readonly root: string;
  /** The folders in it that matter at the moment, besides the files at its top. */
  readonly folders: () => readonly string[];
  /** What a change comes to; null where it changes nothing. */
  readonly again: () => Promise<Outcome | null>;
  /** What to do where the folder can’t be watched. */
  readonly otherwise: string;
  /** Ends what goes on besides the watch, once that is over; what comes of it is the last to be said. */
  readonly end?: () => Promise<Outcome>;
}

/** The outcome of a command line or an input that can't be used: one line that says what is wrong, one that says what to do. */
export function unusable(message: string, remedy?: string): Outcome {
  const lines = remedy === undefined ? [] : [[run(`  ${remedy}`, 'dim')]];
  return { exit: 2, report: [err([run('lem: ', 'bad'), message], ...lines)] };
}
