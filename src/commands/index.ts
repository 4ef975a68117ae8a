import type { Command } from './command.ts';

/** A command's name, its line in `lem --help`, and the file that holds it, loaded only when the command is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every command, in the order of the process. This is the only place where a command is registered. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'begin a workspace: asks, or takes flags or a file of answers',
    load: () => import('./init.ts'),
  },
  {
    name: 'status',
    summary: 'where the school stands, and the next three things to do',
    load: () => import('./status.ts'),
  },
  { name: 'check', summary: 'find what is wrong or missing in the files', load: () => import('./check.ts') },
  {
    name: 'explain',
    summary: 'why a rule exists, with a wrong and a right example',
    load: () => import('./explain.ts'),
  },
  { name: 'grid', summary: 'the summary grid and its roll-ups', load: () => import('./grid.ts') },
  { name: 'badges', summary: 'which badges the school may claim, and why not yet', load: () => import('./badges.ts') },
  {
    name: 'summary',
    summary: 'the Accreditation Summary of a strand, as HTML and PDF',
    load: () => import('./summary.ts'),
  },
  { name: 'demo', summary: 'a sample school in a folder, checked and rendered', load: () => import('./demo.ts') },
];
