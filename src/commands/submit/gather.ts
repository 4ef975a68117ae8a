import type { IsoDate } from '../../model/calendar.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import { sentPath } from '../../workspace/bundle-paths.ts';
import type { Submitted } from '../../workspace/submitted.ts';
import type { World } from '../../world.ts';
import type { Composed } from '../documents/compose.ts';
import { type Pdf, printAll } from '../documents/print-all.ts';

/** In bytes. What goes into a submission is held in memory, and sent by e-mail more often than not. */
const MOST = 500_000_000;

type Files = ReadonlyMap<string, Uint8Array>;

/** The bytes of the files that claims rest on, by their paths in the archive. */
export function filesOf(
  world: World,
  root: string,
  { texts, assets }: Submitted,
  logo: string | undefined,
): { readonly files: Files } | { readonly refusal: Outcome } {
  const files = new Map<string, Uint8Array>();
  let left = MOST;
  for (const path of [...texts, ...assets, ...(logo === undefined ? [] : [logo])]) {
    const given = world.files.readGiven(world.files.resolve(root, path), left);
    if (given.state === 'too-large')
      return {
        refusal: unusable(
          `With ${path} the submission comes to more than ${MOST / 1_000_000} MB.`,
          'Give that evidence a holder and leave its files out, or a smaller copy of them.',
        ),
      };
    if (given.state !== 'read')
      return { refusal: unusable(`${path} can’t be read.`, `lem check ${path} may say what is wrong.`) };
    left -= given.bytes.length;
    files.set(sentPath(path), given.bytes);
  }
  return { files };
}

/** The documents as files of the archive, with PDFs where there is a browser and they are wanted. */
export async function printed(
  world: World,
  documents: readonly Composed[],
  on: IsoDate,
  hasPdf: boolean,
): Promise<{ readonly files: Files } | { readonly refusal: Outcome }> {
  const pdfs = hasPdf ? await print(world, documents, on) : documents.map(() => null);
  if ('refusal' in pdfs) return pdfs;
  const encoder = new TextEncoder();
  return {
    files: new Map(
      documents.flatMap(({ path, html }, index): [string, Uint8Array][] => {
        const pdf = pdfs[index] ?? null;
        return [
          [`${path}.html`, encoder.encode(html)],
          ...(pdf === null ? [] : [[`${path}.pdf`, pdf.content] as [string, Uint8Array]]),
        ];
      }),
    ),
  };
}

async function print(
  world: World,
  documents: readonly Composed[],
  on: IsoDate,
): Promise<readonly Pdf[] | { readonly refusal: Outcome }> {
  const browser = await world.openBrowser();
  if (browser.state === 'none') return { refusal: unusable(browser.message, browser.remedy) };
  try {
    const { pdfs, fault } = await printAll(world, browser, documents, on);
    return fault === null ? pdfs : { refusal: unusable(fault.message, fault.remedy) };
  } finally {
    await browser.close();
    world.terminal.progress('');
  }
}
