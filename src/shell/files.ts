import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asset, Entry, EntryFault, Listing, ReadingList } from '../model/listing.ts';

/** YAML files beyond this are not read. In bytes. */
const LARGEST_TEXT = 1_000_000;
/** Evidence files beyond this are not fingerprinted. In bytes. */
const LARGEST_HASHED = 100_000_000;
/** How many files of evidence are looked at in one workspace. */
const MOST_ASSETS = 20_000;
const DEEPEST_ASSET = 8;

/** The file system as commands see it; what it must never do is follow a link out of a workspace. */
export const files = {
  resolve: (folder: string, path: string): string => resolve(folder, path),
  shown: (folder: string, path: string): string => {
    const shown = relative(folder, path);
    return shown === '' ? '.' : shown.startsWith('..') || isAbsolute(shown) ? path : shown.split(sep).join('/');
  },
  findUp,
  list,
  readText: (path: string): Entry | null => (existsSync(path) ? readEntry(path) : null),
  readBytes: (path: string): Uint8Array | null => {
    try {
      return statSync(path).isFile() ? readFileSync(path) : null;
    } catch {
      return null;
    }
  },
  walk: (folder: string): readonly string[] => (existsSync(folder) ? walk(folder, '', 12) : []),
  exists,
  shipped: (path: string): string => readFileSync(join(packageRoot(), path), 'utf8'),
  shippedFolder: (path: string): string => join(packageRoot(), path),
};

/** Whether there is anything at a path, a broken link too; a path that leads through a file leads nowhere. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function findUp(folder: string, name: string): string | null {
  for (let here = resolve(folder); ; here = dirname(here)) {
    if (existsSync(join(here, name))) return here;
    if (dirname(here) === here) return null;
  }
}

function list(root: string, reading: ReadingList): Listing {
  const entries = new Map<string, Entry>();
  const assets = new Map<string, Asset>();
  const real = realpathSync(root);
  for (const name of reading.files) {
    const entry = lookAt(real, name);
    if (entry !== null) entries.set(name, entry);
  }
  for (const [folder, depth] of Object.entries(reading.folders)) visit(folder, depth);
  return { entries, assets };

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
      else if (name.endsWith('.yaml')) addEntry(path, lookAt(real, path));
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
    const asset = assetAt(real, path);
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

const LINK = bad('file/unexpected', 'This is a link, and lem does not follow links.', 'Put the file itself here.');

function lookAt(root: string, path: string): Entry | null {
  const full = join(root, path);
  const stat = lstatSync(full, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (stat.isSymbolicLink()) return LINK;
  return readEntry(full);
}

function readEntry(path: string): Entry {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory())
    return bad('file/unexpected', 'A folder stands where lem keeps a file.', 'Move it elsewhere.');
  if (stat === undefined || !stat.isFile())
    return bad('file/unexpected', 'This is not an ordinary file.', 'Put an ordinary file here.');
  if (stat.size > LARGEST_TEXT)
    return bad('file/too-large', 'This file is larger than lem reads.', 'Keep each file under 1 MB.');
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return bad('file/unreadable', 'This file can’t be read.', 'Give yourself permission to read it.');
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return bad('file/not-text', 'This file is not UTF-8 text.', 'Save it again as UTF-8.');
  }
}

function assetAt(root: string, path: string): Asset | null {
  let handle: number;
  try {
    handle = openSync(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return null;
    if (stat.size > LARGEST_HASHED) return { size: stat.size, sha256: null };
    return { size: stat.size, sha256: createHash('sha256').update(readFileSync(handle)).digest('hex') };
  } catch {
    return null;
  } finally {
    closeSync(handle);
  }
}

function walk(root: string, folder: string, depth: number): string[] {
  if (depth === 0) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? walk(root, path, depth - 1) : entry.isFile() ? [path] : [];
    });
}

function bad(code: EntryFault, message: string, hint: string): Entry {
  return { kind: 'bad', code, message, hint };
}

let root: string | null = null;

/** The folder of the package, whether lem runs from its sources or from its bundle. */
function packageRoot(): string {
  root ??= findUp(dirname(fileURLToPath(import.meta.url)), 'package.json');
  if (root === null) throw new Error('The files that come with lem are not there.');
  return root;
}
