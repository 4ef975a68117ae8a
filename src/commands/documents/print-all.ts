import type { IsoDate } from '../../model/calendar.ts';
import type { BrowserOpened, World } from '../../world.ts';
import type { Composed } from './compose.ts';

/** A PDF, or null where there is none. */
export type Pdf = { readonly content: Uint8Array; readonly pages: number } | null;

export interface Fault {
  readonly message: string;
  readonly remedy: string;
}

/** Prints one document after the other; the first fault ends it, and what is done by then is kept. */
export async function printAll(
  world: World,
  browser: BrowserOpened,
  documents: readonly Composed[],
  on: IsoDate,
): Promise<{ readonly pdfs: readonly Pdf[]; readonly fault: Fault | null }> {
  if (browser.state === 'none') return { pdfs: documents.map(() => null), fault: browser };
  const pdfs: Pdf[] = [];
  let fault: Fault | null = null;
  for (const { html, digest } of documents) {
    if (fault !== null) {
      pdfs.push(null);
      continue;
    }
    if (documents.length > 1) world.terminal.progress(`Rendering ${pdfs.length + 1} of ${documents.length} …`);
    const printed = await browser.print({ html, digest, created: on });
    if (printed.state === 'failed') fault = printed;
    pdfs.push(printed.state === 'printed' ? { content: printed.pdf, pages: printed.pages } : null);
  }
  return { pdfs, fault };
}
