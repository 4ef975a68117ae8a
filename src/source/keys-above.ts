/** What a line of YAML begins with: a dash or dashes if any, then its key if it has one. */
interface Start {
  readonly column: number;
  readonly isItem: boolean;
  readonly key: string | null;
  readonly keyColumn: number;
}

const START = /^( *)((?:- +)*)(?:("[^"]*"|'[^']*'|[^\s#"'|>{[-][^:]*):(?=\s|$))?/;

/** A line's start; null for one that says nothing. */
function startOf(line: string): Start | null {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  const [, indent = '', dashes = '', key] = START.exec(line) ?? [];
  return {
    column: indent.length,
    isItem: dashes !== '' || trimmed === '-',
    key: key?.replace(/^["']|["']$/g, '') ?? null,
    keyColumn: indent.length + dashes.length,
  };
}

/**
 * The keys that lines stand under, from the outermost in. It goes by how far lines are indented alone, and so works where
 * a text can't be parsed.
 * @param before the text above the lines
 * @param versions what the lines say, in versions: a key that all of them begin with is the last of those told
 */
export function keysAbove(before: string, versions: readonly string[]): readonly string[] {
  const starts = versions.map(
    (version) =>
      version
        .split('\n')
        .map(startOf)
        .find((start) => start !== null) ?? null,
  );
  const start = starts.find((each) => each !== null) ?? null;
  if (start === null) return [];
  const isShared = starts.every((each) => each?.key === start.key && each.keyColumn === start.keyColumn);
  const keys = isShared && start.key !== null ? [start.key] : [];
  let limit = start.isItem ? start.column + 1 : start.column;
  for (const line of before.split('\n').reverse()) {
    const above = limit === 0 ? null : startOf(line);
    if (above === null || above.column >= limit) continue;
    if (above.key !== null && above.keyColumn < limit) keys.unshift(above.key);
    limit = above.isItem ? above.column + 1 : above.column;
  }
  return keys;
}
