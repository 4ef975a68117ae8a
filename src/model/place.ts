/** A step from a node to one of its children: a key of a map or an index of a list. */
export type Step = string | number;

/** Where something stands: a file of the workspace, the path to a node in it, and whether the node's key or value is meant. */
export interface Place {
  readonly file: string;
  readonly path: readonly Step[];
  readonly part: 'key' | 'value';
}

/** The value at a path, or the whole file where the path is empty. */
export function at(file: string, ...path: Step[]): Place {
  return { file, path, part: 'value' };
}

/** The key at a path: for findings about the name and not what it holds. */
export function keyAt(file: string, ...path: Step[]): Place {
  return { file, path, part: 'key' };
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointer(path: readonly Step[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A stretch of a file. Lines and columns start at 1; columns count UTF-16 units; the end is just past the last one. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
