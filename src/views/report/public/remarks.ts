import { type Block, err, type Line, run } from '../../../model/block.ts';
import type { IsoDate } from '../../../model/calendar.ts';
import type { Workspace } from '../../../workspace/workspace.ts';
import { position } from '../../badges.ts';
import { yearBefore } from './duty.ts';
import { objectivesShown } from './objectives.ts';
import { screenOf } from './screen.ts';

/**
 * What the school is to know before it publishes: which texts were left out, where they stand and why, and that nobody
 * but a person can tell every name. What was found is not quoted.
 */
export function publicRemarks(workspace: Workspace, on: IsoDate): readonly Block[] {
  const screen = screenOf(workspace, on);
  objectivesShown(workspace, screen, yearBefore(on), on);
  const read = run('Read the report before you publish it: lem does not know every name.', 'dim');
  if (screen.left.length === 0) return [err([read])];
  const what =
    screen.left.length === 1
      ? 'One text was left out, because it may identify someone:'
      : `${screen.left.length} texts were left out, because they may identify someone:`;
  const lines = screen.left.flatMap(({ place, why }): readonly Line[] => {
    const { file, line } = position(workspace, place);
    return [`  ${line === null ? file : `${file}:${line}`}`, [run(`    ${String(place.path[0])} ${why}`, 'dim')]];
  });
  const again = screen.left.length === 1 ? 'it' : 'them';
  return [err([run('lem: ', 'warn'), what], ...lines, [run(`  Reword ${again} and run this again.`, 'dim')], [read])];
}
