import { err, type Line, run } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { migrationLines, type Standing } from '../../views/migration.ts';
import { yearOn } from '../../workspace/select.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION, next } from '../change.ts';
import { argument, type Command, dayOf, flag, type Input, ON_OPTION } from '../command.ts';
import { assembleWith, listHere, loadWorkspace } from '../load.ts';
import { editorChanges, listingAfter, newErrors, reopenLines, standingOf, toldChanges } from './aftermath.ts';
import { editionsKept, settingsParts } from './editions-kept.ts';
import { type Given, givenFiles } from './given.ts';
import { movedFiles } from './moved-files.ts';
import { movesOf } from './moves.ts';
import { targetOf } from './target.ts';

export const migrateProgramme: Command = {
  summary: 'Moves the workspace to another edition; judgements, evidence and awards go with it.',
  args: [['[edition]', 'the id of the edition to move to, such as lem-6']],
  options: [
    ['--from-file <file>', 'an edition of the county’s own: it is copied to programme.yaml and pinned in lem.yaml'],
    ['--mapping <file>', 'what becomes of each strand, where lem does not know it; kept in editions/'],
    ['--reopen', 'make this year’s complete audit and grid drafts again, so that new strands can be judged now'],
    ON_OPTION,
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem migrate programme lem-6 --dry-run', 'what would change, and what becomes of the badges'],
    ['lem migrate programme lem-6', 'move to it'],
    ['lem migrate programme --from-file county.yaml --mapping lem-6--county.yaml', 'move to the county’s own edition'],
  ],
  run: migrate,
};

function migrate(world: World, input: Input): Outcome {
  const day = dayOf(world, input);
  if ('refusal' in day) return day.refusal;
  const { on } = day;
  const loaded = loadWorkspace(world, input);
  if ('refusal' in loaded) return loaded.refusal;
  const here = listHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { root, workspace } = loaded;
  const given = givenFiles(world, input);
  if ('refusal' in given) return given.refusal;
  const named = targetNamed(input, given);
  if ('refusal' in named) return named.refusal;
  const [from, to] = [workspace.programme.id, named.id];
  const kept = editionsKept(world, here.listing, workspace, given);
  if ('refusal' in kept) return kept.refusal;
  const target = targetOf(world, here.listing, { from, to }, given);
  if ('refusal' in target) return target.refusal;
  const moving = {
    workspace,
    from,
    to,
    programme: target.programme,
    moves: target.movesFrom(from) ?? movesOf([]),
    movesFrom: target.movesFrom,
    on,
    year: yearOn(workspace, on),
    reopens: flag(input, 'reopen'),
  };
  const moved = movedFiles(moving, settingsParts(world, { from, to }, given));
  if ('refusal' in moved) return moved.refusal;
  const changes = [...moved.changes, ...kept].filter(({ before, after, removed }) => removed || before !== after);
  if (changes.length === 0)
    return changing(world, input, {
      root,
      texts: [],
      said: [`There is nothing to do: the workspace works to ${to} already.`],
    });
  const after = assembleWith(world, listingAfter(here.listing, changes));
  if (after.state !== 'ready')
    return unusable(after.problems[0]?.message ?? `${to} can’t be used.`, 'See lem check; nothing was written.');
  const standing: Standing = {
    before: standingOf(workspace, on),
    after: standingOf(after.workspace, on),
    strands: moving.moves.strands,
  };
  const isDry = flag(input, 'dryRun');
  const lines: readonly Line[] = [
    ...migrationLines(standing, world.terminal.width),
    ...moved.left.map(
      (file): Line => [run('! ', 'warn'), `${file} is only about what ends with ${from}: it is left as it is.`],
    ),
    ...reopenLines(after.workspace, moving, world.terminal.width),
    ...newErrors(world, here.listing, after, on),
  ];
  const schemas = isDry ? [] : editorChanges(world, root, after.workspace);
  const outcome = changing(world, input, {
    root,
    texts: [...changes, ...schemas],
    said: [...toldChanges(changes), '', ...lines, next(`lem badges --on ${on}`.replace(` --on ${world.today}`, ''))],
  });
  return isDry && changes.length > 0 ? { ...outcome, report: [...outcome.report, err('', ...lines)] } : outcome;
}

function targetNamed(input: Input, { programme }: Given): { readonly id: string } | { readonly refusal: Outcome } {
  const word = argument(input, 0);
  const own = programme?.known.value.id;
  const id = word ?? own;
  if (id === undefined)
    return {
      refusal: unusable('Which edition?', 'Name it, such as lem migrate programme lem-6, or give --from-file.'),
    };
  if (own !== undefined && own !== id)
    return { refusal: unusable(`${programme?.file} is the edition ${own}.`, `Leave the name out, or write ${own}.`) };
  return { id };
}
