import type { Command } from './command.ts';
import { importing } from './sheets/importing.ts';

export const command: Command = {
  summary: 'Takes an audit, a grid or a plan from a spreadsheet of the school’s, and shows first what would change.',
  examples: [
    ['lem import audit audit.xlsx', 'show what would change, and ask'],
    ['lem import plan plan.csv --map "By whom=Lead" --yes', 'say what a column is, and write at once'],
  ],
  verbs: {
    audit: importing('audit', 'a row for each statement, with columns such as Element, Statement, Rating and Because'),
    grid: importing('grid', 'elements by strands, or a row for each element and strand'),
    plan: importing('plan', 'a row for each action, with columns such as Action, Strands, Lead and Due'),
  },
};
