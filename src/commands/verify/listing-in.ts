import type { Asset, Entry, Listing } from '../../model/listing.ts';
import { workspacePath } from '../../workspace/bundle-paths.ts';
import { PROGRAMME_FILE, roleOf } from '../../workspace/layout.ts';
import { submittedListing } from '../../workspace/submitted.ts';
import type { World } from '../../world.ts';
import type { Opened } from './opened.ts';

/** The workspace in a submission, as it would be found on disk: the same files can be had as text, and the same can’t. */
export function listingIn(
  world: World,
  { files, fingerprints, manifest: { withheld } }: Pick<Opened, 'files' | 'fingerprints' | 'manifest'>,
): Listing {
  const texts = new Map<string, Entry>();
  const assets = new Map<string, Asset>();
  const digests = new Map<string, string>();
  for (const [name, bytes] of files) {
    const path = workspacePath(name);
    if (path === null) continue;
    if (roleOf(path) === null) {
      assets.set(path, { size: bytes.length, sha256: fingerprints.get(name) ?? null });
      continue;
    }
    const entry = world.files.asEntry(bytes);
    texts.set(path, entry);
    if (path === PROGRAMME_FILE && entry.kind === 'text') digests.set(path, world.files.textDigest(entry.text));
  }
  return submittedListing(texts, assets, digests, withheld);
}
