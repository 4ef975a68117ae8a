import Handlebars from 'handlebars';
import { inkOn } from '../../model/ink.ts';
import { patternClasses } from '../rating-pattern.ts';
import type { RatingShown } from '../summary/grid.ts';
import { line, markdown } from './markdown.ts';

/** What templates can call. None of it reaches anything but what it is handed. */
export const HELPERS: Handlebars.HelperDeclareSpec = {
  markdown: (...all) => new Handlebars.SafeString(markdown(there(all))),
  line: (...all) => new Handlebars.SafeString(line(there(all))),
  is: (a: unknown, b: unknown) => a === b,
  colours,
  fill: (rating: RatingShown) => patternClasses(rating),
  steps,
};

/** Handlebars holds what it prints itself against the view, but not what it hands to a helper. */
function there(all: readonly unknown[]): string {
  const [text] = all;
  if (typeof text === 'string') return text;
  const { loc } = all.at(-1) as Handlebars.HelperOptions & { readonly loc?: hbs.AST.SourceLocation };
  throw Object.assign(new Error('It asks for a text that there is not.'), { lineNumber: loc?.start.line });
}

/** A rating's colours as CSS variables; the schema of a programme lets nothing but #rrggbb through. */
function colours({ colour }: RatingShown): string {
  return `--fill: ${colour}; --ink: ${inkOn(colour)}`;
}

/** A mark for each step of the scale, `true` up to where the rating stands: it tells ratings apart without colour. */
function steps({ rank, steps: count }: RatingShown): readonly boolean[] {
  return rank === null ? [] : Array.from({ length: count }, (_, index) => index <= rank);
}
