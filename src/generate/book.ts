import type { Book } from '../commands/completion/book.ts';
import { makeBook } from '../commands/completion/make-book.ts';
import { makeWorld } from '../make-world.ts';

/** What shell completion knows of the commands; the build writes it down. */
export function book(): Book {
  return makeBook(makeWorld(80));
}
