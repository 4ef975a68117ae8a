/** Somewhere to print to: a process's stdout or stderr, or a test's own. */
export interface Stream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}
