import type { EvidenceFile } from '../../model/files.generated.ts';
import { idFrom } from '../../model/id-from.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { draftEvidence } from '../../workspace/draft-evidence.ts';
import { pathOf } from '../../workspace/layout.ts';
import { readFile } from '../../workspace/read-file.ts';
import type { World } from '../../world.ts';
import { changing, DRY_RUN_OPTION } from '../change.ts';
import { type Command, flag, type Input, text } from '../command.ts';
import { openHere } from '../load.ts';
import { addFiles } from './add-files.ts';
import { askItem } from './ask-item.ts';
import { completed } from './complete-item.ts';
import { givenItem, said, wordsFor } from './given-item.ts';
import type { Loaded } from './item-of.ts';
import { type Added, addedLines } from './said-of-files.ts';
import { takeFiles } from './take-files.ts';
import { pathsOf, whereabouts } from './whereabouts.ts';

export const addEvidence: Command = {
  summary:
    'Adds an evidence item: copies its files in, photos without place and owner, or says who keeps it. Asks for what is not given.',
  args: [['[files...]', 'the files that show it; all go into one item']],
  options: [
    ['--title <text>', 'what it is, in a line'],
    ['--kind <evidence-kind>', wordsFor('kind').join(', ')],
    ['--date <date>', 'the day it happened, not that of the file'],
    ['--strand <strand>', 'a strand it is about; may be given several times', 'many'],
    ['--element <element>', 'an element it is about; may be given several times', 'many'],
    ['--consent <consent>', `of the people it shows or quotes: ${wordsFor('consent').join(', ')}`],
    ['--holder <text>', 'who keeps it and where, for what must not be copied here: no file is'],
    ['--link <address>', 'the address of what is public elsewhere'],
    ['--reviewed-by <name>', 'who has read it through'],
    ['--on <date>', 'the day it was read through (default: today)'],
    ['--id <id>', 'its id, which is its folder’s name (default: made from the title)'],
    ['--to <item>', 'add the files to this item instead'],
    ['--keep-metadata', 'take photos as they are, with what the camera wrote into them'],
    ['-y, --yes', 'ask nothing: leave out what is not given'],
    DRY_RUN_OPTION,
  ],
  examples: [
    ['lem evidence add display.jpg', 'copy a photo in, cleaned, and ask for the rest'],
    [
      'lem evidence add counts.csv --title "Who plays where" --kind data --date 2026-10-02 --strand gender',
      'ask only for what is still missing; with --yes ask nothing',
    ],
    ['lem evidence add --holder "SENDCo, locked cabinet"', 'say who keeps what must not be committed'],
    ['lem evidence add second-walk.md --to access-walk', 'add a file to an item that is there'],
  ],
  run: add,
};

async function add(world: World, input: Input): Promise<Outcome> {
  const here = openHere(world, input);
  if ('refusal' in here) return here.refusal;
  const { workspace } = here;
  const paths = pathsOf(world, input);
  if (text(input, 'to') !== undefined) return addFiles(world, input, here, paths);
  const given = givenItem(workspace, input);
  if ('refusal' in given) return given.refusal;
  const id = text(input, 'id');
  if (id !== undefined && isThere(world, here, id))
    return unusable(
      `There is an evidence item ${id} already.`,
      `Choose another id, or add the files to it: --to ${id}.`,
    );

  const prompts = world.terminal.interactive && !flag(input, 'yes') ? await world.prompts() : null;
  const where = await whereabouts(world, input, prompts, given.item, paths);
  if (where === null) return BROKEN_OFF;
  if ('refusal' in where) return where.refusal;
  const keepsMetadata = flag(input, 'keepMetadata');
  const taken = await takeFiles(world, { ...here, item: null, keepsMetadata }, where.copied);
  if ('refusal' in taken) return taken.refusal;
  const { files } = taken;
  const known = prompts === null ? where.item : await askItem(prompts, workspace, where.item, files);
  if (known === null) return BROKEN_OFF;
  const item = completed(known, files, said(input, 'reviewedBy'), here.on);
  if ('refusal' in item) return item.refusal;
  const added = { item, files, left: where.left, on: here.on };
  return written(world, input, here, id ?? idOf(world, here, item), added, prompts !== null);
}

const BROKEN_OFF = unusable(
  'Nothing was written: the questions were broken off.',
  'Begin again, or give the answers as flags: lem evidence add --help.',
);

function idOf(world: World, here: Loaded, { title, kind, date }: EvidenceFile): string {
  return idFrom(title, `${kind} ${date}`, (id) => isThere(world, here, id));
}

/** Whether there is an item of an id, or a folder where one would go. */
function isThere(world: World, { root, workspace }: Loaded, id: string): boolean {
  return workspace.evidence.has(id) || world.files.exists(world.files.resolve(root, `evidence/${id}`));
}

function written(world: World, input: Input, { root }: Loaded, id: string, added: Added, wasAsked: boolean): Outcome {
  const { item, files } = added;
  const path = pathOf.evidence(id);
  const after = draftEvidence(item);
  const { source, problems } = readFile(path, { kind: 'text', text: after });
  const problem = [...source.problems, ...problems][0];
  if (problem !== undefined) return unusable(`This item can’t be written: ${problem.message}`, problem.hint);
  return changing(world, input, {
    root,
    texts: [{ path, before: null, after }],
    binaries: files.map(({ name, bytes }) => ({ path: `evidence/${id}/${name}`, bytes })),
    said: [...(wasAsked ? [''] : []), ...addedLines(id, added, world.terminal.width)],
  });
}
