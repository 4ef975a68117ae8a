import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Listing, ReadingList } from '../model/listing.ts';
import { bad, UNFIT } from './entry.ts';
import { listFrom, type Readable } from './list-from.ts';
import { readAsset, readEntry } from './read.ts';

/** Everything of a folder that is on the list, read once. No link is followed, so that nothing outside is read. */
export function list(root: string, reading: ReadingList): Listing {
  const real = realpathSync(root);
  const from: Readable = {
    entry: (path) => readEntry(join(real, path)),
    asset: (path) => readAsset(join(real, path)),
    names: (folder) => namesIn(join(real, folder)),
  };
  return listFrom(from, reading);
}

function namesIn(path: string): ReturnType<Readable['names']> {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (stat.isSymbolicLink()) return UNFIT.link;
  if (!stat.isDirectory()) return UNFIT.file;
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return bad('file/unreadable', 'This folder can’t be read.', 'Give yourself permission to read it.');
  }
}
