/** What a name in a folder of a commit stands for. A link or a module, which is another repository, is never followed. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: 'folder' | 'file' | 'link' | 'module';
  readonly id: string;
}

const KINDS: { readonly [mode: string]: TreeEntry['kind'] } = {
  '40000': 'folder',
  '120000': 'link',
  '160000': 'module',
};

/**
 * The entries of a tree object as git stores it: for each the mode in octal digits, a space, the name, a zero byte and
 * the bytes of the id. A tree that breaks off has the entries before that.
 * @param length of an id, in bytes: 20, or 32 in a repository with SHA-256
 */
export function* entriesOf(tree: Buffer, length: number): Generator<TreeEntry> {
  for (let at = 0; at < tree.length; ) {
    const space = tree.indexOf(0x20, at);
    const zero = tree.indexOf(0, space);
    const end = zero + 1 + length;
    if (space === -1 || zero === -1 || end > tree.length) return;
    const kind = KINDS[tree.toString('latin1', at, space)] ?? 'file';
    yield { name: tree.toString('utf8', space + 1, zero), kind, id: tree.toString('hex', zero + 1, end) };
    at = end;
  }
}
