import type { IsoDate } from '../../model/calendar.ts';
import type { BrowserOpened, World } from '../../world.ts';
import type { Composed } from './compose.ts';

/** A PDF, or null where there is none. */
export type Pdf = { readonly content: Uint8Array; readonly pages: number } | null;

export interface Fault {
  readonly message: string;
  readonly remedy: string;
}

/** How many documents the browser is given at once; where it takes one at a time, the others wait there. */
const ABREAST = 2;

/** Prints documents, a few at once; the first fault ends it, and what is done by then is kept, each in its place. */
export async function printAll(
  world: World,
  browser: BrowserOpened,
  documents: readonly Composed[],
  on: IsoDate,
): Promise<{ readonly pdfs: readonly Pdf[]; readonly fault: Fault | null }> {
  const pdfs: Pdf[] = documents.map(() => null);
  if (browser.state === 'none') return { pdfs, fault: browser };
  const faults: Fault[] = [];
  const left = documents.entries();
  const lane = async (): Promise<void> => {
    for (const [index, { html, digest }] of left) {
      if (documents.length > 1) world.terminal.progress(`Rendering ${index + 1} of ${documents.length} …`);
      const printed = await browser.print({ html, digest, created: on });
      if (printed.state === 'printed') pdfs[index] = { content: printed.pdf, pages: printed.pages };
      else faults.push(printed);
      if (faults.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, lane));
  return { pdfs, fault: faults[0] ?? null };
}
