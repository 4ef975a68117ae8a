import type { Command } from './command.ts';

/**
 * Every command with its line in `lem --help`, in the order of the process. `loaded` holds the commands themselves, and
 * `loaded-later` those that are not in use all day.
 */
export const COMMANDS = [
  { name: 'init', summary: 'begin a workspace: asks, or takes flags or a file of answers' },
  { name: 'status', summary: 'where the school stands, and the next three things to do' },
  { name: 'check', summary: 'find what is wrong or missing in the files' },
  { name: 'explain', summary: 'why a rule exists, with a wrong and a right example' },
  { name: 'audit', summary: 'the yearly audit: share it out, answer it, see what moved' },
  { name: 'grid', summary: 'the summary grid: fill it in, and its roll-ups' },
  { name: 'plan', summary: 'the actions, and what to plan next' },
  { name: 'evidence', summary: 'what shows it: files copied in, fingerprinted and reviewed' },
  { name: 'badges', summary: 'which badges the school may claim, and why not yet' },
  { name: 'history', summary: 'how the grid and the badges have moved, by what git remembers' },
  { name: 'summary', summary: 'the Accreditation Summary of a strand, as HTML and PDF' },
  { name: 'report', summary: 'the whole workspace on a page, or for governors, the team, the public' },
  { name: 'preview', summary: 'the documents in a browser while you write: a save is seen at once' },
  { name: 'submit', summary: 'one archive of what badges are claimed on, for the Equality team' },
  { name: 'verify', summary: 'check an archive: whole, its claims, its signature' },
  { name: 'review', summary: 'answer an archive, for the Equality team: decide, comment, recommend' },
  { name: 'award', summary: 'record what the Equality team decided, from its response' },
  { name: 'county', summary: 'many schools: what is wrong, where each stands, what they share' },
  { name: 'meeting', summary: 'record a meeting of the reference group or of co-ordinators' },
  { name: 'visit', summary: 'book a visit of the Equality team' },
  { name: 'import', summary: 'take an audit, grid or plan from a spreadsheet' },
  { name: 'export', summary: 'give an audit, grid or plan as a spreadsheet' },
  { name: 'migrate', summary: 'move to another edition of the programme' },
  { name: 'completion', summary: 'let the shell complete commands and ids' },
  { name: 'demo', summary: 'a sample school in a folder, checked and rendered' },
] as const;

export type CommandName = (typeof COMMANDS)[number]['name'];

/** Loads a command with its like: few large files are read sooner than many small ones, and one for all is too large. */
export async function loadCommand(name: CommandName): Promise<Command> {
  const { LOADED } = await import('./loaded.ts');
  if (name in LOADED) return LOADED[name as keyof typeof LOADED];
  const { LOADED_LATER } = await import('./loaded-later.ts');
  return LOADED_LATER[name as keyof typeof LOADED_LATER];
}
