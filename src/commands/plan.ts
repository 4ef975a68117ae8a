import type { Command } from './command.ts';
import { addAction } from './plan/add.ts';
import { listPlan } from './plan/list.ts';
import { suggestPlan } from './plan/suggest.ts';
import { updateAction } from './plan/update.ts';

export const command: Command = {
  summary: 'The Equality Action Plan (steps 4 and 5): what to plan next, the actions, and what came of them.',
  examples: [suggestPlan, addAction, updateAction, listPlan].flatMap(({ examples }) => examples.slice(0, 1)),
  verbs: { suggest: suggestPlan, add: addAction, update: updateAction, list: listPlan },
};
