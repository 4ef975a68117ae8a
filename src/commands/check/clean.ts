import type { World } from '../../world.ts';
import { type Input, texts } from '../command.ts';
import type { Listed } from '../load.ts';
import { keyOf } from './many.ts';
import { pathsOf } from './paths.ts';
import type { CheckRequest } from './request.ts';

/** What is remembered of a workspace in which nothing was found: how many files it has, or null where it is not known to be so. */
export interface Clean {
  readonly files: number | null;
  readonly remember: (files: number) => void;
}

/**
 * Whether nothing was found in these very files before, on the same day and at the same level. Only a check of the whole
 * workspace is remembered, and never one for a submission.
 */
export async function cleanBefore(
  world: World,
  input: Input,
  request: CheckRequest,
  { root, listing }: Listed,
): Promise<Clean> {
  const { level, on, changed, fix, watch, baseline } = request;
  const isWhole =
    pathsOf(input).length === 0 && texts(input, 'rule').length === 0 && !changed && !fix && !watch && !baseline;
  if (!isWhole || level === 'submission') return { files: null, remember: () => undefined };
  const memory = await world.remembered();
  const name = `clean ${root}`;
  const key = keyOf(memory, world, listing, [level, on]);
  const kept = memory.recall(name, key);
  return { files: kept === null ? null : Number(kept), remember: (files) => memory.keep(name, key, String(files)) };
}
