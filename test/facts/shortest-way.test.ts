import fc from 'fast-check';
import { atLeast, met, unmet } from '../../src/facts/requirements/requirement.ts';
import { shortestWay } from '../../src/facts/shortest-way.ts';
import { at, pointer } from '../../src/model/place.ts';
import type { Proof } from '../../src/model/verdict.ts';

/** A tree of facts by their numbers; the same number is the same fact wherever it stands. */
type Tree = number | { readonly needed: number; readonly parts: readonly Tree[] };

function proofOf(tree: Tree, holds: (fact: number) => boolean): Proof {
  if (typeof tree === 'number') {
    const place = at('facts.yaml', tree);
    return holds(tree) ? met(`${tree}`, place) : unmet(`${tree}`, 'lem', place);
  }
  const parts = tree.parts.map((part) => proofOf(part, holds));
  return atLeast(Math.min(tree.needed, parts.length), parts, 'all', at('facts.yaml'));
}

/** The size of the smallest set of facts that makes every tree hold, by trying every set. */
function bruteForce(trees: readonly Tree[], held: ReadonlySet<number>, most: number): number {
  for (let size = 0; size <= most; size++) {
    for (let set = 0; set < 2 ** most; set++) {
      const chosen = Array.from({ length: most }, (_, fact) => fact).filter((fact) => set & (1 << fact));
      if (chosen.length !== size) continue;
      const holds = (fact: number): boolean => held.has(fact) || chosen.includes(fact);
      if (trees.every((tree) => proofOf(tree, holds).outcome === 'met')) return size;
    }
  }
  throw new Error('not even all facts are enough');
}

const FACTS = 12;
const { tree } = fc.letrec<{ tree: Tree; node: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.nat(FACTS - 1),
  node: fc.record({
    needed: fc.integer({ min: 1, max: 3 }),
    parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
  }),
  tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, tie('leaf'), tie('node')),
}));

test('no smaller set of facts would do, over every set of up to twelve', () => {
  fc.assert(
    fc.property(
      fc.array(tree, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.nat(FACTS - 1), { maxLength: 6 }),
      (trees, held) => {
        const holds = new Set(held);
        const way = shortestWay(trees.map((each) => proofOf(each, (fact) => holds.has(fact))));
        const chosen = new Set(way.map(({ place }) => Number(place.path[0])));
        expect(chosen.size).toBe(way.length);
        const enough = (fact: number): boolean => holds.has(fact) || chosen.has(fact);
        for (const each of trees) expect(proofOf(each, enough).outcome).toBe('met');
        expect(way).toHaveLength(bruteForce(trees, holds, FACTS));
      },
    ),
    { numRuns: 150, seed: 5 },
  );
});

test('a fact that two requirements rest on is chosen over two that each help one', () => {
  const way = shortestWay(
    [
      { needed: 1, parts: [0, 2] },
      { needed: 1, parts: [1, 2] },
    ].map((each) => proofOf(each, () => false)),
  );
  expect(way.map(({ place }) => pointer(place.path))).toEqual(['/2']);
});

test('nothing is asked where everything is met', () => {
  expect(shortestWay([proofOf({ needed: 1, parts: [0, 1] }, () => true)])).toEqual([]);
});
