import type { Face } from '../../model/face.ts';

/** The style sheet that brings typefaces along, so that a page looks the same everywhere and fetches nothing. */
export function fontFaces(faces: readonly Face[]): string {
  return faces
    .map(
      ({ family, weight, style, range, data }) =>
        `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; font-display: block; unicode-range: ${range}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`,
    )
    .join('\n');
}
