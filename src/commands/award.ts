import { applyAward } from './award/apply.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'What the Equality team decided (step 6): recorded from its response to a submission.',
  examples: applyAward.examples,
  verbs: { apply: applyAward },
};
