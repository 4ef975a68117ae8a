import { evidenceFiles } from '../../facts/evidence-files.ts';
import { type Line, run } from '../../model/block.ts';
import type { EvidenceFile } from '../../model/files.generated.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { listed } from '../../workspace/scaffold-text.ts';
import type { World } from '../../world.ts';
import { type TextChange, wrote } from '../change.ts';
import { editFile } from '../edit-file.ts';
import { itemOf, type Loaded } from './item-of.ts';
import { consentLines, nextReview, noted } from './said-of-files.ts';
import { tracesBeside } from './traces-beside.ts';

/** What a review puts into an item. */
export interface Review {
  readonly reviewed: NonNullable<EvidenceFile['reviewed']>;
  readonly consent: EvidenceFile['consent'] | undefined;
  /** Whether files that lie beside the item and are not listed yet are listed. */
  readonly listsFiles: boolean;
}

/** Stamps an item and takes the fingerprints of its files anew. An item with a file that is not there gets no stamp. */
export async function reviewItem(
  world: World,
  { root, workspace }: Loaded,
  id: string,
  { reviewed, consent, listsFiles }: Review,
): Promise<{ readonly change: TextChange; readonly said: readonly Line[] } | { readonly refusal: Outcome }> {
  const found = itemOf(workspace, id);
  if ('refusal' in found) return found;
  const { file, item } = found;
  const { files, unlisted } = evidenceFiles(workspace, id, item);
  const missing = files.filter(({ state }) => state === 'missing').map(({ path }) => path);
  if (missing.length > 0) return { refusal: incomplete(file, missing) };
  const added = listsFiles ? unlisted : [];
  const traces = await tracesBeside(world, root, id, [...files.map(({ path }) => path), ...added]);
  const unclean = traces.find(({ path }) => added.includes(path));
  if (unclean !== undefined) return { refusal: uncleaned(id, unclean.path) };

  const sums = files.map(({ sha256 }, index) => ({ path: ['files', index, 'sha256'], sha256 }));
  const sumOf = (path: string): string => workspace.assets.get(`evidence/${id}/${path}`)?.sha256 ?? '';
  const edited = editFile(workspace, file, [
    ...sums.flatMap(({ path, sha256 }) => (sha256 === null ? [] : [{ path, value: sha256 }])),
    ...added.map((path, index) => ({ path: ['files', files.length + index], value: { path, sha256: sumOf(path) } })),
    ...(consent === undefined ? [] : [{ path: ['consent'], value: consent }]),
    { path: ['reviewed'], value: { ...reviewed } },
  ]);
  if ('refusal' in edited) return edited;
  const { width } = world.terminal;
  const after = consent === undefined ? item : { consent };
  const said = (text: string): readonly Line[] => noted(text, width);
  return {
    change: edited,
    said: [
      wrote(file),
      ...said(`Read through by ${reviewed.by} on ${reviewed.on}.`),
      ...files.flatMap(({ path, state }) =>
        state === 'changed' ? said(`${path} had changed since its last review.`) : [],
      ),
      ...added.flatMap((path) => said(`${path} is listed now.`)),
      ...(unlisted.length > added.length
        ? said(`Beside it and not listed: ${listed(unlisted)}. To list: --files`)
        : []),
      ...traces.map(
        ({ path, names }): Line => [
          run(`  ! ${path} still holds ${listed(names)}: where and by whom it was taken.`, 'bad'),
        ],
      ),
      ...consentLines(after, width),
      ...(after.consent === 'missing' ? [nextReview(id, after)] : []),
    ],
  };
}

function incomplete(file: string, missing: readonly string[]): Outcome {
  return unusable(
    `${file} lists what is not there, so it can’t be stamped: ${listed(missing)}.`,
    'Put it back under that name, or take it out of files.',
  );
}

function uncleaned(id: string, path: string): Outcome {
  return unusable(
    `evidence/${id}/${path} says where or by whom it was taken, so it was not listed.`,
    `Move it out of the workspace, then have it cleaned: lem evidence add <file> --to ${id}`,
  );
}
