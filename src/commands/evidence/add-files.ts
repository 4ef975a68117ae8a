import type { Line } from '../../model/block.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { World } from '../../world.ts';
import { changing, wrote } from '../change.ts';
import { flag, type Input, text } from '../command.ts';
import { editFile } from '../edit-file.ts';
import { evidenceNamed } from '../named.ts';
import { asListed, itemOf, type Loaded } from './item-of.ts';
import { consentLines, fileLines, nextReview, noted } from './said-of-files.ts';
import { type GivenPath, type TakenFile, takeFiles } from './take-files.ts';

/** What describes an item, by the name of its option. */
const OF_NEW_ITEMS = [
  'id',
  'title',
  'kind',
  'date',
  'strand',
  'element',
  'consent',
  'holder',
  'link',
  'reviewedBy',
] as const;

/** Adds files to the item after `--to`. Whoever read it through has not seen them: that is taken out of it. */
export async function addFiles(
  world: World,
  input: Input,
  { root, workspace }: Loaded,
  paths: readonly GivenPath[],
): Promise<Outcome> {
  const named = evidenceNamed(workspace, text(input, 'to') ?? '');
  if ('refusal' in named) return named.refusal;
  const { id } = named;
  const found = itemOf(workspace, id);
  if ('refusal' in found) return found.refusal;
  const { file, item } = found;
  const other = OF_NEW_ITEMS.find((name) => input.options[name] !== undefined);
  if (other !== undefined)
    return unusable(
      `--${other.replace(/[A-Z]/, '-$&').toLowerCase()} describes a new item, and --to names one that is there.`,
      `Change it in ${file}.`,
    );
  if (paths.length === 0) return unusable('No file is named.', `Name it: lem evidence add <file> --to ${id}`);
  const taken = await takeFiles(
    world,
    { root, workspace, item: id, keepsMetadata: flag(input, 'keepMetadata') },
    paths,
  );
  if ('refusal' in taken) return taken.refusal;
  const { files } = taken;
  const listed = [...(item.files ?? []).map(asListed), ...files.map(({ name, sha256 }) => ({ path: name, sha256 }))];
  const edited = editFile(workspace, file, [{ path: ['files'], value: listed }, { path: ['reviewed'] }]);
  if ('refusal' in edited) return edited.refusal;
  const { width } = world.terminal;
  return changing(world, input, {
    root,
    texts: [edited],
    binaries: files.map(({ name, bytes }) => ({ path: `evidence/${id}/${name}`, bytes })),
    said: [
      wrote(file),
      ...fileLines(id, files, width),
      ...(item.reviewed !== undefined
        ? noted(
            `${item.reviewed.by} read it through on ${item.reviewed.on}, before this: the stamp is taken out.`,
            width,
          )
        : []),
      ...consentLines(item, width),
      ...(item.consent === undefined || item.consent === 'not-needed' ? photoLines(files, width) : []),
      nextReview(id, item),
    ],
  });
}

/** Photos in an item that has asked for no consent so far. */
function photoLines(files: readonly TakenFile[], width: number): readonly Line[] {
  if (!files.some(({ isPhoto }) => isPhoto)) return [];
  return noted('The item asks for no consent. If a photo shows people, review it with --consent missing.', width);
}
