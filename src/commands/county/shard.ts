import { type Outcome, unusable } from '../../model/outcome.ts';
import type { World } from '../../world.ts';
import { type Input, text } from '../command.ts';
import type { SchoolSource } from './sources.ts';

/** A part of a county, for one machine of several. Parts are counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

export const SHARD_OPTION = [
  '--shard <part>',
  'only this part, such as 2/4, as JSON Lines for lem county merge',
] as const;

const MOST = 10_000;

/** Reads `--shard`; null without it. */
export function shardOf(input: Input): { readonly shard: Shard | null } | { readonly refusal: Outcome } {
  const word = text(input, 'shard');
  if (word === undefined) return { shard: null };
  const [, part = '', of = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(word) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (part !== '' && shard.part >= 1 && shard.part <= shard.of && shard.of <= MOST) return { shard };
  return {
    refusal: unusable(
      `--shard can’t be ${word}.`,
      'Write the part and how many there are: --shard 1/4 to --shard 4/4.',
    ),
  };
}

/**
 * The schools of a part. Which part a school is in hangs on nothing but its path from what was named, so that every
 * machine can tell without the others.
 */
export function partOf(world: World, sources: readonly SchoolSource[], { part, of }: Shard): readonly SchoolSource[] {
  const bytes = new TextEncoder();
  return sources.filter(({ id }) => {
    const digest = world.files.fingerprint(bytes.encode(id));
    return Number.parseInt(digest.slice(0, 12), 16) % of === part - 1;
  });
}
