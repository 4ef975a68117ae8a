import { type Outcome, unusable } from '../../model/outcome.ts';
import type { PhotoFormat } from '../../model/photo-format.ts';
import { folded, freeName, parted, safeFileName } from '../../workspace/file-name.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { World } from '../../world.ts';
import { takeContent } from './take-content.ts';

/** A file as it will lie beside an evidence item. */
export interface TakenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly isPhoto: boolean;
  /** What was done to it and what to know of it. */
  readonly notes: readonly string[];
}

/** What files are taken into. */
export interface Into {
  readonly root: string;
  readonly workspace: Workspace;
  /** The item they are added to; null for a new one. */
  readonly item: string | null;
  /** Whether photos are taken as they are. */
  readonly keepsMetadata: boolean;
}

/** A file as the user gave it: where it is, and how that was written. */
export interface GivenPath {
  readonly path: string;
  readonly shown: string;
}

/**
 * Reads files that the user gave and makes them fit to lie in a workspace: photos without what cameras write into them,
 * under names that every system takes. The files themselves are left as they are.
 */
export async function takeFiles(
  world: World,
  into: Into,
  paths: readonly GivenPath[],
): Promise<{ readonly files: readonly TakenFile[] } | { readonly refusal: Outcome }> {
  const files: TakenFile[] = [];
  for (const given of paths) {
    const within = world.files.shown(into.root, given.path);
    const base = safeFileName(given.path);
    const unfit = unfitByName(within, base, given);
    if (unfit !== null) return { refusal: unfit };
    const content = await takeContent(world, into, { ...given, base }, files);
    if ('refusal' in content) return content;
    const { bytes, sha256, format, note } = content;
    const name = freeName(rightEnding(base, format), (each) => isTaken(world, into, files, each));
    const notes = [
      ...(isNameOf(given.path, name) ? [] : [`${given.shown} is kept under this name`]),
      ...(note === null ? [] : [note]),
      ...(within === given.path ? [] : [`${within} lies in the workspace too: remove it before you commit`]),
    ];
    files.push({ name, bytes, sha256, isPhoto: format !== null, notes });
  }
  return { files };
}

/** Why a file can't be evidence, as its place or name says; null where they say nothing against it. */
function unfitByName(within: string, base: string, { path, shown }: GivenPath): Outcome | null {
  const item = /^evidence\/([^/]+)\/./.exec(within)?.[1];
  if (item !== undefined)
    return unusable(
      `${within} lies in the folder of an evidence item already.`,
      `To list it there: lem evidence review ${item} --files. To have a photo cleaned, move it out first.`,
    );
  if (OF_GIT.test(path)) return unusable(`${shown} belongs to git, and is no evidence.`, 'Leave it out.');
  if (!LEFT_BEHIND.test(base)) return null;
  return unusable(`${shown} is what a system or program leaves behind, and no evidence.`, 'Leave it out.');
}

/** Git keeps passwords for other machines there. */
const OF_GIT = /[/\\]\.git(?:[/\\]|$)/i;
/** Git leaves these out by the .gitignore of a workspace. */
const LEFT_BEHIND = /^(?:~\$.*|~lock\..*|DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** A photo's name with an ending of its format, whatever it was called. */
function rightEnding(name: string, format: PhotoFormat | null): string {
  const [stem, ending] = parted(name);
  const [right] = format?.endings ?? [];
  if (right === undefined || format?.endings.includes(ending.toLowerCase())) return name;
  return /^\.[a-z]\w{1,4}$/i.test(ending) ? stem + right : name + right;
}

function isTaken(world: World, { root, workspace, item }: Into, files: readonly TakenFile[], name: string): boolean {
  const wanted = folded(name);
  if (wanted === 'evidence.yaml' || files.some((file) => folded(file.name) === wanted)) return true;
  if (item === null) return false;
  const isBeside = [...workspace.assets.keys()].some((path) => {
    const [, owner, first = ''] = path.split('/');
    return owner === item && folded(first) === wanted;
  });
  return isBeside || world.files.exists(world.files.resolve(root, `evidence/${item}/${name}`));
}

/** Whether a path leads to a file of this name, however its accents are written. */
function isNameOf(path: string, name: string): boolean {
  const plain = path.normalize('NFC');
  return plain.endsWith(name) && /[/\\]/.test(plain.charAt(plain.length - name.length - 1));
}
