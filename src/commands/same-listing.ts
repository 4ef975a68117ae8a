import type { Listing } from '../model/listing.ts';

/** Whether a workspace holds the same files as before. */
export function isSameListing({ entries, assets }: Listing, now: Listing): boolean {
  return (
    entries.size === now.entries.size &&
    assets.size === now.assets.size &&
    [...now.entries].every(([path, entry]) => {
      const old = entries.get(path);
      if (old === undefined || old.kind !== entry.kind) return false;
      return old.kind === 'text' && entry.kind === 'text' ? old.text === entry.text : isEqual(old, entry);
    }) &&
    [...now.assets].every(([path, asset]) => isEqual(assets.get(path), asset))
  );
}

function isEqual(before: unknown, now: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
