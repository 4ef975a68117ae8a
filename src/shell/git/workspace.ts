import type { Asset, Entry, Listing, ReadingList } from '../../model/listing.ts';
import type { Repository, Stamp } from '../../world.ts';
import { UNFIT } from '../entry.ts';
import { keeper } from '../keeper.ts';
import { readAsset, readEntry } from './blob.ts';
import { listTree } from './listing.ts';
import type { Objects } from './objects.ts';
import { entriesOf, type TreeEntry } from './tree.ts';

/** In bytes. No folder that a person keeps comes near it. */
const LARGEST_TREE = 8_000_000;
/** How much of trees is kept, in bytes, and of texts, in characters. */
const KEPT_TREES = 4_000_000;
const KEPT_TEXTS = 16_000_000;
/** How deep below the repository's top a workspace is looked for, in how many folders, and how many are found at most. */
const DEEPEST_WORKSPACE = 6;
const MOST_FOLDERS = 50_000;
const MOST_FOUND = 10_000;
/** How many files of evidence are kept, by size and fingerprint. */
const KEPT_ASSETS = 200_000;

type Tree = readonly TreeEntry[];

interface InFolder {
  readonly folder: string;
  readonly id: string;
}

/**
 * What is in a repository's commits, read as `listing` reads it from disk. Each text is read once, and so is the same
 * entry wherever and whenever it stands.
 * @param rootOf the tree of a commit
 */
export function treesIn(
  objects: Objects,
  rootOf: (commit: string) => string,
): Pick<Repository, 'stamp' | 'read' | 'filesNamed' | 'list'> {
  const treeOf = keeper<Tree | null>(KEPT_TREES, async (id) => {
    const bytes = await objects.bytesOf(id, LARGEST_TREE);
    const value = bytes === null ? null : [...entriesOf(bytes, id.length / 2)];
    return { value, size: bytes?.length ?? 0 };
  });
  const entryOf = keeper<Entry>(KEPT_TEXTS, async (id) => {
    const value = await readEntry(objects, id);
    return { value, size: value.kind === 'text' ? value.text.length : 0 };
  });
  const assetOf = keeper<Asset>(KEPT_ASSETS, async (id) => ({ value: await readAsset(objects, id), size: 1 }));
  const found = new Map<string, readonly InFolder[]>();

  /** A folder of a commit; undefined where there is none, null where it can't be had. */
  async function folderAt(commit: string, path: string): Promise<Tree | null | undefined> {
    let tree = await treeOf(rootOf(commit));
    for (const name of path.split('/').filter((part) => part !== '')) {
      const entry = tree?.find((each) => each.name === name);
      if (tree === null) return null;
      if (entry?.kind !== 'folder') return undefined;
      tree = await treeOf(entry.id);
    }
    return tree;
  }

  async function stamp(commit: string, folder: string, names: readonly string[]): Promise<Stamp> {
    const tree = await folderAt(commit, folder);
    if (tree === undefined) return { state: 'absent' };
    if (tree === null) return { state: 'lost' };
    const parts = tree.filter(({ name }) => names.includes(name)).map(({ name, kind, id }) => `${kind} ${id} ${name}`);
    return { state: 'there', parts };
  }

  async function read(commit: string, folder: string, name: string): Promise<Entry | null> {
    const entry = (await folderAt(commit, folder))?.find((each) => each.name === name);
    if (entry === undefined) return null;
    return entry.kind === 'file' ? entryOf(entry.id) : UNFIT[entry.kind];
  }

  async function filesNamed(commit: string, name: string): Promise<readonly InFolder[]> {
    let left = MOST_FOLDERS;
    return below(rootOf(commit), DEEPEST_WORKSPACE);

    async function below(id: string, depth: number): Promise<readonly InFolder[]> {
      const key = `${id} ${depth} ${name}`;
      const known = found.get(key);
      if (known !== undefined || left-- <= 0) return known ?? [];
      const tree = (await treeOf(id)) ?? [];
      const here = tree.find((entry) => entry.name === name);
      const files: InFolder[] = here === undefined ? [] : [{ folder: '', id: here.id }];
      for (const entry of here !== undefined || depth === 0 ? [] : tree) {
        if (entry.kind !== 'folder' || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        for (const { folder, id } of (await below(entry.id, depth - 1)).slice(0, MOST_FOUND - files.length))
          files.push({ folder: folder === '' ? entry.name : `${entry.name}/${folder}`, id });
      }
      found.set(key, files);
      return files;
    }
  }

  async function list(commit: string, folder: string, reading: ReadingList): Promise<Listing | null> {
    const top = await folderAt(commit, folder);
    return top ? listTree(top, reading, { treeOf, entryOf, assetOf }) : null;
  }

  return { stamp, read, filesNamed, list };
}
