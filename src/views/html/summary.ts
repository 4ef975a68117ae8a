import Handlebars from 'handlebars';
import { inkOn } from '../../model/ink.ts';
import type { RatingShown } from '../summary/grid.ts';
import type { SummaryView } from '../summary.ts';
import { line, markdown } from './markdown.ts';

/** The texts a summary is made of, as they come with lem. */
export interface SummaryTemplates {
  readonly page: string;
  readonly css: string;
  /** By the name that templates call them by. */
  readonly partials: { readonly [name: string]: string };
}

/** Where each text lies in the package. */
export const SUMMARY_TEMPLATES = {
  page: 'templates/reports/summary.hbs',
  css: 'templates/reports/print.css',
  partials: {
    glance: 'templates/reports/partials/glance.hbs',
    rating: 'templates/reports/partials/rating.hbs',
    prose: 'templates/reports/partials/prose.hbs',
    grid: 'templates/reports/partials/grid.hbs',
    actions: 'templates/reports/partials/actions.hbs',
    claims: 'templates/reports/partials/claims.hbs',
    requirements: 'templates/reports/partials/requirements.hbs',
    evidence: 'templates/reports/partials/evidence.hbs',
    signatures: 'templates/reports/partials/signatures.hbs',
  },
} as const satisfies SummaryTemplates;

/**
 * A renderer of summaries, its templates compiled once. The HTML stands alone: no script, nothing fetched.
 * A field that the view lacks is a fault and fails at once.
 */
export function summaryRenderer({ page, css, partials }: SummaryTemplates): (view: SummaryView) => string {
  const handlebars = Handlebars.create();
  for (const [name, text] of Object.entries(partials)) handlebars.registerPartial(name, text);
  handlebars.registerHelper({
    markdown: (text: unknown) => new Handlebars.SafeString(markdown(there(text))),
    line: (text: unknown) => new Handlebars.SafeString(line(there(text))),
    is: (a: unknown, b: unknown) => a === b,
    colours,
    steps,
  });
  const template = handlebars.compile(page, { strict: true, preventIndent: true });
  return (view) => template({ ...view, css: new Handlebars.SafeString(css) });
}

/**
 * The footer of every page: school, strand and page number. It is a document of its own to the browser, with no
 * style but what it brings.
 */
export function summaryFooter({ school, strand }: SummaryView): string {
  const escaped = Handlebars.escapeExpression;
  const font = `'Atkinson Hyperlegible Next', Inter, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif`;
  const style = `box-sizing:border-box;width:100%;padding:0 20mm;display:flex;justify-content:space-between;font:7.5pt ${font};color:#6b6068`;
  return `<div style="${style}"><span>${escaped(school)} · ${escaped(strand)}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
}

/** Handlebars holds what it prints itself against the view, but not what it hands to a helper. */
function there(text: unknown): string {
  if (typeof text !== 'string') throw new Error('A template of the summary asks for a text that the view lacks.');
  return text;
}

/** A rating's colours as CSS variables; the schema of a programme lets nothing but #rrggbb through. */
function colours({ colour }: RatingShown): string {
  return `--fill: ${colour}; --ink: ${inkOn(colour)}`;
}

/** A mark for each step of the scale, `true` up to where the rating stands: it tells ratings apart without colour. */
function steps({ rank, steps: count }: RatingShown): readonly boolean[] {
  return rank === null ? [] : Array.from({ length: count }, (_, index) => index <= rank);
}
