import { pointer } from '../model/place.ts';
import type { Proof } from '../model/verdict.ts';

/** Larger searches than this are not gone through to the end; no programme so far comes near it. In steps. */
const MOST_STEPS = 200_000;

/** Where many parts would do, so many more than are needed are looked at: those that take least. */
const MOST_SPARE = 12;

/** A node that must be reached, and the ways to do so. */
interface Choice {
  readonly options: readonly (readonly string[])[];
}

/**
 * The fewest facts that would have to become true for everything that is asked for to be met, in the order in which they
 * are met with. A fact that several requirements rest on counts once: where a requirement leaves a choice, the one is
 * taken that helps elsewhere too. What can't be told counts as open, since its file must be mended first.
 */
export function shortestWay(asked: readonly Proof[]): readonly Proof[] {
  const facts = new Map<string, Proof>();
  const base = new Set<string>();
  const choices: Choice[] = [];
  for (const proof of asked) gather(proof);
  const chosen = smallest(base, choices);
  return [...facts].flatMap(([id, fact]) => (chosen.has(id) ? [fact] : []));

  /** Facts that are needed whatever is chosen go to the base; the rest is a choice. */
  function gather(proof: Proof): void {
    if (proof.outcome === 'met') return;
    const ways = waysTo(proof, facts);
    const [only] = ways;
    if (ways.length === 1 && only !== undefined) for (const id of only) base.add(id);
    else if (proof.parts.length === proof.needed) for (const part of proof.parts) gather(part);
    else choices.push({ options: ways });
  }
}

/** Two facts are the same where they are told by the same node. */
function idOf({ place }: Proof): string {
  return `${place.file}#${pointer(place.path)}`;
}

/** Every way to meet a proof, as facts to make true; a way that holds another is left out. */
function waysTo(proof: Proof, facts: Map<string, Proof>): readonly (readonly string[])[] {
  if (proof.outcome === 'met') return [[]];
  if (proof.parts.length === 0) {
    const id = idOf(proof);
    if (!facts.has(id)) facts.set(id, proof);
    return [[id]];
  }
  const open = proof.parts.filter(({ outcome }) => outcome !== 'met').map((part) => waysTo(part, facts));
  const missing = proof.needed - (proof.parts.length - open.length);
  const cheapest = [...open].sort((a, b) => (a[0]?.length ?? 0) - (b[0]?.length ?? 0)).slice(0, missing + MOST_SPARE);
  return minimal(
    combinations(cheapest, missing).flatMap((parts) =>
      parts.reduce<readonly (readonly string[])[]>(
        (ways, part) => ways.flatMap((way) => part.map((more) => [...new Set([...way, ...more])])),
        [[]],
      ),
    ),
  );
}

function minimal(ways: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const bySize = [...ways].sort((a, b) => a.length - b.length);
  const kept: (readonly string[])[] = [];
  for (const way of bySize) if (!kept.some((less) => less.every((id) => way.includes(id)))) kept.push(way);
  return kept;
}

/** Every choice of so many of the items, in order. */
function combinations<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}

/** The smallest set that holds the base and one option of each choice; the first found among equals. */
function smallest(base: ReadonlySet<string>, choices: readonly Choice[]): ReadonlySet<string> {
  let best: ReadonlySet<string> | null = null;
  let steps = 0;
  const search = (index: number, chosen: ReadonlySet<string>): void => {
    if (best !== null && (chosen.size >= best.size || steps++ > MOST_STEPS)) return;
    const choice = choices[index];
    if (choice === undefined) {
      best = chosen;
      return;
    }
    const extended = choice.options.map((option) => new Set([...chosen, ...option]));
    for (const next of extended.sort((a, b) => a.size - b.size)) search(index + 1, next);
  };
  search(0, base);
  return best ?? base;
}
