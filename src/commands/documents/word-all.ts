import type { IsoDate } from '../../model/calendar.ts';
import type { World } from '../../world.ts';
import type { Composed } from './compose.ts';

/** The documents as files for Word; null for one that can't be made so. */
export async function wordAll(
  world: World,
  documents: readonly Composed[],
  on: IsoDate,
): Promise<readonly (Uint8Array | null)[]> {
  const { write } = await world.word();
  const files: (Uint8Array | null)[] = [];
  for (const { word, digest, logo } of documents) {
    files.push(word === undefined ? null : await write(await word({ digest, logo }), on));
  }
  return files;
}
