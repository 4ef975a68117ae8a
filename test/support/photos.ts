import sharp from 'sharp';

/** A name that no photo may still hold once it is cleaned, and the place it was taken at. */
export const OWNER = 'Wilhelmina Ownersworth';

export const FORMATS = ['jpeg', 'png', 'webp', 'tiff', 'avif', 'gif'] as const;
export type Format = (typeof FORMATS)[number];

/** How wide and high the photos are as they lie in the file: upright they are 40 by 60. */
const SIZE = { width: 60, height: 40 };

/** A photo of a format, lying on its side, with all that cameras and programs write into such files. */
export async function photo(format: Format): Promise<Buffer> {
  // The left half is red and the right one blue, so that one sees how it lies.
  const blue = await sharp({ create: { width: 30, height: 40, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer();
  const picture = sharp({ create: { ...SIZE, channels: 3, background: '#ff0000' } })
    .composite([{ input: blue, left: 30, top: 0 }])
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Artist: OWNER, Copyright: OWNER, Make: 'Canon' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 45/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '2/1 42/1 0/1' },
      },
    })
    .withXmp(XMP)
    .withIccProfile('p3');
  return more[format](await picture.toFormat(format).toBuffer());
}

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="53,45.0N" xmp:Label="${OWNER}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** What sharp itself can't put into a file: as the formats' own descriptions have it. */
const more: { readonly [format in Format]: (bytes: Buffer) => Buffer } = {
  jpeg: (bytes) =>
    Buffer.concat([
      bytes.subarray(0, 2),
      segment(
        0xed,
        `Photoshop 3.0\0` +
          `8BIM\x04\x04\0\0\0\0\0${String.fromCharCode(5 + OWNER.length)}\x1c\x02\x50\0${String.fromCharCode(OWNER.length)}${OWNER}`,
      ),
      segment(0xe2, 'MPF\0MM\0*'),
      segment(0xfe, OWNER),
      bytes.subarray(2),
      // A film of the moment before, as phones hang it on.
      Buffer.from(`\0\0\0\x18ftypmp42 ${OWNER}`, 'latin1'),
    ]),
  png: (bytes) =>
    Buffer.concat([
      bytes.subarray(0, 33),
      chunk('tEXt', `Author\0${OWNER}`),
      chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${XMP}`),
      chunk('tIME', '\x07\xea\x03\x05\x09\x0a\x0b'),
      bytes.subarray(33),
    ]),
  gif: (bytes) =>
    Buffer.concat([
      bytes.subarray(0, -1),
      Buffer.from(`\x21\xfe${String.fromCharCode(OWNER.length)}${OWNER}\0`, 'latin1'),
      Buffer.from(
        `\x21\xff\x0bXMP DataXMP${XMP}\x01${Array.from({ length: 255 }, (_, at) => String.fromCharCode(255 - at)).join('')}\0\0`,
        'latin1',
      ),
      bytes.subarray(-1),
    ]),
  webp: (bytes) => bytes,
  tiff: withTags,
  avif: (bytes) => bytes,
};

/** Photos with something where programs seldom look, and what it is. */
export async function hiddenTraces(): Promise<readonly (readonly [what: string, photo: Buffer, traces: string[]])[]> {
  const red = sharp({ create: { ...SIZE, channels: 3, background: '#ff0000' } });
  const [jpeg, png, webp] = [await red.jpeg().toBuffer(), await red.png().toBuffer(), await red.webp().toBuffer()];
  const second = await red
    .clone()
    .withExif({ IFD0: { Artist: OWNER } })
    .jpeg()
    .toBuffer();
  const end = png.length - 12;
  return [
    ['EXIF of a second photo behind the first', Buffer.concat([jpeg, second]), ['EXIF']],
    ['a comment of a JPEG', Buffer.concat([jpeg.subarray(0, 2), segment(0xfe, OWNER), jpeg.subarray(2)]), ['comments']],
    [
      'EXIF at the end of a JPEG',
      Buffer.concat([jpeg.subarray(0, -2), segment(0xe1, `Exif\0\0${OWNER}`), jpeg.subarray(-2)]),
      ['EXIF'],
    ],
    [
      'a text behind the picture of a PNG',
      Buffer.concat([png.subarray(0, end), chunk('tEXt', `Comment\0${OWNER}`), png.subarray(end)]),
      ['comments'],
    ],
    [
      'EXIF behind the picture of a PNG',
      Buffer.concat([png.subarray(0, end), chunk('eXIf', OWNER), png.subarray(end)]),
      ['EXIF'],
    ],
    ['EXIF of a WebP that does not say that it has any', riff(webp, 'EXIF', OWNER), ['EXIF']],
    ['XMP of a WebP that does not say that it has any', riff(webp, 'XMP ', OWNER), ['XMP']],
    ['a name in a colour profile', await withProfile(jpeg), []],
  ];
}

/** A WebP with a further part. */
function riff(webp: Buffer, part: string, content: string): Buffer {
  const head = Buffer.alloc(8);
  head.write(part, 'latin1');
  head.writeUInt32LE(content.length, 4);
  const made = Buffer.concat([webp, head, Buffer.from(content), Buffer.alloc(content.length % 2)]);
  made.writeUInt32LE(made.length - 8, 4);
  return made;
}

/** A JPEG with the profile of a screen to which somebody gave a name. */
async function withProfile(jpeg: Buffer): Promise<Buffer> {
  const p3 = await sharp(jpeg).withIccProfile('p3').jpeg().toBuffer();
  const { icc = Buffer.alloc(0) } = await sharp(p3).metadata();
  const profile = Buffer.concat([icc, Buffer.from(OWNER.padEnd(24, '\0'))]);
  profile.writeUInt32BE(profile.length, 0);
  const own = segment(0xe2, `ICC_PROFILE\0\x01\x01${profile.toString('latin1')}`);
  return Buffer.concat([jpeg.subarray(0, 2), own, jpeg.subarray(2)]);
}

/** A small PNG that claims to be a picture of 20 000 by 20 000 pixels. */
export async function hugePhoto(): Promise<Buffer> {
  const small = await sharp({ create: { ...SIZE, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  const claim = chunk('IHDR', `\0\0\x4e\x20\0\0\x4e\x20${small.toString('latin1', 24, 29)}`);
  return Buffer.concat([small.subarray(0, 8), claim, small.subarray(33)]);
}

/** A TIFF with a further index at its end, in which a camera and its owner have tags of their own, and a place an index. */
function withTags(bytes: Buffer): Buffer {
  const at = bytes.readUInt32LE(4);
  const count = bytes.readUInt16LE(at);
  const entries = Array.from({ length: count }, (_, index) =>
    bytes.subarray(at + 2 + 12 * index, at + 14 + 12 * index),
  );
  const tag = (id: number, type: number, length: number, value: number): Buffer => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(id, 0);
    entry.writeUInt16LE(type, 2);
    entry.writeUInt32LE(length, 4);
    entry.writeUInt32LE(value, 8);
    return entry;
  };
  const texts = Buffer.from(`${OWNER}\0Canon\0`.padEnd(40, '\0'), 'latin1');
  const places = Buffer.concat([Buffer.from([1, 0]), tag(1, 2, 2, 0x4e), Buffer.alloc(4), Buffer.from('GPS\0')]);
  const index = [
    ...entries,
    tag(271, 2, 6, bytes.length + OWNER.length + 1),
    tag(315, 2, OWNER.length + 1, bytes.length),
    tag(34853, 4, 1, bytes.length + texts.length),
  ].sort((a, b) => a.readUInt16LE(0) - b.readUInt16LE(0));
  const size = Buffer.from([index.length, 0]);
  const made = Buffer.concat([bytes, texts, places, size, ...index, Buffer.alloc(4)]);
  made.writeUInt32LE(bytes.length + texts.length + places.length, 4);
  return made;
}

function segment(marker: number, content: string): Buffer {
  const head = Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]);
  return Buffer.concat([head, Buffer.from(content, 'latin1')]);
}

function chunk(type: string, content: string): Buffer {
  const body = Buffer.from(type + content, 'latin1');
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** What a file still holds of it, read byte for byte and not by what cleaned it. */
export function tracesIn(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [
    'Exif\0\0',
    'eXIf',
    'EXIF',
    'http://ns.adobe.com',
    'adobe:ns:meta',
    'XMP',
    'GPS',
    '8BIM',
    'MPF\0',
    'Canon',
    'tEXt',
    'iTXt',
    'tIME',
    'ftypmp42',
    OWNER,
  ].filter((trace) => text.includes(trace));
}
