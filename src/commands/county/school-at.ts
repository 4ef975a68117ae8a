import type { SubmissionSeen } from '../../facts/county/school-facts.ts';
import type { Listing } from '../../model/listing.ts';
import type { Assembly } from '../../workspace/assemble.ts';
import { READING_LIST } from '../../workspace/layout.ts';
import type { Memory, World } from '../../world.ts';
import { keyOf } from '../check/many.ts';
import { assembleWith } from '../load.ts';
import { listingIn } from '../verify/listing-in.ts';
import { openBytes, readBundle } from '../verify/opened.ts';
import { claimsRecomputed } from '../verify/recompute.ts';
import { said } from './said.ts';
import type { SchoolSource } from './sources.ts';

/** A school as it was found, read and not yet looked into. */
export interface SchoolAt {
  /** What its facts hang on: every byte of it, and the settings. */
  readonly key: (memory: Memory, settings: readonly string[]) => string;
  readonly open: () => Promise<SchoolOpened | Broken>;
}

/** The files of a school, and the workspace that they make. */
export interface SchoolOpened {
  readonly listing: Listing;
  readonly assembly: Assembly;
  /** What it was submitted for; null for a workspace. */
  readonly submission: SubmissionSeen | null;
}

/** Why nothing can be told of a school. */
export interface Broken {
  readonly broken: string;
}

/** Reads a school, from its workspace or from a submission: the one place that knows where its files come from. */
export function schoolAt(world: World, source: Omit<SchoolSource, 'id'>): SchoolAt | Broken {
  return source.seenIn === 'workspace' ? inWorkspace(world, source.root) : inSubmission(world, source);
}

function inWorkspace(world: World, root: string): SchoolAt {
  const listing = world.files.list(root, READING_LIST);
  return {
    key: (memory, settings) => keyOf(memory, world, listing, settings),
    open: async () => ({ listing, assembly: assembleWith(world, listing), submission: null }),
  };
}

const NO_FILES: Listing = { entries: new Map(), assets: new Map() };

/**
 * A submission counts where it is whole and its claims follow from its files: `lem verify` tells of its documents too, and
 * who signed it. What it claims by an edition of another text is not compared; what is told of it is worked out by this one.
 */
function inSubmission(world: World, { root, path }: Omit<SchoolSource, 'id'>): SchoolAt | Broken {
  const read = readBundle(world, root, path);
  if ('refusal' in read) return { broken: said(read.refusal).join(' ') };
  const { bytes } = read;
  return {
    key: (memory, settings) => keyOf(memory, world, NO_FILES, [world.files.fingerprint(bytes), ...settings]),
    open: async () => {
      const given = await openBytes(world, 'It', bytes);
      if ('refusal' in given) return { broken: said(given.refusal).join(' ') };
      const { opened } = given;
      const { alterations, manifest } = opened;
      if (alterations.length > 0) return unsound('It is not as it was sent', alterations);
      const listing = listingIn(world, opened);
      const assembly = assembleWith(world, listing);
      const claims = claimsRecomputed(world, manifest, assembly);
      const contradictions = claims.state === 'done' ? claims.contradictions : [];
      if (contradictions.length > 0) return unsound('What it claims does not follow from its files', contradictions);
      const strands = manifest.strands.map(({ strand }) => strand);
      return { listing, assembly, submission: { on: manifest.on, strands } };
    },
  };
}

/** How many faults are told; `lem verify` has them all. */
const MOST_FAULTS = 3;

function unsound(what: string, faults: readonly string[]): Broken {
  const more = faults.length - MOST_FAULTS;
  const told = faults.slice(0, MOST_FAULTS).join(' ');
  return { broken: `${what}: ${told}${more > 0 ? ` And ${more} more: lem verify has them all.` : ''}` };
}
