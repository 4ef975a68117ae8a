import type { Mapping } from '../../workspace/mapping.ts';
import { becomes, type Turns } from '../../workspace/mapping.ts';

/** What becomes of strands and elements on a way over one or several mappings. */
export interface Moves {
  readonly way: readonly Mapping[];
  readonly strands: (id: string) => readonly string[];
  readonly elements: (id: string) => readonly string[];
  /** The one that a strand has become and that came from nothing else; null where it was joined, split or ended. */
  readonly renamed: (strand: string) => string | null;
}

export function movesOf(way: readonly Mapping[]): Moves {
  const along = (id: string, of: (mapping: Mapping) => Turns): readonly string[] =>
    way.reduce<readonly string[]>(
      (ids, mapping) => [...new Set(ids.flatMap((each) => becomes(of(mapping), each)))],
      [id],
    );
  const strands = (id: string): readonly string[] => along(id, (mapping) => mapping.strands);
  const left = [...(way[0]?.strands.becomes.keys() ?? [])];
  return {
    way,
    strands,
    elements: (id) => along(id, (mapping) => mapping.elements),
    renamed: (strand) => {
      const [to, ...more] = strands(strand);
      if (to === undefined || more.length > 0) return null;
      return left.some((other) => other !== strand && strands(other).includes(to)) ? null : to;
    },
  };
}

/** A list of ids as it reads after the move: each once, in the order it had. */
export function movedList(list: readonly string[], move: (id: string) => readonly string[]): readonly string[] {
  return [...new Set(list.flatMap(move))];
}
