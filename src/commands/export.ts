import type { Command } from './command.ts';
import { exporting } from './sheets/exporting.ts';

export const command: Command = {
  summary: 'Gives the audit, the grid or the plan as a spreadsheet, to fill in, to print or to pass on.',
  examples: [
    ['lem export audit --out audit.xlsx', 'this year’s audit, with a row for what is still to be judged'],
    ['lem export plan > plan.csv', 'the plan as CSV'],
  ],
  verbs: {
    audit: exporting('audit', 'a row for each statement, each strand that differs and each who dissents'),
    grid: exporting('grid', 'a row for each element and strand'),
    plan: exporting('plan', 'a row for each action'),
  },
};
