import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fonts } from '../../src/shell/fonts.ts';
import { type PageHead, pageRenderer } from '../../src/views/html/page.ts';
import { type PageName, TEMPLATES, type Template, type Templates } from '../../src/views/html/templates.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The templates that come with lem, with some in their place. */
export function templatesWith(own: { readonly [path: string]: string } = {}): Templates {
  const names = readdirSync(`${ROOT}${TEMPLATES}`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(hbs|css|js)$/.test(name),
  );
  const shipped = names.sort().map((name): [string, Template] => {
    const path = `${TEMPLATES}/${name}`;
    return [path, { text: readFileSync(`${ROOT}${path}`, 'utf8'), own: false }];
  });
  const theirs = Object.entries(own).map(([path, text]): [string, Template] => [path, { text, own: true }]);
  return new Map([...shipped, ...theirs]);
}

/** A digest that stands for any. */
export const DIGEST = 'c0ffee'.repeat(10).padEnd(64, '0');

/**
 * Renders views of a page as commands do, and fails where a template does.
 * @param hasFonts false where the typeface would only be in the way, as in a file that is compared
 */
export function rendererOf<View extends PageHead>(
  name: PageName,
  { own = {}, hasFonts = false }: { own?: { readonly [path: string]: string }; hasFonts?: boolean } = {},
): (view: View) => string {
  const render = pageRenderer<View>(name, templatesWith(own), hasFonts ? fonts() : []);
  return (view) => {
    const rendered = render(view, { digest: DIGEST, logo: null });
    if (rendered.state === 'fault') throw new Error(`${rendered.file}:${rendered.line} ${rendered.message}`);
    return rendered.html;
  };
}
