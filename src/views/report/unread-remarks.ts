import { type Block, err, type Line, run } from '../../model/block.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { unreadableShown } from './whole/unreadable.ts';

/** How many files are named. */
const MOST = 10;

/**
 * What to say on the terminal of files that can’t be read: a page for the public names no file, and whoever sends out any
 * report is to know that it does not tell all.
 */
export function unreadRemarks(workspace: Workspace): readonly Block[] {
  const files = unreadableShown(workspace);
  if (files.length === 0) return [];
  const what =
    files.length === 1
      ? 'One file can’t be read, so what is in it is not in the report:'
      : `${files.length} files can’t be read, so what is in them is not in the report:`;
  const lines = files
    .slice(0, MOST)
    .flatMap(({ where, message }): readonly Line[] =>
      message === '' ? [`  ${where}`] : [`  ${where}`, [run(`    ${message}`, 'dim')]],
    );
  const more = files.length > MOST ? [`  and ${files.length - MOST} more`] : [];
  const again = 'lem check says what is wrong. Mend that and run this again.';
  return [err([run('lem: ', 'warn'), what], ...lines, ...more, [run(`  ${again}`, 'dim')])];
}
