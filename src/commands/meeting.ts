import type { Command } from './command.ts';
import { addMeeting } from './meeting/add.ts';

export const command: Command = {
  summary: 'Meetings of the reference group (step 1) and of the programme’s co-ordinators, held and to come.',
  examples: addMeeting.examples,
  verbs: { add: addMeeting },
};
