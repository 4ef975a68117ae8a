import type { Command } from './command.ts';
import { bookVisit } from './visit/book.ts';
import { updateVisit } from './visit/update.ts';

export const command: Command = {
  summary: 'Visits agreed with the accrediting team (step 6): book one, move it, record that the audit was sent.',
  examples: [...bookVisit.examples.slice(0, 1), ...updateVisit.examples.slice(0, 1)],
  verbs: { book: bookVisit, update: updateVisit },
};
