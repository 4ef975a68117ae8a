import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';
import type { Place, Step } from '../model/place.ts';

/** A node of a document, a key or a value, and where it is. */
export interface Walked {
  readonly node: Node;
  readonly place: (file: string) => Place;
}

interface Link {
  readonly node: Node;
  readonly above: Link | null;
  readonly step: Step | null;
  readonly part: Place['part'];
}

/** Every node of a document in the order of its text. Takes no more of the call stack for a document that is nested deeply. */
export function* walk(document: Document): Iterable<Walked> {
  const left: Link[] = isNode(document.contents)
    ? [{ node: document.contents, above: null, step: null, part: 'value' }]
    : [];
  for (let link = left.pop(); link !== undefined; link = left.pop()) {
    const here = link;
    yield { node: here.node, place: (file) => ({ file, path: pathOf(here), part: here.part }) };
    const children = here.part === 'key' ? [] : childrenOf(here);
    while (children.length > 0) left.push(children.pop() as Link);
  }
}

function childrenOf(above: Link): Link[] {
  const { node } = above;
  if (isAlias(node)) return [];
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }): readonly Link[] => {
      const step = isScalar(key) ? String(key.value) : '';
      const links: Link[] = [];
      if (isNode(key)) links.push({ node: key, above, step, part: 'key' });
      if (isNode(value)) links.push({ node: value, above, step, part: 'value' });
      return links;
    });
  }
  if (!isSeq(node)) return [];
  return node.items.flatMap((item, step): readonly Link[] => {
    const child = isPair(item) ? item.key : item;
    return isNode(child) ? [{ node: child, above, step, part: 'value' }] : [];
  });
}

function pathOf(link: Link): readonly Step[] {
  const path: Step[] = [];
  for (let at: Link | null = link; at !== null; at = at.above) if (at.step !== null) path.push(at.step);
  return path.reverse();
}
