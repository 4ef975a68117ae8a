import { type GridSuggestion, gridSuggestions } from '../../facts/grid-suggestions.ts';
import { count } from '../../facts/requirements/requirement.ts';
import { type Line, out } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { gridSuggestJson, gridSuggestLines, unreadAudits } from '../../views/grid-suggest.ts';
import type { World } from '../../world.ts';
import { DRY_RUN_OPTION, next } from '../change.ts';
import { argument, type Command, flag, type Input, JSON_OPTION, ON_OPTION, YEAR_OPTION } from '../command.ts';
import { elementNamed } from '../named.ts';
import { applySuggestions } from './apply-suggestions.ts';
import { goOn } from './go-on.ts';
import { type GridRequest, gridRequest } from './request.ts';

export const suggestGrid: Command = {
  summary:
    'What the audit suggests for each cell of the grid, beside the cell as it stands; --apply fills empty cells.',
  args: [['[element]', 'only the cells of this element']],
  options: [
    YEAR_OPTION,
    ON_OPTION,
    ['--apply', 'write what is suggested into the cells that are empty'],
    DRY_RUN_OPTION,
    JSON_OPTION,
  ],
  examples: [
    ['lem grid suggest', 'every cell, with how the judgements behind it are spread'],
    ['lem grid suggest learning-and-teaching', 'the cells of one element'],
    ['lem grid suggest --apply --dry-run', 'show as a diff which empty cells would be filled'],
  ],
  run: suggest,
};

function suggest(world: World, input: Input): Outcome {
  const request = gridRequest(world, input);
  if ('refusal' in request) return request.refusal;
  const { workspace, year, grid } = request;
  const { programme } = workspace;
  const word = argument(input, 0);
  const asked = word === undefined ? null : elementNamed(programme, word);
  if (asked !== null && 'refusal' in asked) return asked.refusal;
  const [applies, isJson] = [flag(input, 'apply'), flag(input, 'json')];
  if (flag(input, 'dryRun') && !applies)
    return unusable('--dry-run goes with --apply.', 'Without --apply nothing is written.');
  if (applies && isJson) return unusable('--json reports, and --apply writes.', 'Run one after the other.');
  if (grid === null && !workspace.audits.has(year)) {
    const years = [...workspace.audits.keys()].sort().join(', ');
    return unusable(
      `There is no audit of ${year} to suggest anything from.`,
      years === '' ? 'Begin it with lem audit start.' : `There is: ${years}.`,
    );
  }
  const cells = gridSuggestions(workspace, year).filter((cell) => asked === null || cell.element === asked.id);
  if (applies) return applySuggestions(world, input, request, cells);
  if (isJson) return { exit: 0, report: [{ kind: 'json', value: gridSuggestJson(cells, programme, year) }] };
  const lines = gridSuggestLines(cells, programme, year, world.terminal.width);
  return { exit: 0, report: [out(...lines, ...unreadAudits(workspace, year), ...then(cells, request))] };
}

function then(cells: readonly GridSuggestion[], request: GridRequest): readonly Line[] {
  const empty = cells.filter(({ fills }) => fills).length;
  if (empty === 0) return ['', next(goOn(request))];
  return [
    '',
    `  The audit suggests a rating for ${count(empty, 'empty cell')}; people then go through them.`,
    next(`lem grid suggest --apply${request.yearFlag}`),
  ];
}
