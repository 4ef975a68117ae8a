import { endsAsPhoto, photoFormatOf } from '../../src/model/photo-format.ts';
import { FORMATS, photo } from '../support/photos.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each(FORMATS)('a %s is told by how it begins, whatever its name', async (format) => {
  const name = format === 'tiff' ? 'scan.tif' : 'report.pdf';
  expect(photoFormatOf(await photo(format), name)).toMatchObject({
    name: expect.stringMatching(new RegExp(`^${format}$`, 'i')),
    isCleanable: true,
  });
});

test.each([
  ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'HEIC'],
  ['\0\0\0\x1cftypmif1\0\0\0\0mif1heixmiaf', 'HEIC'],
  [`\0\0\x01\x00ftypisom\0\0\0\0${'isom'.repeat(40)}mif1heic`, 'HEIC'],
  ['\0\0\0\x01ftyp\0\0\0\0\0\0\0\x28heic\0\0\0\0mif1heic', 'HEIC'],
  ['\0\0\0\0ftypheic\0\0\0\0', 'HEIC'],
  ['II\x1a\0\0\0HEAPCCDR', 'camera raw'],
  ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 'camera raw'],
  ['II*\0\x10\0\0\0CR\x02\0', 'camera raw'],
  ['FUJIFILMCCD-RAW 0201', 'camera raw'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'JPEG XL'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'JPEG 2000'],
  ['8BPS\0\x01', 'Photoshop'],
])('%j is a photo that can’t be cleaned: %s', (start, name) => {
  expect(photoFormatOf(latin1(start), 'photo.jpg')).toMatchObject({ name, isCleanable: false });
});

test.each([
  '',
  '%PDF-1.7',
  'PK\x03\x04',
  'Ramps at both doors.',
  '\0\0\0\x18ftypmp42\0\0\0\0isommp42',
  'RIFF\x10\0\0\0WAVEfmt ',
  'ftyp',
])('%j is no photo', (start) => {
  expect(photoFormatOf(latin1(start), 'photo.jpg')).toBeNull();
});

test('a name may say that a file is a photo', () => {
  expect(['a.JPG', 'b.heic', 'c.webp', 'd.tif'].every(endsAsPhoto)).toBe(true);
  expect(['a.pdf', 'jpg', 'b.jpg.txt'].some(endsAsPhoto)).toBe(false);
});
