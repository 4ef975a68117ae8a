/** A format of pictures that can hold where, when and by whom they were made. */
export interface PhotoFormat {
  readonly name: string;
  /** How its files end; the usual ending comes first. */
  readonly endings: readonly string[];
  /** Whether lem can take such things out of it. */
  readonly isCleanable: boolean;
}

const format = (name: string, isCleanable: boolean, ...endings: string[]): PhotoFormat => ({
  name,
  endings,
  isCleanable,
});
const TIFF = format('TIFF', true, '.tif', '.tiff');
const RAW = format('camera raw', false);
const AVIF = format('AVIF', true, '.avif');
const HEIC = format('HEIC', false, '.heic', '.heif');
const JPEG_XL = format('JPEG XL', false, '.jxl');
const JPEG_2000 = format('JPEG 2000', false, '.jp2', '.j2k');

/** How files begin, each byte a character. */
const STARTS: readonly (readonly [start: string, format: PhotoFormat])[] = [
  ['\xff\xd8\xff', format('JPEG', true, '.jpg', '.jpeg', '.jpe', '.jfif')],
  ['\x89PNG\r\n', format('PNG', true, '.png')],
  ['GIF8', format('GIF', true, '.gif')],
  ['II*\0', TIFF],
  ['MM\0*', TIFF],
  ['II+\0', TIFF],
  ['MM\0+', TIFF],
  ['\xff\x0a', JPEG_XL],
  ['\0\0\0\x0cJXL ', JPEG_XL],
  ['\0\0\0\x0cjP  ', JPEG_2000],
  ['\xff\x4f\xff\x51', JPEG_2000],
  ['8BPS', format('Photoshop', false, '.psd')],
  ['FUJIFILMCCD-RAW', RAW],
  ['IIRO', RAW],
  ['IIRS', RAW],
  ['MMOR', RAW],
  ['IIU\0', RAW],
  ['II\x1a\0\0\0HEAP', RAW],
  ['FOVb', RAW],
  ['\0MRM', RAW],
];
/** Within so many bytes a file says what it is. */
const LONGEST_START = 1024;
const WEBP = format('WebP', true, '.webp');

/**
 * The picture format of a file, by how it begins: an ending may say anything. Null for all that is no photo.
 * @param name the file's, which only tells a camera's raw file from a TIFF: both begin alike
 */
export function photoFormatOf(bytes: Uint8Array, name: string): PhotoFormat | null {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_START));
  const found = STARTS.find(([each]) => start.startsWith(each))?.[1];
  if (found === TIFF && !/\.tiff?$/i.test(name)) return RAW;
  if (found !== undefined) return found;
  if (start.startsWith('RIFF')) return start.startsWith('WEBP', 8) ? WEBP : null;
  return start.startsWith('ftyp', 4) ? ofFamily(start) : null;
}

/** The photos among a family of formats (ISO 14496-12) that holds films too: what each is, its brands say. */
function ofFamily(start: string): PhotoFormat | null {
  const size = [...start.slice(0, 4)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
  // A size of 1 stands before one of eight bytes; of 0, for all that there is.
  const brands = (size === 1 ? start.slice(16) : start.slice(8, size || undefined)).match(/.{4}/gs) ?? [];
  if (brands[0] === 'crx ') return RAW;
  if (brands.some((brand) => brand.startsWith('avi'))) return AVIF;
  return brands.some((brand) => /^(?:he[iv][cxms]|mi[fs]1)$/.test(brand)) ? HEIC : null;
}

/** Whether a name says that a file is a photo. */
export function endsAsPhoto(name: string): boolean {
  return [WEBP, AVIF, HEIC, ...STARTS.map(([, each]) => each)].some(({ endings }) =>
    endings.some((ending) => name.toLowerCase().endsWith(ending)),
  );
}
