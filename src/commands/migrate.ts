import type { Command } from './command.ts';
import { migrateProgramme } from './migrate/programme.ts';

export const command: Command = {
  summary: 'Moves the workspace to another edition of the programme.',
  examples: [
    ['lem migrate programme lem-6 --dry-run', 'what would change, and what becomes of the badges'],
    ['lem migrate programme lem-6', 'move to it'],
  ],
  verbs: { programme: migrateProgramme },
};
