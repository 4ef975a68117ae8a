import type { EvidenceFile } from '../model/files.generated.ts';
import { assetPath } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A file that an evidence item lists, and what has become of it. */
export interface FileFacts {
  /** As it is listed. */
  readonly path: string;
  /** Its fingerprint of today; null where it is not there, or too large for one. */
  readonly sha256: string | null;
  /** Whether it is there, and the same as when it was reviewed. */
  readonly state: 'sound' | 'changed' | 'missing';
}

/** The files that an item lists, in order, and the paths of those that lie in its folder and are not listed. */
export function evidenceFiles(
  { assets }: Workspace,
  id: string,
  item: EvidenceFile,
): { readonly files: readonly FileFacts[]; readonly unlisted: readonly string[] } {
  const listed = new Set<string | null>();
  const files = (item.files ?? []).map(({ path, sha256 }): FileFacts => {
    const where = assetPath(id, path);
    listed.add(where);
    const asset = where === null ? undefined : assets.get(where);
    if (asset === undefined) return { path, sha256: null, state: 'missing' };
    const isChanged = sha256 !== undefined && asset.sha256 !== null && asset.sha256 !== sha256;
    return { path, sha256: asset.sha256, state: isChanged ? 'changed' : 'sound' };
  });
  const folder = `evidence/${id}/`;
  const unlisted = [...assets.keys()].filter((path) => path.startsWith(folder) && !listed.has(path));
  return { files, unlisted: unlisted.map((path) => path.slice(folder.length)) };
}
