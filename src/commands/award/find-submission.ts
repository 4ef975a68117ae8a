import { type Outcome, unusable } from '../../model/outcome.ts';
import { isArchiveName } from '../../workspace/bundle-paths.ts';
import { BUILD } from '../../workspace/layout.ts';
import type { World } from '../../world.ts';
import { type Opened, openBundle } from '../verify/opened.ts';

/** The archive of a submission, and how it is named to the user. */
export interface Found {
  readonly opened: Opened;
  readonly shown: string;
}

/**
 * Finds the archive that a response answers: the one that was named, or one that `lem submit` left in the workspace's
 * build folder. A response shows that its writer knew the submission; only the submission shows what was claimed.
 * @param wanted the digest that the response answers
 * @param named the archive as the user named it, if so
 */
export async function findSubmission(
  world: World,
  root: string,
  wanted: string,
  named: string | undefined,
): Promise<Found | { readonly refusal: Outcome }> {
  if (named !== undefined) {
    const read = await openBundle(world, named);
    if ('refusal' in read) return read;
    if (read.opened.digest === wanted) return whole({ opened: read.opened, shown: named });
    return refused(`${named} is not the submission that is answered: that is ${short(wanted)}.`, NAME_IT);
  }
  // Their names end in the day on which they were made, so the latest come first.
  const archives = world.files.walk(world.files.resolve(root, BUILD)).filter(isArchiveName);
  for (const archive of [...archives].reverse()) {
    const shown = world.files.shown(world.cwd, world.files.resolve(root, `${BUILD}/${archive}`));
    const read = await openBundle(world, shown);
    if ('opened' in read && read.opened.digest === wanted) return whole({ opened: read.opened, shown });
  }
  return refused(
    archives.length === 0
      ? `The archive that is answered, ${short(wanted)}, is not in ${BUILD}.`
      : `None of the archives in ${BUILD} is the one that is answered, ${short(wanted)}.`,
    NAME_IT,
  );
}

const NAME_IT = 'Name the archive that was sent: --submission <file>. Without it nobody can tell what was claimed.';

/** The archive, unless something in it is not as it was sent. */
function whole(found: Found): Found | { readonly refusal: Outcome } {
  const [alteration] = found.opened.alterations;
  if (alteration === undefined) return found;
  const { report } = unusable(`${found.shown}: ${alteration}`, 'Take the archive as it was sent.');
  return { refusal: { exit: 1, report } };
}

/** A digest as far as people compare it. */
function short(digest: string): string {
  return `sha256-${digest.slice(0, 12)}…`;
}

function refused(message: string, remedy: string): { readonly refusal: Outcome } {
  return { refusal: unusable(message, remedy) };
}
