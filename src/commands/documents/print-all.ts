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
export const ABREAST = 2;

/** What hands out documents, each once. */
interface Queue {
  readonly length: number;
  /** The next one, or null where there are no more. */
  readonly next: () => Composed | null;
}

/** Prints documents, a few at once; the first fault ends it, and what is done by then is kept, each in its place. */
export async function printAll(
  world: World,
  browser: BrowserOpened,
  documents: readonly Composed[] | Queue,
  on: IsoDate,
): Promise<{ readonly pdfs: readonly Pdf[]; readonly fault: Fault | null }> {
  const { length, next } = 'next' in documents ? documents : queueOf(documents);
  const pdfs: Pdf[] = Array.from({ length }, () => null);
  if (browser.state === 'none') return { pdfs, fault: browser };
  const faults: Fault[] = [];
  let taken = 0;
  const lane = async (): Promise<void> => {
    for (let document = next(); document !== null; document = next()) {
      const { html, digest } = document;
      const index = taken++;
      if (length > 1) world.terminal.progress(`Rendering ${index + 1} of ${length} …`);
      const printed = await browser.print({ html, digest, created: on });
      if (printed.state === 'printed') pdfs[index] = { content: printed.pdf, pages: printed.pages };
      else faults.push(printed);
      if (faults.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, lane));
  return { pdfs, fault: faults[0] ?? null };
}

function queueOf(documents: readonly Composed[]): Queue {
  const left = documents.values();
  return { length: documents.length, next: () => left.next().value ?? null };
}
