import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest that an archive can hold; it counts by the clock on the wall, so this is the same in every zone. */
const LONG_AGO = new Date(1980, 0, 1, 12);
const XML = /\.(xml|rels)$/;

/**
 * Makes what the library writes the same each time: its two dates become the given one, its random names and running
 * numbers count from 1, and the archive is put together anew with nothing of the moment in it.
 * @param docx a file as the library writes it
 * @param created seconds since 1970
 */
export function sameBytes(docx: Uint8Array, created: number): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const stamp = new Date(created * 1000).toISOString().replace('.000', '');
  const counted = COUNTED.map(({ pattern, prefix }) => ({ pattern, prefix, names: new Map<string, string>() }));
  const steady = (text: string): string =>
    counted.reduce(
      (all, { pattern, prefix, names }) =>
        all.replace(pattern, (name) => {
          names.set(name, names.get(name) ?? `${prefix}${names.size + 1}`);
          return names.get(name) ?? name;
        }),
      text.replace(/(?<=<dcterms:(?:created|modified) [^>]*>)[^<]*/g, stamp),
    );
  const written = parts.map(([path, bytes]) => [path, XML.test(path) ? strToU8(steady(strFromU8(bytes))) : bytes]);
  return zipSync(Object.fromEntries(written), { mtime: LONG_AGO, level: 9 });
}

/** What differs from run to run, with what it begins with: all of it stands in tags, which no text of anybody's can open. */
const COUNTED = [
  { prefix: 'link', pattern: /(?<=<(?:Relationship|w:hyperlink) [^>]*(?:Id|r:id)=")rId[\w-]{21}(?=")/g },
  { prefix: '', pattern: /(?<=<w:bookmark(?:Start|End) [^>]*w:id=")\d+(?=")/g },
  { prefix: 'PowerPlusWaterMarkObject', pattern: /(?<=<v:shape [^>]*id=")PowerPlusWaterMarkObject[\w-]{21}(?=")/g },
];

/** The list of parts comes first: some tell by it what the archive is. */
function rank(path: string): string {
  return path === '[Content_Types].xml' ? '' : path;
}
