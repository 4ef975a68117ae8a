import { didYouMean, nearest } from '../../model/nearest.ts';
import { type Outcome, unusable } from '../../model/outcome.ts';
import type { World } from '../../world.ts';
import { folderOf, type Input } from '../command.ts';

/** Which files the paths of the command line cover: all where there are none. */
export function pathsWithin(
  world: World,
  input: Input,
  root: string,
  known: readonly string[],
): { readonly covers: (file: string) => boolean } | { readonly refusal: Outcome } {
  const wanted: string[] = [];
  for (const path of pathsOf(input)) {
    const full = world.files.resolve(folderOf(world, input), path);
    const shown = world.files.shown(root, full);
    const inside = shown === '.' || known.some((file) => file === shown || file.startsWith(`${shown}/`));
    if (!inside && !world.files.exists(full))
      return {
        refusal: unusable(
          `There is no ${path} here.`,
          nearest(path, known) === null ? 'Paths are read from the folder you are in.' : didYouMean(path, known),
        ),
      };
    wanted.push(shown);
  }
  return {
    covers: (file) =>
      wanted.length === 0 || wanted.some((path) => path === '.' || file === path || file.startsWith(`${path}/`)),
  };
}

/** The paths as they were given. */
export function pathsOf({ args }: Input): readonly string[] {
  return Array.isArray(args[0]) ? args[0] : [];
}
