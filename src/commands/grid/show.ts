import { gridFacts } from '../../facts/grid.ts';
import { out } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { gridJson, gridLines } from '../../views/grid.ts';
import { yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { next } from '../change.ts';
import { type Command, flag, type Input, JSON_OPTION, ON_OPTION, text, YEAR_OPTION } from '../command.ts';
import { openHere } from '../load.ts';
import { yearNamed } from '../named.ts';
import { goOn } from './go-on.ts';

export const showGrid: Command = {
  summary: 'Shows a year’s grid, what the audit suggests where it differs, and the roll-ups by strand and element.',
  options: [YEAR_OPTION, ON_OPTION, JSON_OPTION],
  examples: [
    ['lem grid show', 'this year’s grid, in colour and letters'],
    ['lem grid show --year 2025-26 --json', 'an earlier year, for programs'],
  ],
  run: show,
};

function show(world: World, input: Input): Outcome {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { workspace } = here;
  const given = text(input, 'year');
  const named = yearNamed(workspace, given, here.on);
  if ('refusal' in named) return named.refusal;
  const { year } = named;
  const refusal = refuse(workspace, year, given);
  if (refusal !== null) return refusal;
  const facts = gridFacts(workspace, year);
  if (flag(input, 'json')) return { exit: 0, report: [{ kind: 'json', value: gridJson(facts, workspace.programme) }] };
  const lines = gridLines(facts, workspace.programme, world.terminal.width);
  // A year that is over is looked at, not worked on.
  const then = year === yearOn(workspace, here.on) ? ['', next(goOn({ workspace, year, yearFlag: '' }))] : [];
  return { exit: 0, report: [out(...lines, ...then)] };
}

/** Why a year's grid can't be shown, or null. */
function refuse(workspace: Workspace, year: SchoolYear, given: string | undefined): Outcome | null {
  const grid = workspace.grids.get(year);
  if (grid?.state === 'unreadable')
    return unusable(
      `${grid.file} can’t be read, so there is no grid to show.`,
      `lem check ${grid.file} says what is wrong.`,
    );
  if (grid !== undefined || given === undefined || workspace.audits.has(year)) return null;
  const years = [...new Set([...workspace.grids.keys(), ...workspace.audits.keys()])].sort();
  return unusable(
    `There is neither a grid nor an audit of ${year}.`,
    years.length === 0 ? 'There is none yet.' : `There is: ${years.join(', ')}.`,
  );
}
