import { claimOf } from '../../facts/claims.ts';
import type { IsoDate } from '../../model/calendar.ts';
import type { SubmissionFile } from '../../model/files.generated.ts';
import { seen } from '../../model/known.ts';
import { documentPath } from '../../workspace/bundle-paths.ts';
import { PROGRAMME_FILE } from '../../workspace/layout.ts';
import type { Withheld } from '../../workspace/submitted.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import type { Composed } from '../documents/compose.ts';
import { shippedProgrammes } from '../load.ts';
import { versionOf } from '../version.ts';

/** What a manifest is made of. */
export interface Contents {
  readonly strands: readonly string[];
  readonly on: IsoDate;
  readonly visit: IsoDate | null;
  readonly commit: string | null;
  readonly documents: readonly Composed[];
  /** The bytes of each file, by its path in the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly withheld: readonly Withheld[];
}

/** What is in an archive, and what is claimed on it. */
export function manifestOf(
  world: World,
  workspace: Workspace,
  { strands, on, visit, commit, documents, files, withheld }: Contents,
): SubmissionFile {
  const school = seen(workspace.settings)?.school;
  return {
    format: 1,
    kind: 'submission',
    tool: { name: 'lem', version: versionOf(world) },
    school: { name: school?.name ?? '', urn: school?.urn ?? null },
    programme: { id: workspace.programme.id, sha256: programmeSha256(world, workspace) },
    on,
    ...(visit === null ? {} : { visit }),
    commit,
    strands: strands.map((strand) => ({
      ...claimOf(workspace, strand, on),
      summary: documents.find(({ path }) => path === documentPath(strand))?.digest ?? '',
    })),
    withheld,
    files: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, bytes]) => ({ path, size: bytes.length, sha256: world.files.fingerprint(bytes) })),
  };
}

/** The SHA-256 of the edition that a workspace works to, taken of its text with plain line ends. */
export function programmeSha256(world: World, { programme, sources }: Workspace): string {
  const text = sources.get(PROGRAMME_FILE)?.text ?? shippedProgrammes(world).get(programme.id) ?? '';
  return world.files.textDigest(text);
}
