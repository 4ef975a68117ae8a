import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset, Entry, Listing, ReadingList } from '../model/listing.ts';
import { bad, LINK, readAsset, readEntry, textDigest } from './read.ts';

/** How many files of evidence are looked at in one workspace. */
const MOST_ASSETS = 100_000;
const DEEPEST_ASSET = 8;

/** Everything of a folder that is on the list, read once. No link is followed, so that nothing outside is read. */
export function list(root: string, reading: ReadingList): Listing {
  const entries = new Map<string, Entry>();
  const assets = new Map<string, Asset>();
  const digests = new Map<string, string>();
  const real = realpathSync(root);
  for (const name of reading.files) {
    const entry = readEntry(join(real, name));
    if (entry !== null) entries.set(name, entry);
    if (entry?.kind === 'text' && reading.pinned.includes(name)) digests.set(name, textDigest(entry.text));
  }
  for (const [folder, depth] of Object.entries(reading.folders)) visit(folder, depth);
  return { entries, assets, digests };

  function visit(folder: string, depth: number): void {
    const names = namesIn(real, folder);
    if (typeof names === 'object' && 'fault' in names) {
      if (names.fault !== null) entries.set(folder, names.fault);
      return;
    }
    for (const { name, isFolder } of names) {
      const path = `${folder}/${name}`;
      if (isFolder && !name.endsWith('.yaml')) {
        if (depth > 1) visit(path, depth - 1);
        else if (folder.startsWith(`${reading.assets}/`)) addAssets(path, DEEPEST_ASSET);
      } else if (folder.startsWith(`${reading.assets}/`) && !reading.isOwn(path)) addAsset(path);
      else if (name.endsWith('.yaml')) addEntry(path, readEntry(join(real, path)));
      else if (name.endsWith('.yml')) addEntry(path, otherEnding(name));
    }
  }

  function addEntry(path: string, entry: Entry | null): void {
    if (entry !== null) entries.set(path, entry);
  }

  function addAssets(folder: string, depth: number): void {
    const names = namesIn(real, folder);
    if (!Array.isArray(names)) return;
    for (const { name, isFolder } of names) {
      if (!isFolder) addAsset(`${folder}/${name}`);
      else if (depth > 0) addAssets(`${folder}/${name}`, depth - 1);
    }
  }

  function addAsset(path: string): void {
    if (assets.size >= MOST_ASSETS) return;
    const asset = readAsset(join(real, path));
    if (asset !== null) assets.set(path, asset);
  }
}

function namesIn(
  root: string,
  folder: string,
): { readonly name: string; readonly isFolder: boolean }[] | { readonly fault: Entry | null } {
  const path = join(root, folder);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { fault: null };
  if (stat.isSymbolicLink()) return { fault: LINK };
  if (!stat.isDirectory())
    return { fault: bad('file/unexpected', 'A file stands where lem keeps a folder.', 'Move it elsewhere.') };
  try {
    return readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return { fault: bad('file/unreadable', 'This folder can’t be read.', 'Give yourself permission to read it.') };
  }
}

function otherEnding(name: string): Entry {
  const hint = `Rename it to ${name.replace(/\.yml$/, '.yaml')}.`;
  return bad('file/unexpected', 'lem reads files that end in .yaml, and this one ends in .yml.', hint);
}
