import { type Outcome, unusable } from '../../model/outcome.ts';
import type { Prompts, World } from '../../world.ts';
import { folderOf, type Input } from '../command.ts';
import { askWhere } from './ask-where.ts';
import type { GivenItem } from './given-item.ts';
import type { GivenPath } from './take-files.ts';

/** The files that the user named, from the folder the command works in. */
export function pathsOf(world: World, input: Input): readonly GivenPath[] {
  const words = Array.isArray(input.args[0]) ? input.args[0] : [];
  return words.map((shown: string) => ({ path: world.files.resolve(folderOf(world, input), shown), shown }));
}

/** Where an item is: the files to copy, or who keeps it, so that files named with it are left where they are. */
export async function whereabouts(
  world: World,
  input: Input,
  prompts: Prompts | null,
  item: GivenItem,
  paths: readonly GivenPath[],
): Promise<
  | { readonly item: GivenItem; readonly copied: readonly GivenPath[]; readonly left: readonly string[] }
  | { readonly refusal: Outcome }
  | null
> {
  if (item.holder !== undefined) return { item, copied: [], left: paths.map(({ shown }) => shown) };
  if (paths.length > 0 || item.link !== undefined) return { item, copied: paths, left: [] };
  if (prompts === null)
    return {
      refusal: unusable(
        'There is nothing to add: no file, no holder and no link.',
        'Name its files, or who keeps it with --holder, or its address with --link.',
      ),
    };
  const asked = await askWhere(prompts);
  if (asked === null) return null;
  if (!('path' in asked)) return { item: { ...item, ...asked }, copied: [], left: [] };
  const path = world.files.resolve(folderOf(world, input), asked.path);
  return { item, copied: [{ path, shown: asked.path }], left: [] };
}
