import type Sharp from 'sharp';
import type { Metadata } from 'sharp';
import type { Cleaned, Photos } from '../world.ts';
import { tracesInBytes } from './photo-traces.ts';

/** The most pixels that a photo may have: those of the largest phone cameras, and not what a small file can be made to claim. */
const MOST_PIXELS = 120_000_000;
/** How long one photo may take, in seconds. */
const LIMIT = 60;

/**
 * Opens what handles photos. It is an optional package, for it comes built for each system and some have none.
 *
 * Photos are drawn anew from their pixels and not only cut down: what else a camera puts into a file has no end (maker
 * notes, a second picture, a film of the moment before with its sound), and only what is known could be cut out.
 */
export async function openPhotos(): Promise<Photos> {
  let sharp: typeof Sharp;
  try {
    sharp = (await import('sharp')).default;
  } catch {
    return {
      state: 'none',
      message: 'lem can’t clean photos on this machine: sharp is not installed here.',
      remedy: 'Install lem with its optional packages, or clean the photo yourself and give --keep-metadata.',
    };
  }
  return {
    state: 'ready',
    cleaned: (photo) => cleaned(sharp, photo),
    tracesIn: (photo) =>
      metadataOf(sharp, photo).then(
        (metadata) => traces(metadata, photo),
        () => null,
      ),
  };
}

async function cleaned(sharp: typeof Sharp, photo: Uint8Array): Promise<Cleaned> {
  const made = await metadataOf(sharp, photo)
    .then(async (metadata) => ({ metadata, drawn: await drawnAnew(sharp, photo, metadata) }))
    .catch((error: Error) => REFUSALS.find(([pattern]) => pattern.test(error.message))?.[1] ?? DAMAGED);
  if ('message' in made) return { state: 'refused', ...made };
  const left = traces(await metadataOf(sharp, made.drawn), made.drawn);
  if (left.length > 0) throw new Error(`${left.join(' and ')} could not be taken out of a photo`);
  return { state: 'cleaned', photo: made.drawn, removed: traces(made.metadata, photo) };
}

interface Refusal {
  readonly message: string;
  readonly remedy: string;
}

const DAMAGED: Refusal = {
  message: 'is damaged: it can’t be read as a picture.',
  remedy: 'Open it in a program for pictures and save it again, or take it from where it came from once more.',
};

const SMALLER = 'Make it smaller in a program for pictures, and add that.';
const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  [/pixel limit/i, { message: `has more than ${MOST_PIXELS / 1_000_000} million pixels.`, remedy: SMALLER }],
  [/timeout/i, { message: `took longer than ${LIMIT} s to clean, so lem stopped.`, remedy: SMALLER }],
];

function metadataOf(sharp: typeof Sharp, photo: Uint8Array): Promise<Metadata> {
  return sharp(photo, { limitInputPixels: MOST_PIXELS }).metadata();
}

/**
 * The picture, upright, in the format that it came in. Its colours become those of a screen: a profile for others bears
 * the name that somebody gave to a camera or screen, and has room for more.
 */
function drawnAnew(sharp: typeof Sharp, photo: Uint8Array, metadata: Metadata): Promise<Uint8Array> {
  const { format, space, chromaSubsampling, pages = 1 } = metadata;
  const isMoving = pages > 1 && format !== 'heif';
  const picture = sharp(photo, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: isMoving })
    .timeout({ seconds: LIMIT })
    .autoOrient();
  if (space === 'b-w' || space === 'grey16') picture.toColourspace('b-w');
  switch (format) {
    case 'jpeg':
      return picture
        .jpeg({ quality: 90, chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0' })
        .toBuffer();
    case 'png':
      return picture.png({ compressionLevel: 9 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 90 }).toBuffer();
    case 'tiff':
      return picture.tiff({ compression: 'deflate', predictor: 'horizontal' }).toBuffer();
    case 'heif':
      return picture.avif({ quality: 80 }).toBuffer();
    default:
      return picture.gif().toBuffer();
  }
}

/** The names of what a photo holds besides its picture. */
function traces(metadata: Metadata, photo: Uint8Array): readonly string[] {
  const known = TRACES.flatMap(([key, name]) => (metadata[key] === undefined ? [] : [name]));
  return [...new Set([...known, ...tracesInBytes(photo)])];
}

const TRACES: readonly (readonly [keyof Metadata, string])[] = [
  ['exif', 'EXIF'],
  ['xmp', 'XMP'],
  ['iptc', 'IPTC'],
  ['tifftagPhotoshop', 'Photoshop'],
  ['comments', 'comments'],
  ['gainMap', 'a second picture'],
];
