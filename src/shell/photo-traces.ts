/** What may stand anywhere in a photo, in a second one behind it too, and is too long to be there by chance. */
const SIGNS: readonly (readonly [sign: string, name: string])[] = [
  ['Exif\0\0', 'EXIF'],
  ['http://ns.adobe.com/', 'XMP'],
  ['adobe:ns:meta/', 'XMP'],
  ['Photoshop 3.0\0', 'IPTC'],
  ['MPF\0MM\0*', 'a second picture'],
  ['MPF\0II*\0', 'a second picture'],
];

/** Parts of JPEG, PNG and WebP files that hold no picture. */
const PARTS: { readonly [part: string]: string } = {
  '\xff\xfe': 'comments',
  eXIf: 'EXIF',
  tEXt: 'comments',
  zTXt: 'comments',
  iTXt: 'comments',
  EXIF: 'EXIF',
  'XMP ': 'XMP',
};

/**
 * The names of what a photo holds besides its picture, as its bytes have it: what reads pictures looks only where such
 * things belong, and others look further.
 */
export function tracesInBytes(photo: Uint8Array): readonly string[] {
  const bytes = Buffer.from(photo.buffer, photo.byteOffset, photo.byteLength);
  const found = SIGNS.filter(([sign]) => bytes.includes(sign, 0, 'latin1')).map(([, name]) => name);
  return [...new Set([...found, ...partsOf(bytes).flatMap((part) => PARTS[part] ?? [])])];
}

/** The names of the parts that a JPEG file begins with, and of those that a PNG or WebP file is made of. */
function partsOf(bytes: Buffer): readonly string[] {
  const text = (from: number, length: number): string => bytes.toString('latin1', from, from + length);
  if (text(0, 2) === '\xff\xd8')
    return partsFrom(bytes, 2, (at) => {
      const name = text(at, 2);
      return { name, length: /^\xff[^\xda]/.test(name) ? bytes.readUInt16BE(at + 2) + 2 : bytes.length };
    });
  if (text(1, 3) === 'PNG')
    return partsFrom(bytes, 8, (at) => ({ name: text(at + 4, 4), length: bytes.readUInt32BE(at) + 12 }));
  if (text(8, 4) !== 'WEBP') return [];
  return partsFrom(bytes, 12, (at) => {
    const size = bytes.readUInt32LE(at + 4);
    return { name: text(at, 4), length: size + (size % 2) + 8 };
  });
}

function partsFrom(
  bytes: Buffer,
  first: number,
  partAt: (at: number) => { readonly name: string; readonly length: number },
): readonly string[] {
  const names: string[] = [];
  for (let at = first; at + 8 <= bytes.length; ) {
    const { name, length } = partAt(at);
    names.push(name);
    at += length;
  }
  return names;
}
