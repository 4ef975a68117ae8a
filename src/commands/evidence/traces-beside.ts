import { photoFormatOf } from '../../model/photo-format.ts';
import type { World } from '../../world.ts';

/** Beyond this a file is not looked into. In bytes. */
const LARGEST = 100_000_000;

/** A photo, and the names of what it holds that says where or by whom it was taken. */
export interface Traced {
  readonly path: string;
  readonly names: readonly string[];
}

/** The photos of an item that were put there by hand, as a camera wrote them. Where that can't be told, nothing is said. */
export async function tracesBeside(
  { files, photos }: World,
  root: string,
  id: string,
  paths: readonly string[],
): Promise<readonly Traced[]> {
  const found: Traced[] = [];
  for (const path of paths) {
    const given = files.readGiven(files.resolve(root, `evidence/${id}/${path}`), LARGEST);
    if (given.state !== 'read' || photoFormatOf(given.bytes, path) === null) continue;
    const opened = await photos();
    const names = opened.state === 'ready' ? ((await opened.tracesIn(given.bytes)) ?? []) : [];
    if (names.length > 0) found.push({ path, names });
  }
  return found;
}
