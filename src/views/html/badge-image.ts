import Handlebars from 'handlebars';
import type { Picture } from '../badge-picture.ts';

/** Where the template of a badge’s image lies in the package. */
export const BADGE_TEMPLATE = 'templates/reports/badge.hbs';

/**
 * A renderer of badge images, its template compiled once. The SVG stands alone: no script, no style, no font of its own,
 * no link, nothing fetched; what people wrote is text and nothing more.
 */
export function badgeRenderer(template: string): (picture: Picture) => string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ is: (a: unknown, b: unknown) => a === b });
  const render = handlebars.compile(template, { strict: true, preventIndent: true });
  return (picture) => render(picture);
}

/** The HTML that shows an image in a page, with the text that stands for it where it can’t be seen. */
export function imageTag(file: string, { width, height, description }: Picture): string {
  return `<img src="${file}" width="${width}" height="${height}" alt="${Handlebars.escapeExpression(description)}">`;
}
