import { exactly, surelyMeant } from '../../model/nearest.ts';
import { oneLine } from '../../workspace/scaffold-text.ts';

/** Who was at a meeting, and those of them that nobody knows of. */
export interface People {
  readonly names: readonly string[];
  /** Names that are not known, each with the one that was surely meant. */
  readonly unknown: readonly { readonly name: string; readonly meant: string | null }[];
}

/**
 * Reads names as they were given, one or several with commas between: each is written as it is known, in its order and
 * once. Others are taken as they are: guests come too.
 */
export function peopleNamed(given: readonly string[], known: readonly string[]): People {
  const pairs = known.map((name) => [name, name] as const);
  const names = new Set<string>();
  const unknown: { name: string; meant: string | null }[] = [];
  for (const words of given) {
    // A known name may itself have a comma in it.
    const parts = exactly(words, pairs) === null ? words.split(',') : [words];
    for (const name of parts.map(oneLine).filter((part) => part !== '')) {
      const found = exactly(name, pairs);
      if (found === null && !names.has(name)) unknown.push({ name, meant: surelyMeant(name, pairs) });
      names.add(found ?? name);
    }
  }
  return { names: [...names], unknown };
}
