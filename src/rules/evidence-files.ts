import type { Asset } from '../model/listing.ts';
import { at, type Place } from '../model/place.ts';
import { assetPath } from '../workspace/layout.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { each } from './files.ts';

/** A file that an evidence item lists. */
export interface ListedFile {
  readonly item: string;
  readonly sha256: string | undefined;
  /** Its path in the workspace; null where it would lead out of the item's folder. */
  readonly path: string | null;
  /** What lies there, if anything does. */
  readonly asset: Asset | undefined;
  readonly place: (key: 'path' | 'sha256') => Place;
}

/** Every file that an evidence item lists. */
export function* listedFiles(workspace: Workspace): Iterable<ListedFile> {
  for (const { id, file, value } of each(workspace.evidence)) {
    for (const [index, listed] of (value.files ?? []).entries()) {
      const path = assetPath(id, listed.path);
      yield {
        item: id,
        sha256: listed.sha256,
        path,
        asset: path === null ? undefined : workspace.assets.get(path),
        place: (key) => at(file, 'files', index, key),
      };
    }
  }
}
