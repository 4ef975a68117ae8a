import { covers, uncoveredCells } from '../../facts/coverage.ts';
import { recommendations } from '../../facts/recommendations.ts';
import { count } from '../../facts/requirements/requirement.ts';
import type { Line } from '../../model/block.ts';
import { inWords } from '../../model/calendar.ts';
import type { ActionFile } from '../../model/files.generated.ts';
import { idFrom, isId } from '../../model/id-from.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { plainWord } from '../../model/plain-word.ts';
import { draftAction } from '../../workspace/draft-action.ts';
import { pathOf } from '../../workspace/layout.ts';
import { isOpen, yearOn } from '../../workspace/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, next, wrote } from '../change.ts';
import { argument, type Command, flag, type Input, ON_OPTION, text } from '../command.ts';
import { openHere } from '../load.ts';
import { ACTION_OPTIONS, actionGiven, type Given, optionOf, readText } from './given.ts';
import { askForAction } from './interview.ts';
import { sameTitle } from './same-title.ts';
import { dated, unfit } from './settled.ts';

export const addAction: Command = {
  summary: 'Plans an action: asks for what it needs, or takes flags.',
  args: [['[title]', 'what will be done, in a line']],
  options: [
    ['--id <id>', 'the name of its file (default: made from the title)'],
    ...ACTION_OPTIONS,
    ['-y, --yes', 'ask nothing: leave out what is not given'],
    ON_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem plan add', 'asks for everything'],
    ['lem plan add "A story corner in every class" --strand race --lead "Year 2 teacher" --yes', 'asks nothing'],
    ['lem plan suggest', 'what to plan next, each with the command line that plans it'],
  ],
  run: add,
};

async function add(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  const isTaken = (id: string): boolean => world.files.exists(world.files.resolve(root, pathOf.action(id)));
  const id = text(input, 'id');
  const refusal = id === undefined ? null : unfitId(id, isTaken);
  if (refusal !== null) return refusal;
  const read = givenOf(workspace, input);
  if ('refusal' in read) return read.refusal;
  const again = id === undefined ? plannedTwice(workspace, read.given.title) : null;
  if (again !== null) return again;
  const asks = world.terminal.interactive && !flag(input, 'yes');
  const known = asks ? await askForAction(await world.prompts(), workspace, read.given) : read.given;
  if (known === null)
    return unusable('Nothing was written: the questions were broken off.', 'Begin again with lem plan add.');
  const { title, strands, status = 'planned' } = known;
  if (title === undefined)
    return unusable('The action’s title is missing.', 'lem plan add "What will be done" --strand …');
  if (strands === undefined)
    return unusable(
      'The action is for no strand.',
      `Name one or more with --strand: ${[...workspace.programme.strands.keys()].join(', ')}.`,
    );
  const action = dated(null, { ...known, title, strands, status }, here.on);
  const fault = unfit(null, action);
  if (fault !== null) return fault;
  const name = id ?? idFrom(title, 'action', isTaken);
  const path = pathOf.action(name);
  return changing(world, input, {
    root,
    texts: [{ path, before: null, after: draftAction(action) }],
    said: [...(asks ? [''] : []), wrote(path), ...saidOf(workspace, name, action, yearOn(workspace, here.on))],
  });
}

function givenOf(workspace: Workspace, input: Input): { readonly given: Given } | { readonly refusal: Outcome } {
  const found = actionGiven(workspace, input);
  const title = argument(input, 0);
  if ('refusal' in found || title === undefined) return found;
  const read = readText('title', title);
  if ('wrong' in read) return { refusal: unusable(read.wrong, read.remedy) };
  return { given: { ...found.given, title: read.value } };
}

function unfitId(id: string, isTaken: (id: string) => boolean): Outcome | null {
  if (!isId(id))
    return unusable(
      `${id} can’t be an action’s id.`,
      `Ids are lower-case words joined by hyphens, such as ${idFrom(id, 'action', () => false)}.`,
    );
  if (!isTaken(id)) return null;
  return unusable(
    `${pathOf.action(id)} is already there, and lem does not write over it.`,
    `Change it with lem plan update ${id}, or give another --id.`,
  );
}

function plannedTwice(workspace: Workspace, title = ''): Outcome | null {
  const same = sameTitle(workspace, title);
  if (same === null) return null;
  return unusable(
    `${same.file} is open, and has this title already.`,
    `Change it with lem plan update ${plainWord(same.id, 'action')}, or give another title or an --id.`,
  );
}

/** What readers of a plan look for first; plan/no-lead, plan/no-due-date and plan/not-linked ask for the first three. */
const WANTED = ['lead', 'due', 'improvementPlan', 'baseline', 'success'] as const;

function saidOf(workspace: Workspace, id: string, action: ActionFile, year: string): readonly Line[] {
  const open = uncoveredCells(workspace, year);
  const taken = open.filter(({ element, strand }) => covers(action, element, strand)).length;
  const lacking = WANTED.filter((key) => action[key] === undefined);
  return [
    ...takenUp(workspace, id, action),
    ...(taken === 0
      ? []
      : [`  It takes up ${count(taken, 'cell')} of the grid of ${year} that no open action took up.`]),
    ...(lacking.length === 0
      ? [next(taken < open.length ? 'lem plan suggest' : 'lem status')]
      : ['  Not said yet:', next(`lem plan update ${id} ${lacking.map((key) => `${optionOf(key)} …`).join(' ')}`)]),
  ];
}

/** Which recommendations a new action takes up, and what keeps it from one that it names. */
function takenUp(workspace: Workspace, id: string, action: ActionFile): readonly Line[] {
  const actions = new Map([[id, { state: 'known' as const, file: pathOf.action(id), value: action }]]);
  return recommendations({ ...workspace, actions }).flatMap(
    ({ text, visit, strands, actions: [taken] }): readonly Line[] => {
      if (!action.recommendations?.includes(text)) return [];
      if (taken !== undefined) return [`  It takes up what was recommended on ${inWords(visit)}.`];
      if (!isOpen(action) || strands === null) return [];
      const named = strands.map((strand) => `--strand ${strand}`).join(' ');
      return [`  It does not take up what was recommended on ${inWords(visit)}: that would take ${named}.`];
    },
  );
}
