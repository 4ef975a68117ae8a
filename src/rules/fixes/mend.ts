import type { Fix } from '../../model/edit.ts';
import type { Step } from '../../model/place.ts';
import { edited } from '../../source/edit.ts';
import { parse } from '../../source/parse.ts';
import type { Source } from '../../source/source.ts';

/** A file that fixes changed. */
export interface MendedFile<T> {
  readonly file: string;
  readonly text: string;
  /** The fixes that were made. */
  readonly made: readonly T[];
}

/**
 * Makes fixes in the files they are for, each as a whole or not at all. One that can't be made as the file stands, as
 * where another has just changed the same node, is left for the next round.
 */
export function mend<T extends { readonly fix?: Fix }>(
  sources: ReadonlyMap<string, Source>,
  fixable: readonly T[],
): readonly MendedFile<T>[] {
  const byFile = new Map<string, T[]>();
  for (const each of fixable) {
    const file = each.fix?.edits[0]?.place.file;
    if (file !== undefined) byFile.set(file, [...(byFile.get(file) ?? []), each]);
  }
  return [...byFile].flatMap(([file, theirs]) => {
    const source = sources.get(file);
    if (source === undefined) return [];
    const made: T[] = [];
    let now = source;
    for (const each of theirs.sort(backwards)) {
      const after = each.fix === undefined ? null : withFix(now, each.fix);
      if (after === null) continue;
      now = after;
      made.push(each);
    }
    return now === source ? [] : [{ file, text: now.text, made: made.reverse() }];
  });
}

function withFix(source: Source, { edits }: Fix): Source | null {
  let now = source;
  for (const edit of edits) {
    const text = edited(now, edit);
    if (text === null || text === now.text) return null;
    now = parse(now.file, text);
  }
  return now;
}

/** From the last to the first and from the inside out, so that no fix moves or renames the place of one to come. */
function backwards(a: { readonly fix?: Fix }, b: { readonly fix?: Fix }): number {
  const [left, right] = [pathOf(a), pathOf(b)];
  for (let depth = 0; depth < Math.min(left.length, right.length); depth++) {
    const [one = '', other = ''] = [left[depth], right[depth]];
    if (one === other) continue;
    return typeof one === 'number' && typeof other === 'number' ? other - one : String(other) < String(one) ? -1 : 1;
  }
  return right.length - left.length;
}

function pathOf({ fix }: { readonly fix?: Fix }): readonly Step[] {
  return fix?.edits[0]?.place.path ?? [];
}
