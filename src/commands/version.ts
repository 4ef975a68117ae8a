import type { World } from '../world.ts';

/** The version of lem. */
export function versionOf(world: World): string {
  return (JSON.parse(world.files.shipped('package.json')) as { readonly version: string }).version;
}
