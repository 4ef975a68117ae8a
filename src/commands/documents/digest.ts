import type { PageHead } from '../../views/html/page.ts';
import type { World } from '../../world.ts';
import type { Logo } from './logo.ts';

/**
 * The SHA-256 of what a document shows, in hexadecimal digits. What is shown decides, and nothing that it is shown with:
 * templates, browser and day of making stay out of it.
 */
export function digestOf({ files }: World, view: PageHead, logo: Pick<Logo, 'bytes'> | null): string {
  const marks = [JSON.stringify(view), logo === null ? '' : files.fingerprint(logo.bytes)];
  return files.fingerprint(new TextEncoder().encode(marks.join('\n')));
}
