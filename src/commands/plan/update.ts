import type { ActionFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { plainWord } from '../../model/plain-word.ts';
import { isSame } from '../../source/edit-data.ts';
import { ACTION_KEYS } from '../../workspace/draft-action.ts';
import { pathOf } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, next, wrote } from '../change.ts';
import { argument, type Command, type Input } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { openHere } from '../load.ts';
import { actionNamed } from '../named.ts';
import { changeLine } from './changes.ts';
import { ACTION_OPTIONS } from './given.ts';
import { askFor } from './interview.ts';
import { dated, lackingOf, unfit } from './settled.ts';
import { actionWanted } from './wanted.ts';

export const updateAction: Command = {
  summary:
    'Changes what an action says; what is not named stays as it is. Strands, elements, recommendations and evidence that are named replace those so far.',
  args: [['<action>', 'an action’s id']],
  options: [
    ['--title <title>', 'what will be done, in a line'],
    ...ACTION_OPTIONS,
    ['--add-evidence <item>', 'one more evidence item; may be given several times', 'many'],
    ['--clear <key>', 'take a key out, such as due; may be given several times', 'many'],
    ['--on <date>', 'the day of completion, where it is complete now (default: today)'],
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem plan update story-corner --status in-progress --due 2027-07-09', 'it has begun, and has a day to be done by'],
    ['lem plan update story-corner --status complete --outcome "All 7 classes have one." --impact "…"', 'it is done'],
    ['lem plan update story-corner --add-evidence book-count --dry-run', 'show as a diff what would change'],
  ],
  run: update,
};

async function update(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = here;
  const named = actionNamed(workspace, argument(input, 0) ?? '');
  if ('refusal' in named) return named.refusal;
  const known = workspace.actions.get(named.id);
  const file = known?.file ?? pathOf.action(named.id);
  if (known?.state !== 'known')
    return unusable(`${file} can’t be read.`, `lem check ${plainWord(file, 'file')} says what is wrong.`);
  const before = known.value;
  const wanted = actionWanted(workspace, input, before);
  if ('refusal' in wanted) return wanted.refusal;
  const dayed = dated(before, wanted.action, here.on);
  const lacking = before.status === 'complete' ? [] : lackingOf(dayed);
  const asks = world.terminal.interactive && lacking.length > 0;
  const answers = asks ? await askFor(await world.prompts(), lacking, {}) : {};
  if (answers === null)
    return unusable(
      'Nothing was written: the questions were broken off.',
      `Begin again with lem plan update ${plainWord(named.id, 'action')}.`,
    );
  const after = { ...dayed, ...answers };
  const fault = unfit(before, after);
  if (fault !== null) return fault;
  const changed = ACTION_KEYS.filter((key) => !isSame(before[key], after[key]));
  if (changed.length === 0) return changing(world, input, { root, texts: [], said: [`Nothing to change in ${file}.`] });
  const parts = changed.map((key) => {
    const value = after[key];
    return value === undefined ? { path: [key] } : { path: [key], value };
  });
  const change = editFile(workspace, file, parts);
  if ('refusal' in change) return change.refusal;
  const lines = changed.map((key) => `  ${changeLine(key, before[key], after[key])}`);
  const said = [...(asks ? [''] : []), wrote(file), ...lines, next(goOn(workspace, changed, after))];
  return changing(world, input, { root, texts: [change], said });
}

/** A complete action goes on to the badge of its first strand. */
function goOn({ programme }: Workspace, changed: readonly string[], { status, strands }: ActionFile): string {
  const strand =
    changed.includes('status') && status === 'complete' ? strands.find((id) => programme.strands.has(id)) : undefined;
  return strand === undefined ? 'lem status' : `lem badges ${strand}`;
}
