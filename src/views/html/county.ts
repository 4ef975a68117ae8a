import Handlebars from 'handlebars';
import type { Face } from '../../model/face.ts';
import type { CountyPageView } from '../county/page-view.ts';
import { engineOf } from './engine.ts';
import { fontFaces } from './font-faces.ts';
import { BASE_CSS, TEMPLATES, type Templates } from './templates.ts';

/**
 * A renderer of a county’s page, which stands alone in one file. It has one script of lem’s own, to sort and to filter, and
 * the page’s policy lets no other run and nothing be fetched; without it the tables are there all the same.
 * @param fingerprint the SHA-256 of a text, in hexadecimal digits
 */
export function countyPage(
  templates: Templates,
  faces: readonly Face[],
  fingerprint: (text: string) => string,
): (view: CountyPageView, digest: string) => string {
  const text = (path: string): string => templates.get(path)?.text ?? '';
  // A browser takes the digest of a script with plain line ends, whatever they are in the file.
  const script = `\n${text(`${TEMPLATES}/county.js`).replaceAll('\r\n', '\n')}`;
  const css = [fontFaces(faces), text(BASE_CSS), text(`${TEMPLATES}/county.css`)].join('\n');
  const render = engineOf(templates).compile(`${TEMPLATES}/county.hbs`);
  const own = {
    css: new Handlebars.SafeString(css),
    script: new Handlebars.SafeString(script),
    scriptDigest: base64(fingerprint(script)),
  };
  return (view, digest) => render({ ...view, ...own, digest, logo: null, cover: false });
}

function base64(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes));
}
