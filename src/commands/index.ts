import type { Command } from './command.ts';

/** Every command with its line in `lem --help`, in the order of the process. `loaded` holds the commands themselves. */
export const COMMANDS = [
  { name: 'init', summary: 'begin a workspace: asks, or takes flags or a file of answers' },
  { name: 'status', summary: 'where the school stands, and the next three things to do' },
  { name: 'check', summary: 'find what is wrong or missing in the files' },
  { name: 'explain', summary: 'why a rule exists, with a wrong and a right example' },
  { name: 'grid', summary: 'the summary grid and its roll-ups' },
  { name: 'badges', summary: 'which badges the school may claim, and why not yet' },
  { name: 'summary', summary: 'the Accreditation Summary of a strand, as HTML and PDF' },
  { name: 'demo', summary: 'a sample school in a folder, checked and rendered' },
] as const;

export type CommandName = (typeof COMMANDS)[number]['name'];

/** Loads the commands, all together: one large file is read sooner than many small ones. */
export async function loadCommand(name: CommandName): Promise<Command> {
  const { LOADED } = await import('./loaded.ts');
  return LOADED[name];
}
