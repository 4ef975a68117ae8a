import { type Outcome, unusable } from '../../model/outcome.ts';
import type { PhotoFormat } from '../../model/photo-format.ts';
import type { World } from '../../world.ts';

/** A photo without what cameras and programs write into it, and a sentence on what was done. */
export interface CleanedPhoto {
  readonly bytes: Uint8Array;
  readonly note: string;
}

/** Cleans a photo, or says why it can't be. @param shown its path as the user wrote it */
export async function cleanPhoto(
  world: World,
  bytes: Uint8Array,
  format: PhotoFormat,
  shown: string,
): Promise<CleanedPhoto | { readonly refusal: Outcome }> {
  if (!format.isCleanable)
    return {
      refusal: unusable(
        `${shown} is a ${format.name} photo: lem can’t take place and owner out of those.`,
        'Export it as JPEG (Preview on a Mac, Photos on Windows) and add that.',
      ),
    };
  const photos = await world.photos();
  if (photos.state === 'none') return { refusal: unusable(photos.message, photos.remedy) };
  world.terminal.progress(`Cleaning ${shown} …`);
  const cleaned = await photos.cleaned(bytes);
  world.terminal.progress('');
  if (cleaned.state === 'refused') return { refusal: unusable(`${shown} ${cleaned.message}`, cleaned.remedy) };
  const { photo, removed } = cleaned;
  return {
    bytes: photo,
    note:
      removed.length === 0
        ? 'saved anew without what a camera may have hidden in it'
        : `saved anew without ${removed.join(', ')}: where, when and by whom it was taken`,
  };
}

/** What is left in a photo that is taken as it is, in a sentence. */
export async function keptPhoto(world: World, bytes: Uint8Array): Promise<string> {
  const photos = await world.photos();
  const traces = photos.state === 'ready' ? await photos.tracesIn(bytes) : null;
  if (traces?.length === 0) return 'taken as it is';
  return `taken as it is: ${traces === null ? 'it may hold' : `${traces.join(', ')} in it may say`} where, when and by whom it was taken`;
}
