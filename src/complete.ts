import { complete } from './commands/complete.ts';
import { BOOK_FILE, type Book } from './commands/completion/book.ts';
import type { Outcome } from './model/outcome.ts';
import { today } from './shell/clock.ts';
import { files } from './shell/files.ts';

/** What a Tab needs and nothing else, in a file of the bundle that is read at once: no command is loaded. */
export function completed(cwd: string, asked: readonly string[]): Outcome {
  const book = JSON.parse(files.shipped(BOOK_FILE)) as Book;
  return complete({ cwd, today: today(), files }, book, asked);
}
