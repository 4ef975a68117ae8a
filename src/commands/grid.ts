import type { Command } from './command.ts';
import { answerGrid } from './grid/answer.ts';
import { completeGrid } from './grid/complete.ts';
import { setCell } from './grid/set.ts';
import { showGrid } from './grid/show.ts';
import { suggestGrid } from './grid/suggest.ts';

export const command: Command = {
  summary: 'The Equality Summary Grid (step 3): a rating for each element and strand, and its roll-ups.',
  examples: [suggestGrid, answerGrid, setCell, completeGrid, showGrid].flatMap(({ examples }) => examples.slice(0, 1)),
  verbs: { suggest: suggestGrid, answer: answerGrid, set: setCell, complete: completeGrid, show: showGrid },
};
