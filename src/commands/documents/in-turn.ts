import type { Outcome } from '../../model/outcome.ts';
import type { Composed, Draft, Made } from './compose.ts';

/** Documents that are made as they are asked for. */
export interface InTurn {
  /** How many there will be. */
  readonly length: number;
  /** The next one, or null after the last one, and after one that could not be made. */
  readonly next: () => Composed | null;
  /** Makes one more that will be asked for. */
  readonly prepare: () => void;
  /** Makes all that are left. @returns all of them, or why one could not be made */
  readonly all: () => { readonly documents: readonly Composed[] } | { readonly refusal: Outcome };
}

/**
 * Makes documents one by one, so that one is printed while the next is made. A school's HTML outweighs its PDFs: where it
 * is not to be written it is let go once it is printed, and made again should it be wanted after all.
 */
export function inTurn(drafts: readonly Draft[], press: (draft: Draft) => Made, keepsHtml: boolean): InTurn {
  const left = drafts.values();
  const prepared: Composed[] = [];
  const documents: Composed[] = [];
  let refusal: Outcome | null = null;
  const make = (): Composed | null => {
    const { value: draft } = left.next();
    if (draft === undefined || refusal !== null) return null;
    const made = press(draft);
    if ('refusal' in made) {
      refusal = made.refusal;
      return null;
    }
    documents.push(keepsHtml ? made : withoutHtml(made, () => press(draft)));
    return made;
  };
  return {
    length: drafts.length,
    next: () => prepared.shift() ?? make(),
    prepare: () => {
      const made = make();
      if (made !== null) prepared.push(made);
    },
    all: () => {
      while (make() !== null);
      return refusal === null ? { documents } : { refusal };
    },
  };
}

/** The same document, its HTML made again when it is asked for. */
function withoutHtml({ html: _, ...document }: Composed, again: () => Made): Composed {
  return {
    ...document,
    get html() {
      const made = again();
      if ('refusal' in made) throw new Error('A template that made a page can’t make it again.');
      return made.html;
    },
  };
}
