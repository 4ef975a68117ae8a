import { type Block, err, type Line, out, run } from '../model/block.ts';
import type { FileChange, Outcome } from '../model/outcome.ts';
import { diffLines, unifiedDiff } from '../views/diff.ts';
import type { World } from '../world.ts';
import { flag, type Input } from './command.ts';

/** Goes with every command that writes into the workspace. */
export const DRY_RUN_OPTION = ['--dry-run', 'show as a diff what would change, and write nothing'] as const;

/** A text file's change; `before` is null for a new file. */
export interface TextChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  /** The file is taken away. */
  readonly removed?: true;
}

/** A new file that is no text, such as a photo. */
export interface BinaryChange {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a command would change in a workspace, and what it says once that is done. */
export interface Change {
  readonly root: string;
  readonly texts: readonly TextChange[];
  readonly binaries?: readonly BinaryChange[];
  /** In full sentences or as a list, what was changed and what comes next. */
  readonly said: readonly Line[];
}

/**
 * The outcome of a command that writes: its changes and what it says, or with `--dry-run` a diff and nothing written. A
 * file that changed since it was read is not written over.
 */
export function changing(world: World, input: Input, change: Change): Outcome {
  const texts = change.texts.filter(isChange);
  const binaries = change.binaries ?? [];
  if (flag(input, 'dryRun')) return { exit: 0, report: dryRun(world, texts, binaries) };
  const report = [out(...change.said)];
  const files = filesOf({ texts, binaries });
  return files.length === 0
    ? { exit: 0, report }
    : { exit: 0, report, changes: { into: change.root, files, replace: true } };
}

/** The files of a change, each with what it was made from. */
export function filesOf({ texts, binaries = [] }: Pick<Change, 'texts' | 'binaries'>): readonly FileChange[] {
  return [
    ...texts.filter(isChange).map(
      ({ path, before, after, removed }): FileChange => ({
        path,
        content: after,
        expected: before,
        ...(removed ? { removed } : {}),
      }),
    ),
    ...binaries.map(({ path, bytes }): FileChange => ({ path, content: bytes, expected: null })),
  ];
}

function isChange({ before, after, removed }: TextChange): boolean {
  return removed === true || before !== after;
}

function dryRun(world: World, texts: readonly TextChange[], binaries: readonly BinaryChange[]): readonly Block[] {
  const count = texts.length + binaries.length;
  if (count === 0) return [err('Nothing would change.')];
  return [
    ...(texts.length === 0 ? [] : [diffBlock(world, texts)]),
    ...binaries.map(({ path, bytes }) => err(`New file, not shown: ${path}, ${Math.ceil(bytes.length / 1000)} kB`)),
    err(`${count === 1 ? '1 file' : `${count} files`} would be written; nothing was.`),
  ];
}

/** A diff: in colour for people, and byte for byte for programs that apply it. */
export function diffBlock(world: World, texts: readonly TextChange[]): Block {
  const diff = unifiedDiff(texts);
  const isRaw = !world.terminal.interactive && !UNPRINTABLE.test(diff);
  return isRaw ? { kind: 'text', text: diff } : out(...diffLines(diff));
}

/** Control characters, which no terminal should get from a file. */
const UNPRINTABLE = /[^\P{Cc}\t\r\n]/u;

/** The line that says a file was written. */
export function wrote(path: string): Line {
  return [run('✓ ', 'good'), run(path, 'strong')];
}

/** The line that names the command to go on with. */
export function next(command: string): Line {
  return [run('  → ', 'accent'), command];
}
