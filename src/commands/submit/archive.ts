import type { IsoDate } from '../../model/calendar.ts';
import { seen } from '../../model/known.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { MANIFEST, SIGNATURE, sealOf } from '../../workspace/bundle-paths.ts';
import type { Submitted } from '../../workspace/submitted.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { composePlain, type Draft } from '../documents/compose.ts';
import { filesOf, printed } from './gather.ts';
import { manifestOf } from './manifest.ts';
import { summaryDraft } from './summary-draft.ts';

/** What is to be sent. */
export interface Sending {
  readonly root: string;
  readonly workspace: Workspace;
  readonly on: IsoDate;
  readonly strands: readonly string[];
  readonly visit: IsoDate | null;
  readonly submitted: Submitted;
  readonly hasPdf: boolean;
  /** The path of an SSH key to sign with; null for none. */
  readonly key: string | null;
}

/** A submission's archive, the SHA-256 of its manifest, and how many files are in it. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly count: number;
}

/** Makes a submission's archive: the data, the documents made of it, the manifest and where it is asked for a signature. */
export async function archiveOf(world: World, sending: Sending): Promise<Archive | { readonly refusal: Outcome }> {
  const { root, workspace, on, submitted, hasPdf, key } = sending;
  const composed = await composePlain(world, { root, workspace }, draftsOf(sending));
  if ('refusal' in composed) return composed;
  const data = filesOf(world, root, submitted, seen(workspace.settings)?.school.logo);
  if ('refusal' in data) return data;
  const documents = await printed(world, composed.documents, on, hasPdf);
  if ('refusal' in documents) return documents;
  const files = new Map([...data.files, ...documents.files]);
  const commit = await world.commitOf(root);
  const said = manifestOf(world, workspace, { ...sending, ...submitted, commit, documents: composed.documents, files });
  const encoder = new TextEncoder();
  const manifest = encoder.encode(`${JSON.stringify(said, null, 2)}\n`);
  files.set(MANIFEST, manifest);
  if (key !== null) {
    const signed = await (await world.sshKeys()).sign(manifest, key);
    if (signed.state === 'none') return { refusal: unusable(signed.message, signed.remedy) };
    files.set(SIGNATURE, encoder.encode(signed.signature));
  }
  const digest = world.files.fingerprint(manifest);
  return { bytes: (await world.bundles()).pack(files, sealOf(digest)), digest, count: files.size };
}

function draftsOf({ workspace, strands, on }: Sending): readonly Draft[] {
  return strands.flatMap((strand) => summaryDraft(workspace, strand, on) ?? []);
}
