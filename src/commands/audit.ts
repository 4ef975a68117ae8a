import { answerAudit } from './audit/answer.ts';
import { assignAudit } from './audit/assign.ts';
import { compareAudit } from './audit/compare.ts';
import { completeAudit } from './audit/complete.ts';
import { showAudit } from './audit/show.ts';
import { startAudit } from './audit/start.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'The yearly audit (step 2): begin a year, share it out, answer it, and see what moved since the last.',
  examples: [
    ['lem audit start', 'begin the school year that it is today'],
    ['lem audit show', 'what is judged and what is still open'],
    ['lem audit compare', 'what moved since last year'],
  ],
  verbs: {
    start: startAudit,
    assign: assignAudit,
    show: showAudit,
    complete: completeAudit,
    compare: compareAudit,
    answer: answerAudit,
  },
};
