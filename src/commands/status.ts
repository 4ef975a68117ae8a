import { out } from '../model/block.ts';
import { type Outcome, unusable } from '../model/outcome.ts';
import { statusJson, statusLines } from '../views/status.ts';
import type { World } from '../world.ts';
import { type Command, flag, type Input, JSON_OPTION, ON_OPTION } from './command.ts';
import { openHere } from './load.ts';

export const command: Command = {
  summary:
    'One screen: which of the six steps the school is at, the grid, the badges, the dates, and the next three things to do.',
  options: [ON_OPTION, JSON_OPTION],
  examples: [
    ['lem status', 'where the school stands today'],
    ['lem status --on 2027-06-01 --json', 'as on that day, for programs'],
  ],
  run: status,
};

function status(world: World, input: Input): Outcome {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { workspace } = here;
  const { awards } = workspace;
  if (awards.state === 'unreadable')
    return unusable(
      `${awards.file} can’t be read, so it can’t be told which badges are held.`,
      `lem check ${awards.file} says what is wrong.`,
    );
  if (flag(input, 'json')) return { exit: 0, report: [{ kind: 'json', value: statusJson(workspace, here.on) }] };
  return { exit: 0, report: [out(...statusLines(workspace, here.on, world.terminal.width))] };
}
