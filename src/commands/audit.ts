import { answerAudit } from './audit/answer.ts';
import { assignAudit } from './audit/assign.ts';
import { compareAudit } from './audit/compare.ts';
import { completeAudit } from './audit/complete.ts';
import { showAudit } from './audit/show.ts';
import { startAudit } from './audit/start.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'The yearly audit (step 2): begin a year, share it out, answer it, and see what moved since the last.',
  examples: [startAudit, assignAudit, answerAudit, showAudit, completeAudit, compareAudit].flatMap(({ examples }) =>
    examples.slice(0, 1),
  ),
  verbs: {
    start: startAudit,
    assign: assignAudit,
    answer: answerAudit,
    show: showAudit,
    complete: completeAudit,
    compare: compareAudit,
  },
};
