import type { Command } from './command.ts';
import { addEvidence } from './evidence/add.ts';
import { listEvidence } from './evidence/list.ts';
import { reviewEvidence } from './evidence/review.ts';

export const command: Command = {
  summary:
    'What shows that something has changed (steps 5 and 6): evidence items, their files, and who read them through.',
  examples: [
    ['lem evidence add display.jpg --to jobs-display', 'copy a photo in, without the place and the camera’s owner'],
    ['lem evidence list --ageing', 'what is soon too old to count'],
  ],
  verbs: { add: addEvidence, review: reviewEvidence, list: listEvidence },
};
