/** The first Chromium that can write in the margins of a page. */
const NUMBERS_PAGES = 131;

/**
 * What to call a browser, with what it can't do: an old one prints all the same.
 * @param name as it was found
 * @param version as it says itself: `HeadlessChrome/156.0.8078.79`
 */
export function nameWith(name: string, version: string): string {
  const major = Number(/\/(\d+)\./.exec(version)?.[1] ?? Number.NaN);
  if (!(major < NUMBERS_PAGES)) return name;
  return `${name} ${major}; pages bear no numbers, as they do from ${NUMBERS_PAGES} on`;
}
