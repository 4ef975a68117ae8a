import { isAlias, isScalar } from 'yaml';
import type { Place, Step } from '../model/place.ts';
import { documentOf } from './parse.ts';
import type { Source } from './source.ts';
import { walk } from './walk.ts';

/** YAML that is sound and that people or other programs read as something else than lem does. */

/** A file with more of one trap than this has made its point. */
const MOST = 20;

/** Where such a word may stand as a whole value: cheap, and true of hardly any file. */
const MAYBE_BOOLEAN = /[:,[-] *(?:yes|no|on|off) *(?:[\r\n,\]}#]|$)/i;
const BOOLEAN = /^(?:yes|no|on|off)$/i;
const MAYBE_ANCHOR = /(?:^ *|[:,[{-] *)[&*][^\s,[\]{}*&"']+(?=[\s,\]}]|$)/m;

/** Plain words that YAML 1.1 reads as true or false and YAML 1.2, and so lem, as text. */
export function booleanWords(source: Source): readonly Place[] {
  if (source.data === undefined || !MAYBE_BOOLEAN.test(source.text)) return [];
  const found: Place[] = [];
  for (const { node, place } of walk(documentOf(source))) {
    if (!isScalar(node) || node.type !== 'PLAIN' || !BOOLEAN.test(node.source ?? '')) continue;
    const where = place(source.file);
    if (where.part === 'value') found.push(where);
    if (found.length === MOST) break;
  }
  return found;
}

/** Where a value is taken from another place, and where one is given a name by which nothing takes it. */
export function anchors(source: Source): readonly { readonly place: Place; readonly is: 'alias' | 'anchor' }[] {
  const { text, data } = source;
  if (data === undefined || !(text.includes('&') || text.includes('*')) || !MAYBE_ANCHOR.test(text)) return [];
  const taken = new Set<string>();
  const named: { readonly name: string; readonly place: Place }[] = [];
  const aliases: Place[] = [];
  for (const { node, place } of walk(documentOf(source))) {
    if (isAlias(node)) {
      taken.add(node.source);
      if (aliases.length < MOST) aliases.push(place(source.file));
    } else if (node.anchor !== undefined && named.length < MOST) {
      named.push({ name: node.anchor, place: place(source.file) });
    }
  }
  return [
    ...aliases.map((place) => ({ place, is: 'alias' as const })),
    ...named.filter(({ name }) => !taken.has(name)).map(({ place }) => ({ place, is: 'anchor' as const })),
  ];
}

/** Whether a number is written with a 0 before it, `012` or `0o17`: as a number it loses that. */
export function startsWithZero(source: Source, path: readonly Step[]): boolean {
  const node = documentOf(source).getIn(path, true);
  return isScalar(node) && typeof node.value === 'number' && /^[-+]?0[\do]/.test(node.source ?? '');
}
