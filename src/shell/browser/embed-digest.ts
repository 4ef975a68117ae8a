import { createHash } from 'node:crypto';

/** What a document says of itself where nobody sees it. */
interface Said {
  /** The SHA-256 of what it shows, in hexadecimal digits. */
  readonly digest: string;
  /** Seconds since 1970. */
  readonly created: number;
}

/**
 * Adds to a PDF the digest of what it shows, as a keyword that every reader of PDFs lists: `lem content sha256-…`.
 *
 * It is appended, as the format provides for changes (ISO 32000, 7.5.6): a new version of the document's information, a
 * table with the place of that one object, and a trailer that leads back to the first. No byte of the browser's moves. The
 * trailer's ID, which the browser leaves out, says first which document it is, and then which printing of it.
 * @param pdf as Chromium writes it
 * @throws where it is written in another way
 */
export function embedDigest(pdf: Uint8Array, { digest, created }: Said): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const [, trailer = '', table = ''] =
    /^trailer\s*<<([\s\S]*)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/.exec(text.slice(text.lastIndexOf('trailer'))) ?? [];
  const [, size] = /\/Size (\d+)/.exec(trailer) ?? [];
  const [, root] = /\/Root (\d+ 0 R)/.exec(trailer) ?? [];
  const [, info] = /\/Info (\d+) 0 R/.exec(trailer) ?? [];
  if (size === undefined || root === undefined || info === undefined) throw unknown();
  const end = text.endsWith('\n') ? '' : '\n';
  const entries = entriesOf(text, Number(table), Number(info));
  const object = `${info} 0 obj\n<<${entries}\n/Keywords (lem content sha256-${digest})>>\nendobj\n`;
  const at = text.length + end.length;
  const id = [short(`${digest} ${created}`), short(text)].map((each) => `<${each}>`).join('');
  return Buffer.from(
    [
      `${text}${end}${object}`,
      `xref\n${info} 1\n${String(at).padStart(10, '0')} 00000 n \n`,
      `trailer\n<</Size ${size}\n/Root ${root}\n/Info ${info} 0 R\n/Prev ${table}\n/ID [${id}]>>\n`,
      `startxref\n${at + object.length}\n%%EOF\n`,
    ].join(''),
    'latin1',
  );
}

/** The entries of the document's information, with lem as the program that the document comes from. */
function entriesOf(text: string, table: number, info: number): string {
  const [head = ''] = /^xref\n0 \d+\n/.exec(text.slice(table, table + 40)) ?? [];
  const places = text.slice(table + head.length, text.indexOf('trailer', table)).match(/\d{10}(?= \d{5} n)/g) ?? [];
  const from = Number(text.slice(table + head.length + info * 20, table + head.length + info * 20 + 10));
  // It ends where the next object, or the table, begins: its own texts may hold anything.
  const to = Math.min(table, ...places.map(Number).filter((place) => place > from));
  const [, entries] = /^\d+ 0 obj\n<<([\s\S]*)>>\nendobj\n+$/.exec(text.slice(from, to)) ?? [];
  if (head === '' || entries === undefined) throw unknown();
  // Brackets in a title are written \( and \), so this finds the entry and no text that looks like one.
  return entries.replace(/\/Creator \([^()]*\)/, '/Creator (lem)');
}

function unknown(): Error {
  return new Error('its PDF has a form that lem does not know');
}

/** As many digits of a SHA-256 as an ID takes. */
function short(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex').slice(0, 32);
}
