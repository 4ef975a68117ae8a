import { type Block, err, out, run } from '../../model/block.ts';
import type { Listing } from '../../model/listing.ts';
import type { Outcome } from '../../model/outcome.ts';
import { READING_LIST } from '../../workspace/layout.ts';
import { type Reader, readerWithMemory } from '../../workspace/read-file.ts';
import type { World } from '../../world.ts';
import { isSameListing } from '../same-listing.ts';

interface Here {
  readonly root: string;
  readonly listing: Listing;
}

type Found = Here | { readonly refusal: Outcome };

/**
 * A check that is made again whenever the workspace changes. Files that have not changed are not read through again.
 * @param list lists the workspace
 * @param check checks it as it is listed
 * @param to where people look
 */
export async function watched(
  world: World,
  list: () => Found,
  check: (here: Here, read: Reader) => Promise<Outcome>,
  to: 'out' | 'err',
): Promise<Outcome> {
  const read = readerWithMemory();
  let last = list();
  if ('refusal' in last) return last.refusal;
  const { root } = last;
  const outcome = await check(last, read);
  if (outcome.exit === 2) return outcome;
  const again = async (): Promise<Outcome | null> => {
    const now = list();
    const isSame =
      'refusal' in last || 'refusal' in now
        ? 'refusal' in last && 'refusal' in now
        : last.root === now.root && isSameListing(last.listing, now.listing);
    if (isSame) return null;
    last = now;
    const time: Block = (to === 'out' ? out : err)('', [run(world.time(), 'strong')]);
    const next = 'refusal' in now ? now.refusal : await check(now, read);
    return { ...next, report: [time, ...next.report] };
  };
  const hint = err([run('Watching for changes; Ctrl-C ends it.', 'dim')]);
  return {
    ...outcome,
    report: [...outcome.report, hint],
    watch: {
      root,
      folders: () => Object.keys(READING_LIST.folders),
      again,
      otherwise: 'Run lem check after each change.',
    },
  };
}
