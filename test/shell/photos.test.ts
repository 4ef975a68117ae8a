import sharp from 'sharp';
import { openPhotos } from '../../src/shell/photos.ts';
import { FORMATS, hiddenTraces, hugePhoto, OWNER, photo, tracesIn } from '../support/photos.ts';

const opened = await openPhotos();
if (opened.state === 'none') throw new Error(opened.message);
const { cleaned, tracesIn: named } = opened;

async function clean(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await cleaned(bytes);
  if (result.state === 'refused') throw new Error(result.message);
  return result.photo;
}

/** The colour at a place of a picture, as its file has it. */
async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<readonly number[]> {
  const pixel = await sharp(bytes, { ignoreIcc: true })
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return [...pixel];
}

describe.each(FORMATS)('a %s photo', (format) => {
  test('is cleaned of all that says where, when and by whom it was taken', async () => {
    const before = await photo(format);
    expect(tracesIn(before)).toContain(OWNER);
    const after = await clean(before);
    expect(tracesIn(after)).toEqual([]);
    expect(await named(after)).toEqual([]);
  });

  test('stays in its format, upright, in the colours of a screen', async () => {
    const before = await photo(format);
    const after = await clean(before);
    const [was, is] = [await sharp(before).metadata(), await sharp(after).metadata()];
    expect(is.format).toBe(was.format);
    expect([is.width, is.height, is.orientation ?? 1]).toEqual([was.autoOrient.width, was.autoOrient.height, 1]);
    expect(is.icc).toBeUndefined();
    const [red, blue] = [await colourAt(after, 10, 10), await colourAt(after, is.width - 10, is.height - 10)];
    expect(red[0]).toBeGreaterThan(200);
    expect(blue[2]).toBeGreaterThan(200);
    expect(red[2]).toBeLessThan(60);
  });

  test('is cleaned to the same bytes each time', async () => {
    const before = await photo(format);
    expect(Buffer.from(await clean(before)).equals(Buffer.from(await clean(before)))).toBe(true);
  });

  test('that is cut off is refused, and so is one that only begins like one', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const whole = await sharp({ create: { width: 99, height: 99, channels: 3, background: '#000', noise } })
      .toFormat(format)
      .toBuffer();
    const damaged = { state: 'refused', message: expect.stringContaining('is damaged') };
    expect(await cleaned(whole)).toMatchObject({ state: 'cleaned' });
    expect(await cleaned(whole.subarray(0, whole.length * 0.8))).toMatchObject(damaged);
    expect(await cleaned(Buffer.concat([whole.subarray(0, 16), Buffer.alloc(300, 7)]))).toMatchObject(damaged);
  });
});

test('what a photo held is named, or that it can’t be told', async () => {
  expect(await cleaned(await photo('jpeg'))).toMatchObject({
    removed: ['EXIF', 'XMP', 'IPTC', 'a second picture', 'comments'],
  });
  expect(await named(await photo('png'))).toEqual(['EXIF', 'XMP', 'comments']);
  expect(await named(Buffer.from('no photo'))).toBeNull();
});

test.each(await hiddenTraces())('%s is seen, and gone once the photo is cleaned', async (_what, bytes, traces) => {
  expect(await named(bytes)).toEqual(traces);
  const after = await clean(bytes);
  expect(await named(after)).toEqual([]);
  expect(Buffer.from(after).includes(OWNER)).toBe(false);
});

test.each(['gif', 'webp', 'tiff'] as const)('every frame or page of a %s stays', async (format) => {
  const frames = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({ create: { width: 30, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const before = await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
  expect((await sharp(await clean(before)).metadata()).pages).toBe(3);
});

test('greys stay grey, and the colours of print become those of a screen', async () => {
  const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: '#808080' } });
  const grey = await clean(await picture.clone().toColourspace('b-w').jpeg().toBuffer());
  expect(await sharp(grey).metadata()).toMatchObject({ space: 'b-w', hasProfile: false });
  const print = await clean(await picture.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer());
  expect(await sharp(print).metadata()).toMatchObject({ space: 'srgb', hasProfile: false });
});

test('a small file that claims a huge picture is refused', async () => {
  expect(await cleaned(await hugePhoto())).toMatchObject({
    state: 'refused',
    message: 'has more than 120 million pixels.',
    remedy: expect.stringContaining('smaller'),
  });
});
