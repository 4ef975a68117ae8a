import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asEntry } from './entry.ts';
import { list } from './listing.ts';
import { fingerprint, readEntry, readGiven, textDigest } from './read.ts';

/** The file system as commands see it; what it must never do is follow a link out of a workspace. */
export const files = {
  resolve: (folder: string, path: string): string => resolve(folder, path),
  shown: (folder: string, path: string): string => {
    const shown = relative(folder, path);
    return shown === '' ? '.' : shown.startsWith('..') || isAbsolute(shown) ? path : shown.split(sep).join('/');
  },
  findUp,
  list,
  asEntry,
  readText: readEntry,
  readBytes: (path: string): Uint8Array | null => {
    try {
      return statSync(path).isFile() ? readFileSync(path) : null;
    } catch {
      return null;
    }
  },
  readGiven,
  fingerprint,
  textDigest,
  walk: (folder: string): readonly string[] => (existsSync(folder) ? walk(folder, '', 12) : []),
  foldersWith: (folder: string, name: string): readonly string[] => foldersWith(resolve(folder), name, DEEPEST),
  filesOutside: (folder: string, name: string, ending: string): readonly string[] =>
    filesOutside(resolve(folder), name, ending, DEEPEST),
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

/** How deep below a folder workspaces are looked for. */
const DEEPEST = 6;

function foldersWith(folder: string, name: string, depth: number): string[] {
  const entries = inFolder(folder);
  if (entries.some((entry) => entry.name === name)) return [folder];
  if (depth === 0) return [];
  return entries.filter(isToBeEntered).flatMap((entry) => foldersWith(join(folder, entry.name), name, depth - 1));
}

function filesOutside(folder: string, name: string, ending: string, depth: number): string[] {
  const entries = inFolder(folder);
  if (entries.some((entry) => entry.name === name)) return [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return entry.name.toLowerCase().endsWith(ending) && !entry.name.startsWith('.') ? [path] : [];
    return depth > 0 && isToBeEntered(entry) ? filesOutside(path, name, ending, depth - 1) : [];
  });
}

function inFolder(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isToBeEntered(entry: Dirent): boolean {
  return entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
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

let root: string | null = null;

/** The folder of the package, whether lem runs from its sources or from its bundle. */
function packageRoot(): string {
  root ??= findUp(dirname(fileURLToPath(import.meta.url)), 'package.json');
  if (root === null) throw new Error('The files that come with lem are not there.');
  return root;
}
