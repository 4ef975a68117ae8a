import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { harmless } from '../git.ts';

/** What git keeps, by its ids. What is not in this clone, or can't be read, is null. */
export interface Objects {
  /** How large an object is, in bytes, without reading it. */
  readonly sizeOf: (id: string) => Promise<number | null>;
  /** What is in an object of at most so many bytes; null for a larger one. */
  readonly bytesOf: (id: string, most: number) => Promise<Buffer | null>;
  /** The SHA-256 of what is in an object, of any size, in hexadecimal digits. */
  readonly fingerprintOf: (id: string) => Promise<string | null>;
  readonly close: () => void;
}

/**
 * Opens the object store of the repository that a folder is in. Objects are read as they are stored: nothing is checked
 * out, so no filter, hook or text conversion has a part in it.
 */
export function openObjects(folder: string): Objects {
  const sizes = conversation(folder, '--batch-check', false);
  const contents = conversation(folder, '--batch', true);
  return {
    sizeOf: (id) => sizes.ask(id, () => undefined),
    bytesOf: async (id, most) => {
      const chunks: Buffer[] = [];
      let room = most;
      const size = await contents.ask(id, (chunk) => {
        room -= chunk.length;
        if (room >= 0) chunks.push(chunk);
      });
      return size === null || room < 0 ? null : Buffer.concat(chunks);
    },
    fingerprintOf: async (id) => {
      const hash = createHash('sha256');
      const size = await contents.ask(id, (chunk) => hash.update(chunk));
      return size === null ? null : hash.digest('hex');
    },
    close: () => {
      sizes.close();
      contents.close();
    },
  };
}

interface Asked {
  readonly id: string;
  readonly take: (chunk: Buffer) => void;
  readonly settle: (size: number | null) => void;
}

/**
 * A talk with one `git cat-file`, which answers questions in their order. git ends on an object that is broken: that
 * one is answered with null, and another git with the rest.
 */
function conversation(folder: string, way: '--batch' | '--batch-check', hasContent: boolean) {
  const asked: Asked[] = [];
  let child: ChildProcessWithoutNullStreams | null = null;
  return {
    ask: (id: string, take: Asked['take']): Promise<number | null> =>
      new Promise((settle) => {
        asked.push({ id, take, settle });
        child ??= begun();
        say(child, [id]);
      }),
    close: () => child?.stdin.end(),
  };

  function begun(): ChildProcessWithoutNullStreams {
    const { args, options } = harmless(folder, ['cat-file', way]);
    const git = spawn('git', args, options);
    const read = reader(hasContent, () => asked[0]?.take, answered);
    git.stdout.on('data', read);
    git.stderr.resume();
    git.stdin.on('error', () => undefined); // what it did not take is asked again
    git.on('error', () => ended(git));
    git.on('close', () => ended(git));
    return git;
  }

  /** Asks for what is asked in one turn at once: git is woken once. */
  function say({ stdin }: ChildProcessWithoutNullStreams, ids: readonly string[]): void {
    if (stdin.writableCorked === 0) {
      stdin.cork();
      setImmediate(() => stdin.uncork());
    }
    for (const id of ids) stdin.write(`${id}\n`);
  }

  function answered(size: number | null): void {
    asked.shift()?.settle(size);
  }

  function ended(git: ChildProcessWithoutNullStreams): void {
    if (child !== git) return;
    child = null;
    answered(null);
    if (asked.length === 0) return;
    child = begun();
    say(
      child,
      asked.map(({ id }) => id),
    );
  }
}

const LF = 10;

/**
 * Reads the answers of `git cat-file`: a line `<id> <type> <size>`, or of another form where there is no such object;
 * after it so many bytes and a line feed.
 * @param taker takes the bytes of the answer that is being read
 * @param answered is told the size at the end of each answer
 */
function reader(
  hasContent: boolean,
  taker: () => Asked['take'] | undefined,
  answered: (size: number | null) => void,
): (chunk: Buffer) => void {
  let head = Buffer.alloc(0);
  /** Of the answer that is being read; null between answers. */
  let size: number | null = null;
  /** How many of its bytes are to come, with the line feed. */
  let left = 0;
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (size === null) {
        const end = chunk.indexOf(LF, at);
        if (end === -1) {
          head = Buffer.concat([head, chunk.subarray(at)]);
          return;
        }
        const line = Buffer.concat([head, chunk.subarray(at, end)]).toString('latin1');
        head = Buffer.alloc(0);
        at = end + 1;
        const [, digits] = /^[0-9a-f]+ [a-z]+ (\d+)$/.exec(line) ?? [];
        if (digits === undefined || !hasContent) {
          answered(digits === undefined ? null : Number(digits));
          continue;
        }
        size = Number(digits);
        left = size + 1;
      }
      const end = Math.min(chunk.length, at + left);
      const content = chunk.subarray(at, left === end - at ? end - 1 : end);
      if (content.length > 0) taker()?.(content);
      left -= end - at;
      at = end;
      if (left === 0) {
        answered(size);
        size = null;
      }
    }
  };
}
