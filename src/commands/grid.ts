import type { Command } from './command.ts';
import { showGrid } from './grid/show.ts';

export const command: Command = {
  summary: 'The Equality Summary Grid (step 3): a rating for each element and strand, and its roll-ups.',
  examples: showGrid.examples,
  verbs: { show: showGrid },
};
