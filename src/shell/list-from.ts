import type { Asset, Entry, Listing, ReadingList } from '../model/listing.ts';
import { bad } from './entry.ts';
import { textDigest } from './read.ts';

/** How many files of evidence are looked at in one workspace. */
const MOST_ASSETS = 100_000;
const DEEPEST_ASSET = 8;

/** Where a workspace is read from: a folder on disk, or one in a commit. Paths are relative to it. */
export interface Readable {
  /** A text file, why it can't be read as one, or null where there is nothing. */
  readonly entry: (path: string) => Entry | null;
  /** An ordinary file; null for anything else. */
  readonly asset: (path: string) => Asset | null;
  /** What is in a folder, in any order; why that can't be told; or null where there is none. */
  readonly names: (folder: string) => readonly Name[] | Entry | null;
}

interface Name {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Everything that is on the list, read once. */
export function listFrom(from: Readable, reading: ReadingList): Listing {
  const entries = new Map<string, Entry>();
  const assets = new Map<string, Asset>();
  const digests = new Map<string, string>();
  for (const name of reading.files) {
    const entry = from.entry(name);
    addEntry(name, entry);
    if (entry?.kind === 'text' && reading.pinned.includes(name)) digests.set(name, textDigest(entry.text));
  }
  for (const [folder, depth] of Object.entries(reading.folders)) visit(folder, depth);
  return { entries, assets, digests };

  function visit(folder: string, depth: number): void {
    const names = from.names(folder);
    if (names === null) return;
    if ('kind' in names) {
      entries.set(folder, names);
      return;
    }
    for (const { name, isFolder } of sorted(names)) {
      const path = `${folder}/${name}`;
      if (isFolder && !name.endsWith('.yaml')) {
        if (depth > 1) visit(path, depth - 1);
        else if (folder.startsWith(`${reading.assets}/`)) addAssets(path, DEEPEST_ASSET);
      } else if (folder.startsWith(`${reading.assets}/`) && !reading.isOwn(path)) addAsset(path);
      else if (name.endsWith('.yaml')) addEntry(path, from.entry(path));
      else if (name.endsWith('.yml')) addEntry(path, otherEnding(name));
    }
  }

  function addEntry(path: string, entry: Entry | null): void {
    if (entry !== null) entries.set(path, entry);
  }

  function addAssets(folder: string, depth: number): void {
    const names = from.names(folder);
    if (names === null || 'kind' in names) return;
    for (const { name, isFolder } of sorted(names)) {
      if (!isFolder) addAsset(`${folder}/${name}`);
      else if (depth > 0) addAssets(`${folder}/${name}`, depth - 1);
    }
  }

  function addAsset(path: string): void {
    if (assets.size >= MOST_ASSETS) return;
    const asset = from.asset(path);
    if (asset !== null) assets.set(path, asset);
  }
}

function sorted(names: readonly Name[]): readonly Name[] {
  return names.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function otherEnding(name: string): Entry {
  const hint = `Rename it to ${name.replace(/\.yml$/, '.yaml')}.`;
  return bad('file/unexpected', 'lem reads files that end in .yaml, and this one ends in .yml.', hint);
}
