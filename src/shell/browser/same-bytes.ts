/**
 * Makes what a browser writes the same each time: the two dates become the given one, and the ids of the document's
 * structure, which count on from one document to the next, start at 1. Every replacement has the length of what it
 * replaces, so that the file's table of offsets stays right.
 * @param pdf a PDF as Chromium writes it
 * @param created seconds since 1970, as in SOURCE_DATE_EPOCH
 */
export function sameBytes(pdf: Uint8Array, created: number): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const stamp = new Date(created * 1000).toISOString().slice(0, 19).replace(/[-T:]/g, '');
  const dated = text.replace(
    /\/(CreationDate|ModDate) \(D:(\d{14})([^)]*)\)/g,
    (_, key: string, _date: string, zone: string) => {
      return `/${key} (D:${stamp}${zone.length === 7 ? "+00'00'" : zone})`;
    },
  );
  const ids = [...new Set(dated.match(/\(node\d{8}\)/g))].sort();
  // In order of size, because the file lists them sorted.
  const numbers = new Map(ids.map((id, index) => [id, `(node${String(index + 1).padStart(8, '0')})`]));
  return Buffer.from(
    dated.replace(/\(node\d{8}\)/g, (id) => numbers.get(id) ?? id),
    'latin1',
  );
}

/** How many pages a PDF has that Chromium wrote. */
export function pagesOf(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}
