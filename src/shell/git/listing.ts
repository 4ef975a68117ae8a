import type { Asset, Entry, Listing, ReadingList } from '../../model/listing.ts';
import { UNFIT } from '../entry.ts';
import { listFrom, type Readable } from '../list-from.ts';
import type { TreeEntry } from './tree.ts';

/** How deep below the workspace files lie, and how many there are, at most. */
const DEEPEST = 12;
const MOST_FILES = 200_000;

/** What stands for an id: the entries of a folder, or null where they are not to be had; a text; a file of evidence. */
export interface Readers {
  readonly treeOf: (id: string) => Promise<readonly TreeEntry[] | null>;
  readonly entryOf: (id: string) => Promise<Entry>;
  readonly assetOf: (id: string) => Promise<Asset>;
}

interface Node extends TreeEntry {
  /** What is in a folder. */
  readonly inside: readonly TreeEntry[];
}

type Nodes = ReadonlyMap<string, Node>;

/** Everything of a folder in a commit that is on the list; null where a part of it is not to be had. */
export async function listTree(
  top: readonly TreeEntry[],
  reading: ReadingList,
  { treeOf, entryOf, assetOf }: Readers,
): Promise<Listing | null> {
  const nodes = await nodesIn(top, reading, treeOf);
  if (nodes === null) return null;
  // What is wanted is found by listing it, so that the list decides and nothing else is read.
  const entries = new Map<string, Entry | undefined>();
  const assets = new Map<string, Asset | undefined>();
  const note = {
    entry: (path: string) => void entries.set(path, undefined),
    asset: (path: string) => void assets.set(path, undefined),
  };
  listFrom(readable(nodes, note.entry, note.asset), reading);
  await Promise.all([
    ...[...entries.keys()].map(async (path) => {
      const node = nodes.get(path);
      if (node !== undefined) entries.set(path, node.kind === 'file' ? await entryOf(node.id) : UNFIT[node.kind]);
    }),
    ...[...assets.keys()].map(async (path) => {
      const node = nodes.get(path);
      if (node?.kind === 'file') assets.set(path, await assetOf(node.id));
    }),
  ]);
  return listFrom(
    readable(
      nodes,
      (path) => entries.get(path),
      (path) => assets.get(path),
    ),
    reading,
  );
}

/** Everything below the folders of the list, by path; null where a part of it is not to be had, or there is far too much. */
async function nodesIn(
  top: readonly TreeEntry[],
  { files, folders }: ReadingList,
  treeOf: Readers['treeOf'],
): Promise<Nodes | null> {
  const nodes = new Map<string, Node>();
  let isWhole = true;
  // Counted before they are looked at: a few folders in one another can stand for any number of paths.
  let left = MOST_FILES;
  const add = async (path: string, entry: TreeEntry, depth: number): Promise<void> => {
    const inside = entry.kind === 'folder' ? await treeOf(entry.id) : [];
    left -= inside?.length ?? 0;
    if (inside === null || left < 0) isWhole = false;
    if (!isWhole || inside === null) return;
    nodes.set(path, { ...entry, inside });
    if (depth > 0) await Promise.all(inside.map((each) => add(`${path}/${each.name}`, each, depth - 1)));
  };
  const wanted = top.filter(({ name }) => files.includes(name) || Object.hasOwn(folders, name));
  await Promise.all(wanted.map((entry) => add(entry.name, entry, Object.hasOwn(folders, entry.name) ? DEEPEST : 0)));
  return isWhole ? nodes : null;
}

function readable(
  nodes: Nodes,
  entry: (path: string) => Entry | undefined,
  asset: (path: string) => Asset | undefined,
): Readable {
  return {
    entry: (path) => entry(path) ?? null,
    asset: (path) => asset(path) ?? null,
    names: (path) => {
      const node = nodes.get(path);
      if (node === undefined) return null;
      if (node.kind !== 'folder') return UNFIT[node.kind];
      return node.inside.map(({ name, kind }) => ({ name, isFolder: kind === 'folder' }));
    },
  };
}
