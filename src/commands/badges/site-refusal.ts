import { type IsoDate, inWords } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { folderOf, type Input, text } from '../command.ts';

/** Why nothing can be written, or null. What is written says how things are: neither a day to come nor a date made up. */
export function siteRefusal(
  world: World,
  input: Input,
  { settings, on }: { readonly settings: Workspace['settings']; readonly on: IsoDate },
): Outcome | null {
  const option = text(input, 'svg') === undefined ? '--json-endpoint' : '--svg';
  const other = OTHERS.find(([name]) => isGiven(input.options[name]));
  if (other !== undefined)
    return unusable(`${option} and ${other[1]} can’t go together.`, `${option} writes how things are, and no more.`);
  if (on > world.today)
    return unusable(
      `${inWords(on)} is still to come, so how things will stand can’t be told.`,
      `Leave --on out, or give a day that has been: ${option} is for all to see.`,
    );
  // What is made of a file with faults may be none of the school's own: its very name may be missing.
  if (settings.state === 'unreadable')
    return unusable(
      `${settings.file} can’t be read, so it can’t be told whose badges they are.`,
      `lem check ${settings.file} says what is wrong.`,
    );
  return noFolder(world, input);
}

function noFolder(world: World, input: Input): Outcome | null {
  for (const dir of [text(input, 'svg'), text(input, 'jsonEndpoint')]) {
    const isFile =
      dir !== undefined && world.files.readBytes(world.files.resolve(folderOf(world, input), dir)) !== null;
    if (dir === '' || isFile)
      return unusable(`${dir === '' ? 'An empty name' : dir} is no folder.`, 'Name one, such as build/badges.');
  }
  return null;
}

/** The options of `lem badges` that ask something else. */
const OTHERS = [
  ['json', '--json'],
  ['why', '--why'],
  ['next', '--next'],
  ['whatIf', '--what-if'],
  ['timeline', '--timeline'],
] as const;

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
